// Quick add: what a line of words means, and what it must not mean.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quickAddCorpus } from "../../tests/corpus/quick-add/all.ts";
import { type Fields, kinds } from "../../tests/corpus/quick-add/case.ts";
import { parseQuickAdd, type QuickAdd, type Token } from "./quick-add.ts";

const options = {
  now: "2026-11-25T09:00:00.000Z",
  zone: "Europe/Berlin",
  locale: "en",
  projects: ["Work", "Home Office"],
};
const read = (line: string, more: Partial<Parameters<typeof parseQuickAdd>[1]> = {}) =>
  parseQuickAdd(line, { ...options, ...more });

const fieldsOf = ({
  title,
  due,
  deadline,
  duration,
  priority,
  tags,
  ...rest
}: QuickAdd): Fields => {
  const { project, assignee, reminders, recurrence } = rest;
  return {
    title,
    due,
    deadline,
    duration,
    priority,
    tags,
    project,
    assignee,
    reminders,
    recurrence,
  };
};

describe.each(kinds.filter((kind) => quickAddCorpus.some((one) => one.kind === kind)))(
  "lines of the kind “%s” mean what the corpus says",
  (kind) => {
    const cases = quickAddCorpus.filter((one) => one.kind === kind);
    test.each(cases.map((one) => [one.text, one] as const))(
      "%s",
      (line, { expect: said, ...world }) => {
        expect(fieldsOf(parseQuickAdd(line, world))).toEqual(said);
      },
    );
  },
);

test("tokens say what was recognised, where, and what it means", () => {
  expect(read("buy milk tomorrow 5pm #home p1").tokens).toEqual([
    {
      kind: "due",
      start: 9,
      end: 17,
      text: "tomorrow",
      value: { kind: "floating", at: "2026-11-26T17:00" },
    },
    {
      kind: "due",
      start: 18,
      end: 21,
      text: "5pm",
      value: { kind: "floating", at: "2026-11-26T17:00" },
    },
    { kind: "tag", start: 22, end: 27, text: "#home", value: "home" },
    { kind: "priority", start: 28, end: 30, text: "p1", value: 1 },
  ]);
});

test("a stretch that is kept plain is text: offsets stay, the rest is read without it", () => {
  const line = "buy tomorrow's paper tomorrow p1";
  expect(read(line)).toMatchObject({ title: "buy tomorrow's paper", priority: 1 });
  const { title, due, priority, tokens } = read(line, { plain: [{ start: 21, end: 29 }] });
  expect({ title, due, priority }).toEqual({
    title: "buy tomorrow's paper tomorrow",
    due: null,
    priority: 1,
  });
  expect(tokens.map(({ start, end }) => [start, end])).toEqual([[30, 32]]);
  expect(read("tea for 10 min p1", { plain: [{ start: 15, end: 17 }] })).toMatchObject({
    title: "tea p1",
    duration: 10,
  });
});

test("repetition, reminders and people are chips with their offsets", () => {
  const { tokens, due, recurrence } = read("gym every mon 8am and fri !30m +bob");
  expect(tokens.map(({ kind, start, end, text }) => [kind, start, end, text])).toEqual([
    ["recurrence", 4, 13, "every mon"],
    ["due", 14, 17, "8am"],
    ["recurrence", 18, 25, "and fri"],
    ["reminder", 26, 30, "!30m"],
    ["assignee", 31, 35, "+bob"],
  ]);
  expect(tokens.map(({ value }) => value)).toEqual([
    recurrence,
    due,
    recurrence,
    { kind: "relative", to: "due", minutes: -30 },
    "bob",
  ]);
});

test("the first date is today's where its time is still ahead, else the next one", () => {
  expect(read("pills every day at 10:01").due?.at).toBe("2026-11-25T10:01");
  expect(read("pills every day at 9:59").due?.at).toBe("2026-11-26T09:59");
  expect(read("gym every wed").due?.at).toBe("2026-11-25");
  expect(read("gym every wed at 9").due?.at).toBe("2026-12-02T09:00");
});

test("a repetition keeps to the person's clock and parts of the day", () => {
  const now = "2026-11-25T23:30:00.000Z"; // Thursday in Berlin, Wednesday in New York
  expect(read("gym every wed", { now, zone: "America/New_York" }).due?.at).toBe("2026-11-25");
  expect(read("gym every wed", { now }).due?.at).toBe("2026-12-02");
  expect(read("run every morning", { dayParts: { morning: "06:15" } }).due?.at).toBe(
    "2026-11-26T06:15",
  );
});

test("every second week of several days counts weeks from the day they start on", () => {
  expect(read("gym every 2 weeks on mon and sun", { weekStart: 7 }).recurrence?.rrule).toBe(
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
  );
});

test("a repetition that has no date stays in the title", () => {
  expect(read("party every 30 feb until tomorrow")).toMatchObject({
    title: "party every 30 feb until tomorrow",
    recurrence: null,
    due: null,
  });
});

/** What is wrong with where the pieces of a line lie and with what is left of it. */
const untidy = (line: string, { tokens, title }: QuickAdd): string[] => [
  ...tokens
    .filter(({ start, end, text }) => line.slice(start, end) !== text || text !== text.trim())
    .map(({ text }) => `${text} lies elsewhere`),
  ...tokens.filter((token, index) => isCovered(token, tokens[index - 1])).map(({ text }) => text),
  ...(/^[\s,;:]|[\s,;]$|\s\s|\s[,;](?:\s|$)/.test(title) ? [`title “${title}”`] : []),
];

/** A piece over the one before it; a range of times says the due and the length with the same words. */
const isCovered = (token: Token, before: Token | undefined): boolean =>
  before !== undefined &&
  token.start < before.end &&
  !(token.start === before.start && token.end === before.end);

test("every piece of the corpus lies where it says, none over another, and the titles are clean", () => {
  const found = quickAddCorpus.flatMap((one) => untidy(one.text, parseQuickAdd(one.text, one)));
  expect(found).toEqual([]);
});

test("a line of nothing but marks leaves no title", () => {
  expect(read("tomorrow 5pm p1").title).toBe("");
  expect(read("   ").title).toBe("");
});

test("the day is the one in the person's zone, not the server's", () => {
  const now = "2026-11-25T23:30:00.000Z";
  expect(read("call tomorrow", { now, zone: "America/New_York" }).due?.at).toBe("2026-11-26");
  expect(read("call tomorrow", { now, zone: "Europe/Berlin" }).due?.at).toBe("2026-11-27");
  expect(read("call 9am", { now, zone: "Pacific/Auckland" }).due?.at).toBe("2026-11-27T09:00");
});

test("hours ahead are elapsed time: two hours across a clock change show three on the clock", () => {
  const now = "2027-03-14T06:30:00.000Z"; // 01:30 in New York, half an hour before the clocks go forward
  expect(read("call in 2 hours", { now, zone: "America/New_York" }).due?.at).toBe(
    "2027-03-14T04:30",
  );
});

test("a month later keeps the day of the month, or takes the last there is", () => {
  const now = "2027-01-31T09:00:00.000Z";
  expect(read("pay in a month", { now }).due?.at).toBe("2027-02-28");
  expect(read("pay in 2 months", { now }).due?.at).toBe("2027-03-31");
});

test("the locale says whether 1/2 is in January or in February", () => {
  expect(read("pay on 1/2", { locale: "en-US" }).due?.at).toBe("2027-01-02");
  expect(read("pay on 1/2", { locale: "en-GB" }).due?.at).toBe("2027-02-01");
});

test("a week starts on the day the person says", () => {
  expect(read("plan next week", { weekStart: 7 }).due?.at).toBe("2026-11-29");
  expect(read("plan next week", { weekStart: 1 }).due?.at).toBe("2026-11-30");
});

test("parts of the day are when the person says they are", () => {
  const dayParts = { morning: "07:15", tonight: "21:30" };
  expect(read("run tomorrow morning", { dayParts }).due?.at).toBe("2026-11-26T07:15");
  expect(read("call tonight", { dayParts }).due?.at).toBe("2026-11-25T21:30");
  expect(read("lunch tomorrow noon", { dayParts }).due?.at).toBe("2026-11-26T12:00");
});

test("tonight said late is still today, and a morning that is over is just today", () => {
  const now = "2026-11-25T20:15:00.000Z"; // 21:15 in Berlin
  expect(read("call tonight", { now }).due?.at).toBe("2026-11-25T22:00");
  expect(read("call this morning", { now }).due).toEqual({ kind: "day", at: "2026-11-25" });
});

test("a time that is past today is tomorrow's, one that is ahead is today's", () => {
  expect(read("call at 10:01").due?.at).toBe("2026-11-25T10:01");
  expect(read("call at 10:00").due?.at).toBe("2026-11-26T10:00");
});

test("any text whatever is read without an error, and every token lies where it says", () => {
  const words = fc.constantFrom(
    ...'tomorrow 5pm #a @b p1 {1 dec} for 2h in 3 days "x" \\ every monday next friday 12/1 31 at - – ’s the every! each other 2 day week until starting daily !30m +bob and after completion 5th ! + ( ) . , may 2026-13-45 99:99 in a of'.split(
      " ",
    ),
  );
  const sentence = fc.array(fc.oneof(words, fc.string({ unit: "grapheme", maxLength: 6 })), {
    maxLength: 14,
  });
  fc.assert(
    fc.property(sentence, (parts) => {
      const line = parts.join(" ");
      const { tokens, title } = read(line);
      for (const { start, end, text } of tokens) expect(line.slice(start, end)).toBe(text);
      expect(title).toBe(title.trim());
      expect(title).not.toMatch(/[\uFFFC\uE000]/);
    }),
    { numRuns: 1_000 },
  );
});

test("words without a mark are their own title", () => {
  const word = fc
    .stringMatching(/^[b-z]{3,9}$/)
    .filter(
      (one) =>
        !/^(?:mon|tue|wed|thu|fri|sat|sun|tod|tom|tmr|tmw|eo|cob|yes|now|noon|mid|week|daily|hence|jan|feb|mar|may|jun|jul|sep|oct|nov|dec|next|for|prio|each|once|first|last|hour|fort|bi|quart|remind|end|low|high|top|urgent|ever|year|month)/.test(
          one,
        ),
    );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (parts) => {
      expect(read(parts.join(" "))).toMatchObject({
        title: parts.join(" "),
        due: null,
        tokens: [],
      });
    }),
  );
});

test.each([
  ["figures", "1 ".repeat(1_000)],
  ["amounts", "in 1 hour and ".repeat(140)],
  ["days", "every monday, ".repeat(140)],
  ["quotes", '"'.repeat(2_000)],
  ["escapes", "\\".repeat(2_000)],
  ["hashes", "#".repeat(2_000)],
  ["spaces", `at${" ".repeat(1_990)}5`],
  ["braces", "{".repeat(2_000)],
  ["times", "5pm-".repeat(500)],
  ["ordinals", "on the 5th ".repeat(180)],
  ["adverbs", "weekly until friday ".repeat(100)],
  ["ends", `every day ${"until monday ".repeat(150)}`],
  ["lists", "every mon tue wed thu fri ".repeat(80)],
  ["reminders", "!30 min before ".repeat(130)],
  ["places", "every first and second and third ".repeat(60)],
  ["rows of amounts", "1 hour ".repeat(280)],
  ["words with slips", "wensday monda ".repeat(140)],
  ["letters of days", "every m/w/f, tu ".repeat(120)],
])("2000 characters of %s take less than 250 ms of the processor", (_, line) => {
  const before = process.cpuUsage();
  read(line);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(250);
});
