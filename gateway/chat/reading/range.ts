// "today", "this week", "before friday", "the next 3 days": the days a question is about. Called by filter.ts.
import { numberOf } from "../../../domain/language/amounts.ts";
import {
  type Clock,
  dayOf,
  endOfMonth,
  type PlainDate,
  startOfWeek,
} from "../../../domain/language/clock.ts";
import { findDue } from "../../../domain/language/dates/find-due.ts";

/** Days from … to, both included (`YYYY-MM-DD`); null is open. */
export type DayRange = { from: string | null; to: string | null };

type Named = [
  RegExp,
  (clock: Clock, match: RegExpExecArray) => [PlainDate | null, PlainDate | null],
];

const week = ({ today, weekStart }: Clock, weeks: number): [PlainDate, PlainDate] => {
  const first = startOfWeek(today, weekStart).add({ weeks });
  return [first, first.add({ days: 6 })];
};
const weekend = ({ today }: Clock, weeks: number): [PlainDate, PlainDate] => {
  const saturday = startOfWeek(today, 1).add({ days: 5, weeks });
  return [saturday, saturday.add({ days: 1 })];
};
const month = ({ today }: Clock, months: number): [PlainDate, PlainDate] => {
  const first = today.with({ day: 1 }).add({ months });
  return [first, endOfMonth(first)];
};

const named: Named[] = [
  [
    /\b(?:in\s+|over\s+|within\s+)?(?:the\s+)?(?:next|coming)\s+(\d{1,3}|a|two|three|four|five|six|seven|few|couple\s+of)\s+(day|week|month)s?\b/i,
    ahead,
  ],
  [
    /\b(?:the\s+)?(?:last|past)\s+(\d{1,3}|two|three|four|five|six|seven|few|couple\s+of)\s+(day|week|month)s?\b/i,
    back,
  ],
  [/\bthis\s+weekend\b|\b(?:on|at|over)\s+the\s+weekend\b/i, (clock) => weekend(clock, 0)],
  [/\bnext\s+weekend\b/i, (clock) => weekend(clock, 1)],
  [/\b(?:this|the\s+current)\s+week\b/i, (clock) => week(clock, 0)],
  [/\b(?:next|the\s+coming)\s+week\b/i, (clock) => week(clock, 1)],
  [/\blast\s+week\b/i, (clock) => week(clock, -1)],
  [/\b(?:this|the\s+current)\s+month\b/i, (clock) => month(clock, 0)],
  [/\b(?:next|the\s+coming)\s+month\b/i, (clock) => month(clock, 1)],
  [/\blast\s+month\b/i, (clock) => month(clock, -1)],
  [
    /\b(?:in|during|for|this|throughout)\s+(?:all\s+of\s+)?(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b(?!\s*\d)/i,
    monthNamed,
  ],
  [/\byesterday\b/i, ({ today }) => [today.subtract({ days: 1 }), today.subtract({ days: 1 })]],
  [/\b(?:my\s+day|agenda)\b/i, ({ today }) => [today, today]],
  [
    /\btoday(?:['’]?s)?\b|\btonight\b|\bthis\s+(?:morning|afternoon|evening)\b/i,
    ({ today }) => [today, today],
  ],
  [/\btomorrow['’]s\b/i, ({ today }) => [today.add({ days: 1 }), today.add({ days: 1 })]],
];

/** That month of this year, or of the next when it is over. */
function monthNamed({ today }: Clock, [, name = ""]: RegExpExecArray): [PlainDate, PlainDate] {
  const place = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name.toLowerCase().slice(0, 3)) / 3;
  const years = place + 1 < today.month ? 1 : 0;
  const first = today.with({ month: place + 1, day: 1 }).add({ years });
  return [first, endOfMonth(first)];
}

function ahead(
  { today }: Clock,
  [, count = "", unit = ""]: RegExpExecArray,
): [PlainDate, PlainDate] {
  return [today, today.add({ [`${unit.toLowerCase()}s`]: numberOf(count) })];
}

function back(
  { today }: Clock,
  [, count = "", unit = ""]: RegExpExecArray,
): [PlainDate, PlainDate] {
  return [today.subtract({ [`${unit.toLowerCase()}s`]: numberOf(count) }), today];
}

/** The days a question names and what is left of its words; null when it names none. */
export const readRange = (said: string, clock: Clock): { range: DayRange; rest: string } | null => {
  for (const [rule, read] of named) {
    const match = rule.exec(said);
    if (match) return found(read(clock, match), said, match.index, match.index + match[0].length);
  }
  return between(said, clock) ?? single(said, clock);
};

/** "between friday and monday", "from 1 to 5 december" said as two days. */
const between = (said: string, clock: Clock) => {
  const match = /\b(?:between|from)\s+(.+?)\s+(?:and|to|until|till)\s+(.+?)[?.!]*$/iu.exec(said);
  const [first, last] = [match?.[1], match?.[2]].map((one) =>
    one === undefined ? null : findDue(one, clock),
  );
  if (!match || !first || !last) return null;
  const from = dayOf(first.value);
  const to = dayOf(last.value);
  const until = to.until(from).days > 0 ? to.add({ weeks: 1 }) : to;
  return found([from, until], said, match.index, said.length);
};

const found = (
  [from, to]: [PlainDate | null, PlainDate | null],
  said: string,
  start: number,
  end: number,
) => ({
  range: { from: from?.toString() ?? null, to: to?.toString() ?? null },
  rest: `${said.slice(0, start)} ${said.slice(end)}`,
});

/** One day, with "before" and "after" as a side of it, "by" up to it. */
const single = (said: string, clock: Clock) => {
  // A date rule takes "since friday" and "friday's" for no date: here they are one. Offsets must stay.
  const asked = said.replaceAll(/\b(?:after|since|from|until|till)\b|['’]s\b/gi, (word) =>
    " ".repeat(word.length),
  );
  const due = findDue(asked, clock);
  if (!due) return null;
  const day = dayOf(due.value);
  const start = Math.min(...due.spans.map((span) => span.start));
  const end = Math.max(...due.spans.map((span) => span.end));
  const before = /(before|after|since|from|until|till|by)\s*$/i.exec(said.slice(0, start));
  const side = (
    before?.[1] ??
    /^(?:due\s+)?(before|after|since|from|until|till|by)\b/i.exec(said.slice(start))?.[1] ??
    ""
  ).toLowerCase();
  return found(rangeOn(side, day), said, before?.index ?? start, end);
};

const rangeOn = (side: string, day: PlainDate): [PlainDate | null, PlainDate | null] => {
  if (side === "before") return [null, day.subtract({ days: 1 })];
  if (side === "after") return [day.add({ days: 1 }), null];
  if (side === "since" || side === "from") return [day, null];
  return side === "" ? [day, day] : [null, day];
};
