import { expect, test } from "vitest";
import { parse } from "./result.ts";
import { TaskPatch, Title } from "./task.ts";
import { When } from "./when.ts";

test("a title is trimmed and holds 1 to 500 characters", () => {
  expect(Title.parse("  buy milk ")).toBe("buy milk");
  expect(Title.safeParse("   ").success).toBe(false);
  expect(Title.safeParse("x".repeat(500)).success).toBe(true);
  expect(Title.safeParse("x".repeat(501)).success).toBe(false);
});

test("tags that differ only in case are one tag, stored as typed last", () => {
  expect(TaskPatch.parse({ tags: ["Home", "home", "work"] }).tags).toEqual(["home", "work"]);
});

test("a refusal names the field and what would be right", () => {
  const refused = parse(TaskPatch, {
    priority: 9,
    colour: "red",
    due: { kind: "day", at: "2026-02-30" },
  });
  expect(refused.ok).toBe(false);
  const fields = refused.ok ? [] : (refused.error.fields ?? []);
  expect(fields.map((field) => field.path).toSorted()).toEqual(["colour", "due.at", "priority"]);
});

test.each([
  [{ kind: "day", at: "2028-02-29" }, true],
  [{ kind: "day", at: "2027-02-29" }, false],
  [{ kind: "day", at: "2026-12-01T12:00" }, false],
  [{ kind: "floating", at: "2026-12-01T23:59" }, true],
  [{ kind: "floating", at: "2026-12-01T24:00" }, false],
  [{ kind: "fixed", at: "2026-12-01T12:00", zone: "Europe/Berlin" }, true],
  [{ kind: "fixed", at: "2026-12-01T12:00", zone: "Mars/Olympus" }, false],
  [{ kind: "fixed", at: "2026-12-01T12:00" }, false],
  [{ kind: "floating", at: "2026-12-01T12:00", zone: "Europe/Berlin" }, false],
])("when %j is accepted: %s", (input, accepted) => {
  expect(When.safeParse(input).success).toBe(accepted);
});

test("a due may be to the second, and is written in one way only", () => {
  const floating = (at: string) => When.safeParse({ kind: "floating", at }).data?.at;
  expect(floating("2026-12-01T17:03:49")).toBe("2026-12-01T17:03:49");
  expect(floating("2026-12-01T17:03:00")).toBe("2026-12-01T17:03");
  expect(floating("2026-12-01T17:03:60")).toBeUndefined();
});
