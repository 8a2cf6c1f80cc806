// Words that are nothing but a repetition: "every other tuesday at 9", "weekly". Called by the chat.
import type { Clock } from "../clock.ts";
import { findDue } from "../dates/find-due.ts";
import { take } from "../token.ts";
import { findRepeats } from "./find-repeats.ts";
import { firstOccurrence, type Repeating } from "./first-occurrence.ts";

/** What a text says of repeating, and whether it names a day or a time itself. */
export type RepeatSaid = Repeating & { hasTime: boolean; hasDay: boolean };

/** The repetition of a text that says nothing else; null when it says anything else or no rule can say it. */
export const readRepeat = (text: string, clock: Clock): RepeatSaid | null => {
  const said = text.trim().replace(/[.!?]+$/, "");
  const { found, refused } = findRepeats(said, clock, true);
  const [repeat] = found;
  if (!repeat || found.length > 1 || refused.length > 0) return null;
  const left = repeat.spans.reduce(take, said);
  const due = findDue(left, clock, { part: repeat.draft.part });
  const rest = (due?.spans ?? []).reduce(take, left).replaceAll("\uFFFC", " ");
  if (!/^(?:[\s,]|\b(?:and|at|on|the)\b)*$/i.test(rest)) return null;
  const repeating = firstOccurrence(repeat.draft, due, clock);
  if (!repeating) return null;
  const hasTime =
    repeat.draft.part !== null ||
    (due !== null && due.value.kind !== "day") ||
    (repeat.draft.start !== null && repeat.draft.start.due.kind !== "day");
  return {
    ...repeating,
    hasTime,
    hasDay: repeat.draft.start?.hasDay === true || due?.hasDay === true,
  };
};
