// Random rules of the accepted subset against python-dateutil, another implementation of RFC 5545. Run by `npm test`.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { demand } from "../../tests/oracle/demand.ts";
import { findOracle, type Oracle, type Question } from "../../tests/oracle/dateutil.ts";
import { randomRule } from "../../tests/rules.ts";
import { expand } from "../recurrence.ts";

const seed = 20_260_302;
const rules = 5_400;
const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"];
const limit = 12;

let oracle: Oracle | string = "not looked for yet";
beforeAll(async () => {
  oracle = await findOracle();
});

/** Our answer to a question: wall clocks until the year the oracle stops in. */
const ours = ({ rule, exdates, start, zone, lastYear, limit: most }: Question): string[] => {
  const rrule = exdates.length === 0 ? rule : `${rule}\nEXDATE:${exdates.join(",")}`;
  return expand({ rrule, start, zone, limit: most })
    .map(({ local }) => local)
    .filter((local) => Number(local.slice(0, 4)) <= lastYear);
};

/** What dateutil does to a mixed BYDAY with BYSETPOS cannot be put in another way; the docs say why it is left out. */
const isComparable = (rule: string): boolean => {
  const days = /BYDAY=([^;]*)/.exec(rule)?.[1]?.split(",") ?? [];
  const counted = days.filter((day) => /\d/.test(day)).length;
  return !(counted > 0 && counted < days.length && rule.includes("BYSETPOS"));
};

/** What has to be among the rules that are compared, each at least fifty times. */
const features = [
  /HOURLY/,
  /DAILY.*BYDAY/,
  /WEEKLY.*INTERVAL.*BYDAY.*WKST/,
  /WEEKLY.*BYSETPOS/,
  /MONTHLY.*BYDAY=(?:.*,)?[1-5]/,
  /MONTHLY.*BYDAY=(?:.*,)?-/,
  /MONTHLY.*BYMONTHDAY=(?:[^;]*,)?-1/,
  /MONTHLY.*BYSETPOS=(?:[^;]*,)?-/,
  /YEARLY;(?!.*BYMONTH=).*BYDAY=(?:.*,)?-?\d/,
  /YEARLY.*BYMONTH=.*BYDAY=(?:.*,)?-?\d/,
  /YEARLY.*BYMONTHDAY/,
  /YEARLY.*BYSETPOS/,
  /INTERVAL=\d\d/,
  /BYDAY=(?=[^;]*\d)(?=(?:[^;]*,)?[A-Z])/,
  /COUNT/,
  /UNTIL/,
];

/** Every third question leaves out some of the rule's own dates, so that EXDATE is tried where it matters. */
const questionOf = ({ rrule, start }: { rrule: string; start: string }, n: number): Question => {
  const isHourly = rrule.includes("HOURLY");
  const zone = isHourly ? "UTC" : (zones[n % zones.length] ?? "UTC");
  const lastYear = Number(start.slice(0, 4)) + (isHourly ? 3 : 45);
  const question = { rule: rrule, exdates: [], start, zone, limit, lastYear };
  if (n % 3 !== 0) return question;
  const dates = ours(question);
  const exdates = [dates[0], dates[3], dates[n % limit]].filter((date) => date !== undefined);
  return { ...question, exdates: [...new Set(exdates)].map((date) => stamp(date, n % 2 === 0)) };
};

const stamp = (local: string, dayOnly: boolean): string => {
  const text = local.replaceAll(/[-:]/g, "");
  return text.includes("T") && !dayOnly ? `${text}00` : text.slice(0, 8);
};

type Disagreement = {
  name: string;
  ask: Pick<Question, "rule" | "start"> & Partial<Question>;
  theirs: string[];
  mine: string[];
};

/** Where dateutil as it is reads a rule in another way than we do, each explained in docs/recurrence.md. */
const disagreements: Disagreement[] = [
  {
    name: "places within the first week count from its first day",
    ask: { rule: "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1;COUNT=2", start: "2026-03-03" },
    theirs: ["2026-03-04", "2026-03-09"],
    mine: ["2026-03-09", "2026-03-16"],
  },
  {
    name: "weekdays with and without a number are both meant",
    ask: { rule: "FREQ=MONTHLY;BYDAY=1MO,WE;COUNT=3", start: "2026-03-01" },
    theirs: [],
    mine: ["2026-03-02", "2026-03-04", "2026-03-11"],
  },
  {
    name: "a day as UNTIL is that whole day",
    ask: { rule: "FREQ=DAILY;UNTIL=20260303", start: "2026-03-01T09:00" },
    theirs: ["2026-03-01T09:00", "2026-03-02T09:00"],
    mine: ["2026-03-01T09:00", "2026-03-02T09:00", "2026-03-03T09:00"],
  },
  {
    name: "a day as EXDATE leaves out all of that day",
    ask: { rule: "FREQ=DAILY;COUNT=2", start: "2026-03-01T09:00", exdates: ["20260302"] },
    theirs: ["2026-03-01T09:00", "2026-03-02T09:00"],
    mine: ["2026-03-01T09:00"],
  },
  {
    name: "an hour that the clock skips is the hour after it, once",
    ask: { rule: "FREQ=HOURLY;COUNT=3", start: "2027-03-28T01:00", zone: "Europe/Berlin" },
    theirs: ["2027-03-28T01:00", "2027-03-28T02:00", "2027-03-28T03:00"],
    mine: ["2027-03-28T01:00", "2027-03-28T03:00", "2027-03-28T04:00"],
  },
];

describe("beside python-dateutil", () => {
  test("thousands of random rules have the same dates", { timeout: 170_000 }, async (context) => {
    const ask = demand(oracle, context);
    const sampled = fc.sample(randomRule, { numRuns: rules, seed });
    const questions = sampled.filter(({ rrule }) => isComparable(rrule)).map(questionOf);
    const theirs = await ask(questions);
    const different = questions.flatMap((question, n) => {
      const [mine, other] = [ours(question), theirs[n] ?? []];
      return JSON.stringify(mine) === JSON.stringify(other) ? [] : [{ question, mine, other }];
    });
    expect(different.slice(0, 5)).toEqual([]);
    expect(questions.length).toBeGreaterThanOrEqual(5_000);
    // A rule without dates proves little: most must have some, and each feature must be among them.
    const proving = questions.filter((_, n) => (theirs[n]?.length ?? 0) > 2);
    expect(proving.length).toBeGreaterThan(3_500);
    const rare = features.filter(
      (feature) => proving.filter(({ rule }) => feature.test(rule)).length < 50,
    );
    expect(rare).toEqual([]);
  });

  test.for(disagreements)("$name: the docs explain it", async ({ ask, theirs, mine }, context) => {
    const askThem = demand(oracle, context);
    const question = { exdates: [], zone: "UTC", limit: 4, lastYear: 2030, ...ask };
    expect(await askThem([{ ...question, plain: true }])).toEqual([theirs]);
    expect(ours(question)).toEqual(mine);
  });
});
