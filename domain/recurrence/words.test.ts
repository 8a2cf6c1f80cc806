// What people read about a recurrence: describe and preview.
import { describe, expect, test } from "vitest";
import { describe as inWords, preview, type Recurrence } from "../recurrence.ts";

const on = (rrule: string, more: Partial<Recurrence> = {}): Recurrence => ({
  rrule,
  anchor: "schedule",
  overflow: "clamp",
  ...more,
});

describe("a recurrence in words", () => {
  // prettier-ignore
  test.each([
    ["FREQ=HOURLY", "every hour"],
    ["FREQ=HOURLY;INTERVAL=4;BYDAY=MO", "every 4 hours on Monday"],
    ["FREQ=DAILY", "every day at 9:00"],
    ["FREQ=DAILY;INTERVAL=2", "every 2 days at 9:00"],
    ["FREQ=DAILY;BYMONTH=1", "every day in January at 9:00"],
    ["FREQ=WEEKLY", "every week at 9:00"],
    ["FREQ=WEEKLY;BYDAY=MO,WE,FR", "every Monday, Wednesday and Friday at 9:00"],
    ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every workday at 9:00"],
    ["FREQ=WEEKLY;BYDAY=SA,SU", "every weekend day at 9:00"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every 2 weeks on Tuesday at 9:00"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every last workday at 9:00"],
    ["FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "every third Tuesday, Wednesday or Thursday at 9:00"],
    ["FREQ=MONTHLY;BYDAY=1MO,-1FR", "every first Monday and last Friday at 9:00"],
    ["FREQ=MONTHLY;INTERVAL=3;BYDAY=-2FR", "every 3 months on the second to last Friday at 9:00"],
    ["FREQ=MONTHLY;BYMONTHDAY=31", "every month on the 31st at 9:00"],
    ["FREQ=MONTHLY;BYMONTHDAY=1,15,-1", "every month on the 1st, 15th and last day at 9:00"],
    ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "every month on the 13th if it is a Friday at 9:00"],
    ["FREQ=MONTHLY;BYMONTHDAY=10,20;BYSETPOS=-1", "every month on the last of the 10th or 20th at 9:00"],
    ["FREQ=YEARLY", "every year at 9:00"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "every year on 29 February at 9:00"],
    ["FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "every year on the fourth Thursday in November at 9:00"],
    ["FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "every Thursday in March at 9:00"],
    ["FREQ=YEARLY;INTERVAL=2;BYDAY=20MO", "every 2 years on the 20th Monday at 9:00"],
    ["FREQ=DAILY;COUNT=10", "every day at 9:00, 10 times"],
    ["FREQ=DAILY;COUNT=1", "every day at 9:00, once"],
    ["FREQ=DAILY;UNTIL=20261224", "every day at 9:00, until 24 December 2026"],
    ["FREQ=DAILY;UNTIL=20261224T160000Z", "every day at 9:00, until 24 December 2026 16:00 UTC"],
    ["FREQ=DAILY\nEXDATE:20261201", "every day at 9:00, except on 1 December 2026"],
    ["FREQ=DAILY\nEXDATE:20261201,20261202", "every day at 9:00, except on 2 dates"],
  ])("%j", (rrule, expected) => {
    expect(inWords(on(rrule), "en", "2026-03-02T09:00")).toBe(expected);
  });

  test("without a clock time when the due has none, and with AM or PM where people write it so", () => {
    const daily = on("FREQ=DAILY");
    expect(inWords(daily, "en")).toBe("every day");
    expect(inWords(daily, "en", "2026-03-02")).toBe("every day");
    expect(inWords(daily, "en-US", "2026-03-02T00:05")).toBe("every day at 12:05 AM");
    expect(inWords(daily, "en-US", "2026-03-02T15:05")).toBe("every day at 3:05 PM");
    expect(inWords(daily, "en-GB", "2026-03-02T15:05")).toBe("every day at 15:05");
  });

  test("says what counts from the completion, and what leaves months out", () => {
    const anew = on("FREQ=MONTHLY;INTERVAL=3", { anchor: "completion" });
    expect(inWords(anew, "en")).toBe("every 3 months after completion");
    const strict = on("FREQ=MONTHLY;BYMONTHDAY=31", { overflow: "skip" });
    expect(inWords(strict, "en")).toBe(
      "every month on the 31st (only in months that have that day)",
    );
  });
});

describe("the next five dates before a recurrence is saved", () => {
  const dates = (recurrence: Recurrence, start: string, zone: string, count?: number) =>
    preview(recurrence, { start, zone }, count).map(({ local, note }) => [local, note]);

  test("a clamped day is explained", () => {
    const found = dates(on("FREQ=MONTHLY;BYMONTHDAY=31"), "2027-01-31", "Europe/Berlin");
    expect(found).toEqual([
      ["2027-01-31", null],
      ["2027-02-28", "28 Feb: February has no 31st"],
      ["2027-03-31", null],
      ["2027-04-30", "30 Apr: April has no 31st"],
      ["2027-05-31", null],
    ]);
  });

  test("so is a day that a rule without days takes from its start", () => {
    const found = dates(on("FREQ=YEARLY"), "2028-02-29", "Europe/Berlin", 2);
    expect(found[1]).toEqual(["2029-02-28", "28 Feb: February has no 29th"]);
  });

  test("a month that the strict reading leaves out is named", () => {
    const strict = on("FREQ=MONTHLY;BYMONTHDAY=30,31", { overflow: "skip" });
    expect(dates(strict, "2027-01-31", "Europe/Berlin", 2)[1]).toEqual([
      "2027-03-30",
      "30 Mar: no date in February 2027, which has no 30th",
    ]);
    const leap = on("FREQ=YEARLY", { overflow: "skip" });
    expect(dates(leap, "2028-02-29", "Europe/Berlin", 2)[1]).toEqual([
      "2032-02-29",
      "29 Feb: no date in February 2029, February 2030 and February 2031, which have no 29th",
    ]);
    expect(dates(leap, "2096-02-29", "Europe/Berlin", 2)[1]?.[1]).toBe(
      "29 Feb: no date in 7 months from February 2097 on, which have no 29th",
    );
  });

  test("what a clock change does to the time is explained", () => {
    const zone = "America/New_York";
    expect(dates(on("FREQ=DAILY"), "2027-03-13T02:30", zone, 2)).toEqual([
      ["2027-03-13T02:30", null],
      [
        "2027-03-14T02:30",
        "14 Mar: 02:30 does not exist as the clock goes forward; it becomes 03:30",
      ],
    ]);
    expect(dates(on("FREQ=DAILY"), "2027-11-06T01:30", zone, 2)[1]).toEqual([
      "2027-11-07T01:30",
      "7 Nov: 01:30 comes twice as the clock goes back; the first one counts",
    ]);
  });

  test("after completion: what comes when each is done on its day, and no more than COUNT", () => {
    const anew = on("FREQ=MONTHLY;COUNT=3", { anchor: "completion" });
    expect(dates(anew, "2027-01-31", "Europe/Berlin").map(([local]) => local)).toEqual([
      "2027-01-31",
      "2027-02-28",
      "2027-03-28",
    ]);
  });

  test("fewer when the series ends, none when none are wanted, later ones with `after`", () => {
    const options = { start: "2027-01-31", zone: "UTC", after: "2027-02-02T00:00:00.000Z" };
    expect(dates(on("FREQ=DAILY;COUNT=2"), "2027-01-31", "UTC")).toHaveLength(2);
    expect(preview(on("FREQ=DAILY"), options, 0)).toEqual([]);
    expect(preview(on("FREQ=DAILY"), options, 1)[0]?.local).toBe("2027-02-03");
    expect(preview(on("FREQ=DAILY"), options)).toHaveLength(5);
  });
});
