// The days one can move to, and what becomes of a time.
import { describe, expect, test } from "vitest";
import { dayOf, movedTo } from "./reschedule.ts";

describe("a day to move to", () => {
  test.each([
    ["today", "2026-11-30", 1, "2026-11-30"],
    ["tomorrow", "2026-11-30", 1, "2026-12-01"],
    ["next week", "2026-11-30", 1, "2026-12-07"], // a Monday: the next one
    ["next week", "2026-12-02", 1, "2026-12-07"],
    ["next week", "2026-12-06", 1, "2026-12-07"],
    ["next week", "2026-12-05", 7, "2026-12-06"],
    ["next week", "2026-12-06", 7, "2026-12-13"],
  ] as const)("%s on %s, weeks from %i", (target, today, weekStart, day) =>
    expect(dayOf(target, today, weekStart)).toBe(day),
  );
});

describe("a due that is moved", () => {
  const wall = "2026-11-30T10:00";
  test("keeps its time, kind and zone", () => {
    expect(movedTo({ kind: "floating", at: "2026-11-20T09:00" }, "2026-12-01", wall)).toEqual({
      kind: "floating",
      at: "2026-12-01T09:00",
    });
    const fixed = { kind: "fixed", at: "2026-11-20T09:00:30", zone: "Asia/Tokyo" } as const;
    expect(movedTo(fixed, "2026-12-01", wall)).toEqual({ ...fixed, at: "2026-12-01T09:00:30" });
  });

  test("to today at a time that is over is due some time today", () => {
    const due = { kind: "floating", at: "2026-11-20T09:00" } as const;
    expect(movedTo(due, "2026-11-30", wall)).toEqual({ kind: "day", at: "2026-11-30" });
    expect(movedTo({ ...due, at: "2026-11-20T15:00" }, "2026-11-30", wall)).toEqual({
      kind: "floating",
      at: "2026-11-30T15:00",
    });
  });

  test("of a whole day is a whole day", () => {
    expect(movedTo({ kind: "day", at: "2026-11-20" }, "2026-12-01", wall)).toEqual({
      kind: "day",
      at: "2026-12-01",
    });
    expect(movedTo(null, "2026-12-01", wall).at).toBe("2026-12-01");
  });
});
