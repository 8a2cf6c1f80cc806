// A due in a person's words.
import { expect, test } from "vitest";
import type { When } from "../when.ts";
import { sayWhen } from "./say-when.ts";

const at = (moment: string): When => ({ kind: "floating", at: moment });
const on = (day: string): When => ({ kind: "day", at: day });
const say = (when: When, locale = "en"): string =>
  sayWhen(when, { now: "2026-11-25T09:00:00.000Z", zone: "Europe/Berlin", locale }).replaceAll(
    /\s/gu,
    " ",
  );

test.each<[When, string]>([
  [on("2026-11-24"), "yesterday"],
  [on("2026-11-25"), "today"],
  [at("2026-11-26T17:00"), "tomorrow 17:00"],
  [on("2026-12-01"), "Tuesday"],
  [on("2026-12-02"), "Wed 2 Dec"],
  [at("2026-11-20T09:05"), "Fri 20 Nov 09:05"],
  [on("2027-06-01"), "Tue 1 Jun 2027"],
  [{ kind: "fixed", at: "2026-11-26T09:00", zone: "Asia/Tokyo" }, "tomorrow 09:00 (Asia/Tokyo)"],
])("%j is said %s", (when, words) => {
  expect(say(when)).toBe(words);
});

test("an American reads the month first and an afternoon as PM", () => {
  expect(say(at("2026-12-24T17:00"), "en-US")).toBe("Thu Dec 24 5:00 PM");
});

test("a language tag that is none is read as English", () => {
  expect(say(at("2026-12-24T17:00"), "en-a")).toBe("Thu 24 Dec 17:00");
});
