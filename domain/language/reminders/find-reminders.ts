// "!30 min before", "!14:00", "remind me an hour before": the reminders of a line. Called by find-tokens.ts.
import type { Trigger } from "../../reminder.ts";
import type { When } from "../../when.ts";
import { amountPattern } from "../amounts.ts";
import type { Clock } from "../clock.ts";
import { longestWhen, readWhen } from "../read-when.ts";
import { scan, type Span, take, wholeWords } from "../token.ts";
import { minutesIn, readTrigger } from "./read-trigger.ts";

/** A reminder as it was written; what it means depends on the due. */
export type SaidReminder = Span & { words: string; isMark: boolean };

const amount = `(?:${amountPattern}|the\\s+day)`;
const before = "(?:before(?:hand)?|earlier|early|prior|ahead|in\\s+advance)";
const ofWhat =
  "(?:\\s+(?:(?:the|its|my)\\s+)?deadline|\\s+(?:it['’]?s|it\\s+is)\\s+due|\\s+(?:the\\s+)?due(?:\\s+(?:date|time))?|\\s+it\\s+(?:starts|begins))?";
const clock12 = "\\d{1,2}(?:[:.]\\d{2})?\\s*[ap]\\.?m\\.?|\\d{1,2}:\\d{2}";
const otherDay =
  "(?:the\\s+)?(?:(?:day|evening|night|afternoon|morning)\\s+before|(?:morning|afternoon|evening)\\s+of)";
const mark = new RegExp(
  `(?<![^\\s(\\uFFFC])!\\s?(${amount}(?:\\s+${before}${ofWhat})?|(?:at\\s+)?(?:${clock12}|noon|midday|midnight)|tonight|(?:at|on)\\s+(?:the\\s+)?(?:due\\s+)?time|when\\s+due|${otherDay}(?:\\s+at\\s+\\d{1,2}(?::\\d{2})?(?:\\s?[ap]m)?)?|at\\s+\\d{1,2})(?![\\p{L}\\p{N}])`,
  "giu",
);
const spoken = wholeWords(
  `(?:,\\s*)?(?:and\\s+)?(?:(?:please\\s+)?(?:remind|alert|notify|ping|tell|warn)\\s+me|(?:with|set|add)\\s+(?:an?\\s+)?(?:reminder|alert|alarm)(?:\\s+(?:for|of|at|set\\s+for))?|reminder:?|alert:?|alarm:?)\\s+(${otherDay}\\s+at\\s+\\d{1,2}(?::\\d{2})?(?:\\s?[ap]m)?|${amount}\\s+${before}${ofWhat}|when\\s+(?:it['’]?s\\s+)?due|at\\s+(?:the\\s+)?due\\s+time|${otherDay})`,
);

const asks =
  "(?:please\\s+)?(?:remind|alert|notify|ping)\\s+me|(?:with|set|add)\\s+(?:an?\\s+)?(?:reminder|alert|alarm)|reminder:?";
/** "!thursday 5pm", "renew passport friday, remind me on thursday": a date of its own, after words that are the title. */
const dated = new RegExp(
  `(?<![^\\s(\\uFFFC])!(?=[\\p{L}\\d])|(?<=\\S),?\\s+(?:and\\s+)?(?:${asks})\\s+(?=(?:at|on|in|tomorrow|tonight|this|next|the|noon|\\d|mon|tue|wed|thu|fri|sat|sun)(?:\\S*)\\s?)`,
  "giu",
);

/** Reminders at dates that are named after the mark or the words. */
const findDated = (text: string, clock: Clock): SaidReminder[] =>
  scan(text, dated).flatMap(({ start, end }): SaidReminder[] => {
    const isFirst = /^[\s,\uFFFC]*$/u.test(text.slice(0, start));
    if (isFirst && text[start] !== "!") return [];
    const when = longestWhen(text, end, clock);
    if (when === null || /^\s*\d{1,2}$/.test(text.slice(end, when.end))) return [];
    return [{ start, end: when.end, words: text.slice(end, when.end), isMark: true }];
  });

const another = new RegExp(
  `^(?:\\s*,\\s*and\\s|\\s*(?:,|&)|\\s+and\\s)\\s*(?:again\\s+|also\\s+)?(${amount}\\s+${before}${ofWhat})(?![\\p{L}\\p{N}])`,
  "iu",
);

/** "remind me 1 hour before and 1 day before" */
const andMore = (text: string, from: number): SaidReminder[] => {
  const match = another.exec(text.slice(from));
  if (!match) return [];
  const end = from + match[0].length;
  return [{ start: from, end, words: match[1] ?? "", isMark: false }, ...andMore(text, end)];
};

/** "1 day and 1 hour before" are two; "1 hour and 30 minutes before" is one. */
const eachOf = (said: SaidReminder): SaidReminder[] => {
  const [, days, more, edge] =
    /^(.*(?:days?|weeks?|[dw]))\s+and\s+(.*(?:hours?|hrs?|h|minutes?|mins?|m))(\s+\p{L}.*)$/iu.exec(
      said.words,
    ) ?? [];
  if (days === undefined || more === undefined || edge === undefined) return [said];
  return [days, more].map((words) => ({ ...said, words: words + edge }));
};

/** What a line says of reminding, in the order of the text. */
export const findReminders = (text: string, clock: Clock): SaidReminder[] => {
  const found = findBefore(text);
  return [...found, ...findDated(found.reduce(take, text), clock)].toSorted(
    (a, b) => a.start - b.start,
  );
};

/** "!30 min before", "!14:00", "remind me an hour before". */
const findBefore = (text: string): SaidReminder[] =>
  [
    ...scan(text, mark).map(({ match, start, end }) => ({
      start,
      end,
      words: match[1] ?? "",
      isMark: true,
    })),
    ...scan(text, spoken).flatMap(({ match, start, end }) => [
      ...eachOf({ start, end, words: match[1] ?? "", isMark: false }),
      ...andMore(text, end),
    ]),
  ].toSorted((a, b) => a.start - b.start);

/** What a written reminder means for a task with this due and deadline; null when that cannot be said. */
export const meantReminder = (
  { words, isMark }: SaidReminder,
  clock: Clock,
  { due, deadline }: { due: When | null; deadline: string | null },
): Trigger | null => {
  const alone =
    isMark && new RegExp(`^${amountPattern}$`, "iu").test(words) ? minutesIn(words) : null;
  const to = due === null && deadline !== null ? "deadline" : "due";
  if (alone !== null) return { kind: "relative", to, minutes: -alone };
  const trigger = readTrigger(words, clock, due);
  if (trigger?.kind === "relative" && trigger.to === "due") return { ...trigger, to };
  if (trigger?.kind !== "wall" || !isMark || due === null) return trigger;
  return readWhen(words, clock)?.hasDay === false ? onDueDay(words, due, clock) : trigger;
};

/** "!14:00" is on the day of the due. */
const onDueDay = (words: string, due: When, clock: Clock): Trigger | null => {
  const time = readWhen(words, clock)?.due.at.slice(11);
  if (time === undefined || time === "") return null;
  const at = `${due.at.slice(0, 10)}T${time}`;
  return { kind: "wall", when: due.kind === "fixed" ? { ...due, at } : { kind: "floating", at } };
};
