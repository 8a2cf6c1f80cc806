// A date said wrong and then right: "monday at 9, no, tuesday", "in 10 minutes, sorry, 20". Called by without-slip.ts.
import { longestWhen } from "../../../domain/language/read-when.ts";
import type { Scene } from "../scene.ts";

/** No date is said in more words than these. */
const maxWords = 6;

/** What may follow a value: "no 6pm slot left" corrects nothing. */
export const goesOn =
  /^\s*(?:$|[,.)!;–—#@+-]|(?:to|for|with|in|on|at|by|and|then|but|about|until|till|p[1-4]|every|please|pls|instead|due|assigned|tag\p{L}*|too)(?![\p{L}\p{N}]))/iu;

/** The sentence with the later date in the place of the one before; null unless a date ends the one and begins the other. */
export const dateSlip = (before: string, after: string, scene: Scene): string | null => {
  const old = dateAtEnd(before, scene);
  const found = old === null ? null : longestWhen(after, 0, scene.clock);
  if (old === null || !found) return null;
  const made = after.slice(0, found.end);
  const rest = after.slice(found.end).replace(/^\s*[,)]+/u, "");
  if (!goesOn.test(after.slice(found.end))) return null;
  return `${before.slice(0, before.length - old.length)}${together(old, made, scene)}${rest}`;
};

/** The longest end of the words that is a date. */
const dateAtEnd = (before: string, scene: Scene): string | null => {
  for (const space of [...before.matchAll(/\s+/gu)].slice(-maxWords)) {
    const date = before.slice(space.index + space[0].length);
    if (scene.when(date)) return date;
  }
  return null;
};

/** Of a day and a time only what is said anew changes: "monday at 9, no, tuesday". */
const together = (old: string, made: string, scene: Scene): string => {
  const amount = /^(in\s+)\d+(\s+\p{L}+)$/iu.exec(old);
  if (amount && /^\d+$/u.test(made)) return `${amount[1]}${made}${amount[2]}`;
  const isTime = scene.when(made)?.hasDay === false;
  for (const space of old.matchAll(/\s+/gu)) {
    const [first, second] = [old.slice(0, space.index), old.slice(space.index + space[0].length)];
    const [a, b] = [scene.when(first), scene.when(second)];
    if (!a || !b || a.hasDay === b.hasDay) continue;
    const isKept = isTime ? a.hasDay : !a.hasDay;
    const kept = isKept ? first : second;
    if (!isTime && scene.when(made)?.due.kind !== "day") break;
    return isKept ? `${kept} ${linked(second, made)}` : `${linked(first, made)} ${kept}`;
  }
  return linked(old, made);
};

/** "to monday, no, tuesday": the small word before the first date is kept for the second. */
const linked = (date: string, made: string): string => {
  const link = /^(?:to|on|at|by|for|until|till)\s+/iu;
  return `${link.exec(date)?.[0] ?? ""}${made.replace(link, "")}`;
};
