import { describe, expect, test } from "vitest";
import { dueInstant, howOften, offsetInstant, toInstant, toLocal } from "./time.ts";

// prettier-ignore
const skipped: [string, string, string, string][] = [
  ["America/New_York", "2027-03-14T02:30", "2027-03-14T07:30:00.000Z", "2027-03-14T03:30"],
  ["America/St_Johns", "2027-03-14T02:30", "2027-03-14T06:00:00.000Z", "2027-03-14T03:30"],
  ["America/Sao_Paulo", "2018-11-04T00:30", "2018-11-04T03:30:00.000Z", "2018-11-04T01:30"],
  ["America/Santiago", "2026-09-06T00:30", "2026-09-06T04:30:00.000Z", "2026-09-06T01:30"],
  ["Europe/Berlin", "2027-03-28T02:30", "2027-03-28T01:30:00.000Z", "2027-03-28T03:30"],
  ["Europe/London", "2027-03-28T01:30", "2027-03-28T01:30:00.000Z", "2027-03-28T02:30"],
  ["Africa/Cairo", "2026-04-24T00:30", "2026-04-23T22:30:00.000Z", "2026-04-24T01:30"],
  ["Asia/Beirut", "2026-03-29T00:30", "2026-03-28T22:30:00.000Z", "2026-03-29T01:30"],
  ["Australia/Sydney", "2027-10-03T02:30", "2027-10-02T16:30:00.000Z", "2027-10-03T03:30"],
  ["Australia/Lord_Howe", "2027-10-03T02:15", "2027-10-02T15:45:00.000Z", "2027-10-03T02:45"],
  ["Pacific/Auckland", "2027-09-26T02:30", "2027-09-25T14:30:00.000Z", "2027-09-26T03:30"],
  ["Pacific/Apia", "2011-12-30T09:00", "2011-12-30T19:00:00.000Z", "2011-12-31T09:00"],
];

// prettier-ignore
const twice: [string, string, string][] = [
  ["America/New_York", "2027-11-07T01:30", "2027-11-07T05:30:00.000Z"],
  ["America/St_Johns", "2027-11-07T01:30", "2027-11-07T04:00:00.000Z"],
  ["America/Sao_Paulo", "2018-02-17T23:30", "2018-02-18T01:30:00.000Z"],
  ["America/Santiago", "2026-04-04T23:30", "2026-04-05T02:30:00.000Z"],
  ["Europe/Berlin", "2027-10-31T02:30", "2027-10-31T00:30:00.000Z"],
  ["Europe/London", "2027-10-31T01:30", "2027-10-31T00:30:00.000Z"],
  ["Europe/Dublin", "2027-10-31T01:30", "2027-10-31T00:30:00.000Z"],
  ["Africa/Cairo", "2026-10-29T23:30", "2026-10-29T20:30:00.000Z"],
  ["Asia/Beirut", "2026-10-24T23:30", "2026-10-24T20:30:00.000Z"],
  ["Australia/Sydney", "2027-04-04T02:30", "2027-04-03T15:30:00.000Z"],
  ["Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-03T14:45:00.000Z"],
  ["Pacific/Auckland", "2027-04-04T02:30", "2027-04-03T13:30:00.000Z"],
];

describe("a wall clock becomes an instant", () => {
  test.each(skipped)(
    "%s: %s does not exist and moves forward by the gap",
    (zone, local, instant, becomes) => {
      expect(toInstant(local, zone)).toBe(instant);
      expect(toLocal(instant, zone)).toBe(becomes);
      expect(howOften(local, zone)).toBe("skipped");
    },
  );

  test.each(twice)("%s: %s happens twice and means the first", (zone, local, instant) => {
    expect(toInstant(local, zone)).toBe(instant);
    expect(toLocal(instant, zone)).toBe(local);
    expect(howOften(local, zone)).toBe("twice");
  });

  test("an ordinary time, in any way a zone is written", () => {
    expect(toInstant("2026-12-01T12:00", "Asia/Kolkata")).toBe("2026-12-01T06:30:00.000Z");
    expect(toInstant("2026-12-01T12:00", "UTC")).toBe("2026-12-01T12:00:00.000Z");
    expect(toInstant("2026-12-01T12:00", "Etc/GMT+5")).toBe("2026-12-01T17:00:00.000Z");
    expect(toInstant("2026-12-01T12:00", "+02:00")).toBe("2026-12-01T10:00:00.000Z");
    expect(toInstant("2026-12-01T12:00:30", "UTC")).toBe("2026-12-01T12:00:30.000Z");
    expect(howOften("2026-12-01T12:00", "Europe/Berlin")).toBe("once");
  });

  test("a day means its first moment, which is not midnight everywhere", () => {
    expect(toInstant("2026-12-01", "Europe/Berlin")).toBe("2026-11-30T23:00:00.000Z");
    expect(toInstant("2018-11-04", "America/Sao_Paulo")).toBe("2018-11-04T03:00:00.000Z");
  });

  test.each([
    ["2027-02-30T09:00", "Europe/Berlin", /"2027-02-30T09:00" is not a day or wall-clock time/],
    ["2027-13-01", "Europe/Berlin", /"2027-13-01"/],
    ["2027-03-14T24:00", "Europe/Berlin", /"2027-03-14T24:00"/],
    ["2027-03-14T02:30Z", "Europe/Berlin", /"2027-03-14T02:30Z"/],
    ["tomorrow", "Europe/Berlin", /"tomorrow"/],
    ["", "Europe/Berlin", /"" is not a day/],
    ["2027-03-14T02:30", "Mars/Olympus", /"Mars\/Olympus" is not an IANA time zone/],
    ["2027-03-14T02:30", "", /"" is not an IANA time zone/],
    ["2027-03-14T02:30", "2027-03-14T02:30[Europe/Berlin]", /is not an IANA time zone/],
  ])("%j in %j throws a RangeError that names what is wrong", (local, zone, reason) => {
    expect(() => toInstant(local, zone)).toThrow(RangeError);
    expect(() => toInstant(local, zone)).toThrow(reason);
  });

  test("an instant that cannot be read is named too", () => {
    expect(() => toLocal("2027-03-14T02:30", "UTC")).toThrow(
      /"2027-03-14T02:30" is not an instant/,
    );
  });
});

describe("the time of a reminder", () => {
  const due = "2027-03-28T03:15"; // Berlin's clock has just gone from 2 to 3

  test("less than a day before is elapsed time", () => {
    expect(offsetInstant(due, "Europe/Berlin", -30)).toBe("2027-03-28T00:45:00.000Z");
    expect(offsetInstant(due, "Europe/Berlin", -23 * 60)).toBe("2027-03-27T02:15:00.000Z");
    expect(offsetInstant(due, "Europe/Berlin", 0)).toBe("2027-03-28T01:15:00.000Z");
    expect(offsetInstant(due, "Europe/Berlin", 10)).toBe("2027-03-28T01:25:00.000Z");
  });

  test("whole days before are calendar days at the same clock time, though the day has 23 hours", () => {
    expect(offsetInstant(due, "Europe/Berlin", -1440)).toBe("2027-03-27T02:15:00.000Z");
    expect(offsetInstant("2027-03-28T09:00", "Europe/Berlin", -1440)).toBe(
      "2027-03-27T08:00:00.000Z",
    );
    expect(offsetInstant("2027-03-28T09:00", "Europe/Berlin", -7 * 1440)).toBe(
      "2027-03-21T08:00:00.000Z",
    );
    expect(offsetInstant("2027-03-28T09:00", "Europe/Berlin", -1500)).toBe(
      "2027-03-27T07:00:00.000Z",
    );
  });

  test("a full day is due at the person's hour, a floating time on the person's clock, a fixed one on its own", () => {
    const tokyo = "Asia/Tokyo";
    expect(dueInstant({ kind: "day", at: "2026-12-01" }, tokyo, "09:00")).toBe(
      "2026-12-01T00:00:00.000Z",
    );
    expect(dueInstant({ kind: "floating", at: "2026-12-01T12:00" }, tokyo, "09:00")).toBe(
      "2026-12-01T03:00:00.000Z",
    );
    const fixed = { kind: "fixed", at: "2026-12-01T12:00", zone: "Europe/Berlin" } as const;
    expect(dueInstant(fixed, tokyo, "09:00")).toBe("2026-12-01T11:00:00.000Z");
  });
});
