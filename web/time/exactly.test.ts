// An instant to the millisecond. Needs nothing.
import { expect, test } from "vitest";
import { sayExactly } from "./exactly.ts";

const instant = "2026-12-01T08:00:00.041Z";

test("an instant is said to the millisecond on the person's clock", () => {
  expect(sayExactly(instant, { zone: "Europe/Berlin", locale: "en-GB" })).toBe("9:00:00.041");
  const american = sayExactly(instant, { zone: "America/New_York", locale: "en-US" });
  expect(american.replace(/\s/u, " ")).toBe("3:00:00.041 AM");
});
