// The examples of RFC 5545 §3.8.5.3, one by one: those of the accepted subset expand, the others are refused with a reason.
import { describe, expect, test } from "vitest";
import { expand, parseRecurrence } from "../recurrence.ts";

const zone = "America/New_York";

/** "1997-09: 2 4 | 1997-10: 2" as days. */
const days = (text: string): string[] =>
  text.split(" | ").flatMap((month) => {
    const [name = "", list = ""] = month.split(": ");
    return list.split(" ").map((day) => `${name}-${day.padStart(2, "0")}`);
  });

/** Numbers from one to another, as in "2 3 4". */
const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n).join(" ");

const asSaid = (rrule: string, start: string, limit: number): string[] =>
  expand({ rrule, start: `${start}T09:00`, zone, limit }).map(({ local }) =>
    local.replace(/T09:00$/, ""),
  );

const daily = `1997-09: ${range(2, 30)} | 1997-10: ${range(1, 31)} | 1997-11: ${range(1, 30)} | 1997-12: ${range(1, 23)}`;
const januaries = [1998, 1999, 2000].map((year) => `${year}-01: ${range(1, 31)}`).join(" | ");
const everyDay = "SU,MO,TU,WE,TH,FR,SA";
const sep = "1997-09-02";

/** What it is, its start, the rule and its dates. Rules that end are asked for more than they have. */
// prettier-ignore
const examples: [string, string, string, string, ("forever" | "ends")?][] = [
  ["daily for 10 occurrences", sep, "FREQ=DAILY;COUNT=10", `1997-09: ${range(2, 11)}`],
  ["daily until 24 December", sep, "FREQ=DAILY;UNTIL=19971224T000000Z", daily],
  ["every other day", sep, "FREQ=DAILY;INTERVAL=2", "1997-09: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 | 1997-10: 2 4", "forever"],
  ["every 10 days, 5 times", sep, "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09: 2 12 22 | 1997-10: 2 12"],
  ["every day in January, yearly", "1998-01-01", `FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=${everyDay}`, januaries],
  ["every day in January, daily", "1998-01-01", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", januaries],
  ["weekly for 10 occurrences", sep, "FREQ=WEEKLY;COUNT=10", "1997-09: 2 9 16 23 30 | 1997-10: 7 14 21 28 | 1997-11: 4"],
  ["weekly until 24 December", sep, "FREQ=WEEKLY;UNTIL=19971224T000000Z", "1997-09: 2 9 16 23 30 | 1997-10: 7 14 21 28 | 1997-11: 4 11 18 25 | 1997-12: 2 9 16 23"],
  ["every other week", sep, "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997-09: 2 16 30 | 1997-10: 14 28 | 1997-11: 11 25 | 1997-12: 9 23 | 1998-01: 6 20 | 1998-02: 3 17", "forever"],
  ["Tuesday and Thursday for five weeks, by UNTIL", sep, "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "1997-09: 2 4 9 11 16 18 23 25 30 | 1997-10: 2"],
  ["Tuesday and Thursday for five weeks, by COUNT", sep, "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "1997-09: 2 4 9 11 16 18 23 25 30 | 1997-10: 2"],
  ["every other week on three days", "1997-09-01", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", "1997-09: 1 3 5 15 17 19 29 | 1997-10: 1 3 13 15 17 27 29 31 | 1997-11: 10 12 14 24 26 28 | 1997-12: 8 10 12 22"],
  ["every other week on two days, 8 times", sep, "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09: 2 4 16 18 30 | 1997-10: 2 14 16"],
  ["the first Friday, 10 times", "1997-09-05", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09: 5 | 1997-10: 3 | 1997-11: 7 | 1997-12: 5 | 1998-01: 2 | 1998-02: 6 | 1998-03: 6 | 1998-04: 3 | 1998-05: 1 | 1998-06: 5"],
  ["the first Friday until 24 December", "1997-09-05", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "1997-09: 5 | 1997-10: 3 | 1997-11: 7 | 1997-12: 5"],
  ["the first and last Sunday of every other month", "1997-09-07", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09: 7 28 | 1997-11: 2 30 | 1998-01: 4 25 | 1998-03: 1 29 | 1998-05: 3 31"],
  ["the second-to-last Monday, 6 times", "1997-09-22", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09: 22 | 1997-10: 20 | 1997-11: 17 | 1997-12: 22 | 1998-01: 19 | 1998-02: 16"],
  ["the 2nd and 15th", sep, "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997-09: 2 15 | 1997-10: 2 15 | 1997-11: 2 15 | 1997-12: 2 15 | 1998-01: 2 15"],
  ["the third-to-last day", "1997-09-28", "FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09: 28 | 1997-10: 29 | 1997-11: 28 | 1997-12: 29 | 1998-01: 29 | 1998-02: 26", "forever"],
  ["the first and last day", "1997-09-30", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997-09: 30 | 1997-10: 1 31 | 1997-11: 1 30 | 1997-12: 1 31 | 1998-01: 1 31 | 1998-02: 1"],
  ["every 18 months on the 10th to 15th", "1997-09-10", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", `1997-09: ${range(10, 15)} | 1999-03: ${range(10, 13)}`],
  ["every Tuesday of every other month", sep, "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "1997-09: 2 9 16 23 30 | 1997-11: 4 11 18 25 | 1998-01: 6 13 20 27 | 1998-03: 3 10 17 24 31", "forever"],
  ["yearly in June and July", "1997-06-10", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", [1997, 1998, 1999, 2000, 2001].map((year) => `${year}-06: 10 | ${year}-07: 10`).join(" | ")],
  ["every other year in January, February and March", "1997-03-10", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", `1997-03: 10 | ${[1999, 2001, 2003].map((year) => `${year}-01: 10 | ${year}-02: 10 | ${year}-03: 10`).join(" | ")}`],
  ["every 20th Monday of the year", "1997-05-19", "FREQ=YEARLY;BYDAY=20MO", "1997-05: 19 | 1998-05: 18 | 1999-05: 17", "forever"],
  ["every Thursday in March", "1997-03-13", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03: 13 20 27 | 1998-03: 5 12 19 26 | 1999-03: 4 11 18 25", "forever"],
  ["every Thursday of three months", "1997-06-05", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "1997-06: 5 12 19 26 | 1997-07: 3 10 17 24 31 | 1997-08: 7 14 21 28 | 1998-06: 4 11 18 25 | 1998-07: 2 9 16 23 30 | 1998-08: 6 13 20 27 | 1999-06: 3 10 17 24", "forever"],
  ["every Friday the 13th", sep, "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13\nEXDATE;TZID=America/New_York:19970902T090000", "1998-02: 13 | 1998-03: 13 | 1998-11: 13 | 1999-08: 13 | 2000-10: 13", "forever"],
  ["the first Saturday after the first Sunday", "1997-09-13", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09: 13 | 1997-10: 11 | 1997-11: 8 | 1997-12: 13 | 1998-01: 10 | 1998-02: 7 | 1998-03: 7 | 1998-04: 11 | 1998-05: 9 | 1998-06: 13", "forever"],
  ["the day of United States presidential elections", "1996-11-05", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11: 5 | 2000-11: 7 | 2004-11: 2", "forever"],
  ["the third Tuesday, Wednesday or Thursday", "1997-09-04", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09: 4 | 1997-10: 7 | 1997-11: 6"],
  ["the second-to-last workday", "1997-09-29", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09: 29 | 1997-10: 30 | 1997-11: 27 | 1997-12: 30 | 1998-01: 29 | 1998-02: 26 | 1998-03: 30", "forever"],
  ["every other week when weeks start on Monday", "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08: 5 10 19 24"],
  ["every other week when weeks start on Sunday", "1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08: 5 17 19 31"],
  ["a day that a month does not have is left out", "2007-01-15", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01: 15 30 | 2007-02: 15 | 2007-03: 15 30"],
];

describe("the examples of RFC 5545 that are accepted", () => {
  test.each(examples)("%s", (_, start, rrule, listed, end = "ends") => {
    const expected = days(listed);
    const limit = expected.length + (end === "ends" ? 5 : 0);
    expect(asSaid(rrule, start, limit)).toEqual(expected);
  });

  test("every 3 hours until 17:00 UTC ends at 13:00 in New York (the RFC's list goes on to 15:00, past its own UNTIL)", () => {
    const rrule = "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z";
    const found = expand({ rrule, start: "1997-09-02T09:00", zone, limit: 9 });
    expect(found.map(({ local }) => local)).toEqual(["1997-09-02T09:00", "1997-09-02T12:00"]);
    const meant = expand({
      rrule: rrule.replace("T17", "T21"),
      start: "1997-09-02T09:00",
      zone,
      limit: 9,
    });
    expect(meant.map(({ local }) => local.slice(11))).toEqual(["09:00", "12:00", "15:00"]);
  });

  test("instants follow the clock of New York: 9:00 is 13:00Z in summer and 14:00Z in winter", () => {
    const found = expand({ rrule: "FREQ=DAILY", start: "1997-10-25T09:00", zone, limit: 2 });
    expect(found.map(({ instant }) => instant)).toEqual([
      "1997-10-25T13:00:00.000Z",
      "1997-10-26T14:00:00.000Z",
    ]);
  });
});

describe("the examples of RFC 5545 that are refused", () => {
  // prettier-ignore
  const refused: [string, string, RegExp][] = [
    ["the 1st, 100th and 200th day", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", /BYYEARDAY.*BYMONTHDAY/],
    ["Monday of week 20", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", /BYWEEKNO.*BYDAY/],
    ["every 15 minutes", "FREQ=MINUTELY;INTERVAL=15;COUNT=6", /FREQ=MINUTELY is too often.*HOURLY/],
    ["every hour and a half", "FREQ=MINUTELY;INTERVAL=90;COUNT=4", /FREQ=MINUTELY/],
    ["every 20 minutes of the day", "FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20,40", /BYHOUR.*due date/],
    ["every 20 minutes, said otherwise", "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10", /FREQ=MINUTELY/],
  ];
  test.each(refused)("%s", (_, rrule, reason) => {
    const read = parseRecurrence({ rrule });
    expect(read.ok ? "accepted" : read.error.message).toMatch(reason);
    expect(() => asSaid(rrule, sep, 1)).toThrow(reason);
  });
});
