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
  ["swim 5 times every monday", "swim · every Monday, 5 times, next Mon 30 Nov"],
  ["yoga every m/w/f 6pm", "yoga · every Monday, Wednesday and Friday at 18:00, next Wed 25 Nov"],
  ["remind me to call mum at 6", "call mum · Wed 25 Nov 18:00 · reminder when it is due"],
  ["renew friday, remind me on thursday", "renew · Fri 27 Nov · reminder Thu 26 Nov"],
  ["webinar friday at 9 London time", "webinar · Fri 27 Nov 09:00 (Europe/London)"],
  ["tidy every 15th and last day", "tidy · every month on the 15th and last day, next Mon 30 Nov"],
  ["course every monday 10 times", "course · every Monday, 10 times, next Mon 30 Nov"],
])("%s", (line, expected) => {
  expect(explained(line)).toBe(expected);
});

test("with a clock, another year is said, and a reminder at an instant on that clock", () => {
  const at = { now: "2026-11-25T09:00:00.000Z", zone: "Europe/Berlin" };
  const told = (line: string) => explain(parseQuickAdd(line, { ...at, locale: "en" }), "en", at);
  expect(told("meet 1 dec 2028 5pm")).toBe("meet · Fri 1 Dec 2028 17:00");
  expect(told("meet 1 dec")).toBe("meet · Tue 1 Dec");
  expect(told("taxes every april 15")).toBe("taxes · every year on 15 April, next Thu 15 Apr 2027");
  expect(told("tea, remind me in 10 minutes")).toBe("tea · reminder Wed 25 Nov 10:10");
  expect(explained("tea, remind me in 10 minutes")).toBe("tea · reminder Wed 25 Nov 09:10 (UTC)");
});

test("the clock is written as the locale does", () => {
  expect(explained("gym every day at 6pm", "en-US")).toBe(
    "gym · every day at 6:00 PM, next Wed Nov 25",
  );
});
