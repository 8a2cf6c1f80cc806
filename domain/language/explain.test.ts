// The line that says what quick add understood.
import { expect, test } from "vitest";
import { explain } from "./explain.ts";
import { parseQuickAdd } from "./quick-add.ts";

const explained = (line: string, locale = "en", now = "2026-11-25T09:00:00.000Z") =>
  explain(parseQuickAdd(line, { now, zone: "Europe/Berlin", locale }), locale);

// prettier-ignore
test.each([
  ["Pay rent every month on the 1st at 9:00", "Pay rent · every month on the 1st at 9:00, next Tue 1 Dec"],
  ["Pay rent every 1st", "Pay rent · every month on the 1st, next Tue 1 Dec"],
  ["buy milk", "buy milk"],
  ["buy milk tomorrow 5pm #home p1", "buy milk · Thu 26 Nov 17:00 · p1 · @home"],
  ["water plants every! 3 days", "water plants · every 3 days after completion, next Wed 25 Nov"],
  ["stretch every 3 hours", "stretch · every 3 hours, next Wed 25 Nov 13:00"],
  ["standup every workday 9am PST", "standup · every workday at 9:00 (America/Los_Angeles), next Wed 25 Nov"],
  ["call tomorrow 5pm !30m !1d for 15min", "call · Thu 26 Nov 17:00 · 15 min · reminder 30 min before, 1 day before"],
  ["thesis {1 dec} !3 days before +ann", "thesis · deadline Tue 1 Dec · +ann · reminder 3 days before the deadline"],
  ["course every monday 10 times", "course · every Monday, 10 times, next Mon 30 Nov"],
])("%s", (line, expected) => {
  expect(explained(line)).toBe(expected);
});

test("the clock is written as the locale does", () => {
  expect(explained("gym every day at 6pm", "en-US")).toBe(
    "gym · every day at 6:00 PM, next Wed Nov 25",
  );
});
