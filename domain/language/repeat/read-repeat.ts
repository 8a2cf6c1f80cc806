// Words that are nothing but a repetition: "every other tuesday at 9", "weekly". Called by the chat.
import type { When } from "../../when.ts";
import { type Clock, dayOf } from "../clock.ts";
import { findDue, type FoundDue } from "../dates/find-due.ts";
import { take } from "../token.ts";
import { type Draft, namesDays } from "./draft.ts";
import { findRepeats } from "./find-repeats.ts";
import { firstOccurrence, type Repeating } from "./first-occurrence.ts";

/**
 * The repetition of a text that says nothing else; null when it says anything else or no rule can say it. A task that is
 * to repeat keeps its clock time where none is said, and its day (`current`) as far as the rule has it.
 */
export const readRepeat = (
  text: string,
  clock: Clock,
  current: When | null = null,
): Repeating | null => {
  const said = text.trim().replace(/[.!?]+$/, "");
  const { found, refused } = findRepeats(said, clock, true);
  const [repeat] = found;
  if (!repeat || found.length > 1 || refused.length > 0) return null;
  const left = repeat.spans.reduce(take, said);
  const due = findDue(left, clock, { part: repeat.draft.part });
  const rest = (due?.spans ?? []).reduce(take, left).replaceAll("\uFFFC", " ");
  if (!/^(?:[\s,]|\b(?:and|at|on|the)\b)*$/i.test(rest)) return null;
  return firstOccurrence(repeat.draft, withCurrent(due, current, repeat.draft, clock), clock);
};

/** What was said, and what the task says already of that which was not. */
const withCurrent = (
  said: FoundDue | null,
  current: When | null,
  draft: Draft,
  clock: Clock,
): Pick<FoundDue, "value" | "hasDay" | "minutes"> | null => {
  if (current === null) return said;
  const isTimed = said !== null && said.value.kind !== "day";
  const keepsTime = draft.part === null && (draft.start === null || draft.start.due.kind === "day");
  const timed = isTimed ? said.value : keepsTime && current.kind !== "day" ? current : null;
  const day = said?.hasDay ? said.value.at.slice(0, 10) : keptDay(current, draft, clock);
  const minutes = said?.minutes ?? null;
  if (timed === null)
    return day === null ? said : { value: { kind: "day", at: day }, hasDay: true, minutes };
  if (day === null) return { value: timed, hasDay: false, minutes };
  return { value: { ...timed, at: `${day}T${timed.at.slice(11)}` }, hasDay: true, minutes };
};

/** A rule without days goes on from the task's day; one with days from it on, unless it is past. */
const keptDay = (current: When, draft: Draft, { today }: Clock): string | null => {
  if (draft.start?.hasDay) return null;
  const day = dayOf(current);
  return namesDays(draft) && today.until(day).days < 0 ? null : day.toString();
};
