import { describe, expect, test } from "vitest";
import { expand, parseRecurrence, Recurrence } from "../recurrence.ts";

const at = { start: "2026-03-02", zone: "Europe/Berlin" };
const canonical = (rrule: string): string => {
  const read = parseRecurrence({ rrule });
  return read.ok ? read.value.rrule : `refused: ${read.error.message}`;
};

describe("a rule becomes its canonical text", () => {
  // prettier-ignore
  test.each([
    ["FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"],
    ["RRULE:freq=weekly;byday=we,mo,we", "FREQ=WEEKLY;BYDAY=MO,WE"],
    ["BYDAY=FR;INTERVAL=1;FREQ=WEEKLY;WKST=MO;", "FREQ=WEEKLY;BYDAY=FR"],
    ["FREQ=WEEKLY;WKST=SU;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"],
    ["FREQ=WEEKLY;WKST=SU;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;WKST=SU"],
    ["FREQ=MONTHLY;BYDAY=-1FR,+2MO,TU", "FREQ=MONTHLY;BYDAY=-1FR,TU,2MO"],
    ["FREQ=MONTHLY;BYMONTHDAY=31,-1,+5", "FREQ=MONTHLY;BYMONTHDAY=-1,5,31"],
    ["FREQ=MONTHLY;BYMONTHDAY=-3", "FREQ=MONTHLY;BYMONTHDAY=-3"],
    ["COUNT=03;FREQ=DAILY", "FREQ=DAILY;COUNT=3"],
    ["FREQ=DAILY;UNTIL=20261224", "FREQ=DAILY;UNTIL=20261224"],
    ["FREQ=DAILY;UNTIL=20261224t170000z", "FREQ=DAILY;UNTIL=20261224T170000Z"],
    ["FREQ=DAILY\r\nEXDATE:20260303T090000,\r\n 20260302T090000", "FREQ=DAILY\nEXDATE:20260302T090000,20260303T090000"],
    ["FREQ=DAILY\nEXDATE;VALUE=DATE:20260303\nEXDATE:20260302", "FREQ=DAILY\nEXDATE;VALUE=DATE:20260302,20260303"],
    ["FREQ=DAILY\nEXDATE;TZID=Europe/Berlin:20260302T090000", "FREQ=DAILY\nEXDATE:20260302T080000Z"],
    ["FREQ=DAILY;EXDATE=20260302", "FREQ=DAILY\nEXDATE;VALUE=DATE:20260302"],
  ])("%j", (text, expected) => {
    expect(canonical(text)).toBe(expected);
    expect(canonical(expected)).toBe(expected);
  });

  test("two fields of ours go with it, and have a default", () => {
    expect(parseRecurrence({ rrule: "FREQ=DAILY" })).toEqual({
      ok: true,
      value: { rrule: "FREQ=DAILY", anchor: "schedule", overflow: "clamp" },
    });
    const given = { rrule: "FREQ=DAILY", anchor: "completion", overflow: "skip" };
    expect(parseRecurrence(given)).toEqual({ ok: true, value: given });
    expect(Recurrence.safeParse(given).success).toBe(true);
    expect(Recurrence.safeParse({ ...given, rrule: "FREQ=SECONDLY" }).success).toBe(false);
  });

  test("day 29 to 31 of the start is kept in the rule, other days are not", () => {
    const ruleFrom = (rrule: string, start: string, anchor = "schedule"): unknown => {
      const read = parseRecurrence({ rrule, anchor }, { ...at, start });
      return read.ok ? read.value.rrule : read.error.message;
    };
    expect(ruleFrom("FREQ=MONTHLY", "2026-01-31")).toBe("FREQ=MONTHLY;BYMONTHDAY=31");
    expect(ruleFrom("FREQ=MONTHLY;COUNT=3", "2026-01-29T09:00")).toBe(
      "FREQ=MONTHLY;BYMONTHDAY=29;COUNT=3",
    );
    expect(ruleFrom("FREQ=YEARLY", "2028-02-29")).toBe("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29");
    expect(ruleFrom("FREQ=MONTHLY", "2026-01-28")).toBe("FREQ=MONTHLY");
    expect(ruleFrom("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30")).toBe("FREQ=MONTHLY;BYDAY=-1FR");
    expect(ruleFrom("FREQ=MONTHLY", "2026-01-31", "completion")).toBe("FREQ=MONTHLY");
  });
});

describe("a rule is refused with a reason a person can read", () => {
  // prettier-ignore
  test.each([
    ["", /needs FREQ, such as FREQ=WEEKLY/],
    ["INTERVAL=2", /needs FREQ/],
    ["FREQ=FORTNIGHTLY", /FREQ must be one of HOURLY, DAILY.*not "FORTNIGHTLY"/],
    ["FREQ=SECONDLY", /FREQ=SECONDLY is too often/],
    ["FREQ=MINUTELY;INTERVAL=30", /FREQ=MINUTELY is too often/],
    ["FREQ=DAILY;INTERVAL=0", /INTERVAL must be a whole number from 1 to 999, not "0"/],
    ["FREQ=DAILY;INTERVAL=1000", /INTERVAL .* 999/],
    ["FREQ=DAILY;INTERVAL=1.5", /INTERVAL/],
    ["FREQ=DAILY;COUNT=0", /COUNT must be a whole number from 1/],
    ["FREQ=DAILY;COUNT=2;UNTIL=20261224", /by COUNT or by UNTIL, not by both/],
    ["FREQ=DAILY;UNTIL=20260230", /UNTIL: "20260230" is not a date/],
    ["FREQ=DAILY;UNTIL=20260203T250000Z", /UNTIL/],
    ["FREQ=DAILY;BYMONTH=13", /BYMONTH: "13" does not fit; it holds months from 1 to 12/],
    ["FREQ=MONTHLY;BYMONTHDAY=0", /BYMONTHDAY: "0"/],
    ["FREQ=MONTHLY;BYMONTHDAY=-32", /BYMONTHDAY: "-32" .* or from -1 for the last day to -31/],
    ["FREQ=MONTHLY;BYMONTHDAY=32", /BYMONTHDAY: "32"/],
    ["FREQ=WEEKLY;BYMONTHDAY=3", /BYMONTHDAY does not go with FREQ=WEEKLY/],
    ["FREQ=WEEKLY;BYDAY=1MO", /goes only with FREQ=MONTHLY or YEARLY, not WEEKLY/],
    ["FREQ=MONTHLY;BYDAY=6MO", /no month has a weekday 6 times/],
    ["FREQ=YEARLY;BYMONTH=2;BYDAY=-6MO", /no month has a weekday 6 times/],
    ["FREQ=YEARLY;BYDAY=54MO", /BYDAY: "54MO" is not a weekday/],
    ["FREQ=WEEKLY;BYDAY=XX", /BYDAY: "XX" is not a weekday such as MO/],
    ["FREQ=MONTHLY;BYSETPOS=1", /BYSETPOS needs BYDAY or BYMONTHDAY/],
    ["FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", /BYSETPOS: "0"/],
    ["FREQ=DAILY;WKST=1", /WKST must be a weekday/],
    ["FREQ=YEARLY;BYYEARDAY=100", /BYYEARDAY is not supported: say the month and day instead/],
    ["FREQ=YEARLY;BYWEEKNO=20", /BYWEEKNO is not supported/],
    ["FREQ=DAILY;BYHOUR=9", /BYHOUR is not supported: the clock time comes from the due date/],
    ["FREQ=MONTHLY;SKIP=BACKWARD", /SKIP is not supported here: say overflow/],
    ["FREQ=DAILY;FREQ=WEEKLY", /FREQ stands twice/],
    ["FREQ=DAILY;X-FOO=1", /X-FOO is not a part of a rule; known are FREQ/],
    ["FREQ=DAILY;nonsense", /"NONSENSE" is not a part of a rule/],
    ["FREQ=DAILY;constructor=1;toString=2", /CONSTRUCTOR is not a part/],
    ["DTSTART:20260302\nRRULE:FREQ=DAILY", /DTSTART does not belong in a rule/],
    ["FREQ=DAILY\nRDATE:20260302", /RDATE is not supported/],
    ["FREQ=DAILY\nFREQ=WEEKLY", /one rule, not two/],
    ["FREQ=DAILY\nEXDATE:soon", /EXDATE: "SOON" is not a date/],
    ["FREQ=DAILY\nEXDATE;TZID=Mars/X:20260302T090000", /EXDATE: "MARS\/X" is not an IANA time zone/],
    [`FREQ=DAILY\nEXDATE:${"20260302T090000,".repeat(900)}20260302`, /at most 10000 characters/],
  ])("%j", (rrule, reason) => {
    const read = parseRecurrence({ rrule });
    expect(read.ok ? "accepted" : read.error.message).toMatch(reason);
    expect(read).toMatchObject({ error: { code: "invalid", fields: [{ path: "rrule" }] } });
    expect(() => expand({ rrule, ...at, limit: 1 })).toThrow(RangeError);
  });

  test("one that never has a date", () => {
    const never = (rrule: string, more: object = {}, from?: typeof at): unknown => {
      const read = parseRecurrence({ rrule, ...more }, from);
      return read.ok ? read.value.rrule : read.error.message;
    };
    const skip = { overflow: "skip" };
    const feb30 = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
    expect(never(feb30, skip)).toBe("February has no day 30");
    expect(never(feb30, skip, at)).toBe("February has no day 30");
    expect(never(feb30, { overflow: "clamp" }, at)).toBe(feb30);
    expect(never("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6")).toBe("no date fits all parts of this rule");
    expect(never("FREQ=DAILY;INTERVAL=7;BYDAY=TU", {}, at)).toBe(
      "no date fits all parts of this rule",
    );
    expect(never("FREQ=DAILY;UNTIL=20260301", {}, at)).toBe(
      "UNTIL is before the first date of the rule from 2026-03-02 on",
    );
    expect(never("FREQ=DAILY;COUNT=2\nEXDATE:20260302,20260303", {}, at)).toBe(
      "EXDATE leaves out every date of the rule",
    );
  });

  test("an hourly one on a full day, and fields of ours that are not right", () => {
    expect(parseRecurrence({ rrule: "FREQ=HOURLY" }, at)).toMatchObject({
      error: { message: "an hourly rule needs a due date with a clock time, not a full day" },
    });
    expect(parseRecurrence({ rrule: "FREQ=DAILY", anchor: "due", overflow: 1 })).toMatchObject({
      error: { fields: [{ path: "anchor" }, { path: "overflow" }] },
    });
    expect(parseRecurrence({})).toMatchObject({ error: { fields: [{ path: "rrule" }] } });
    expect(parseRecurrence("FREQ=DAILY").ok).toBe(false);
  });
});
