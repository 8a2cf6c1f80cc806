// Completing names in the quick-add line. Needs nothing.
import { describe, expect, test } from "vitest";
import { parseQuickAdd } from "../../domain/language/quick-add.ts";
import { sampleTask } from "../store/samples.ts";
import { completed, completingAt, suggest } from "./complete.ts";
import { namesIn } from "./names.ts";

const names = {
  projects: ["Home Office", "work", "R2.D2"],
  tags: ["homework", "errand", "Work"],
  people: ["Bob Smith", "ada"],
};
const offered = (text: string): string[] => {
  const at = completingAt(text, text.length);
  return at === null ? [] : suggest(at, names).map(({ kind, name }) => `${kind} ${name}`);
};

describe("while typing", () => {
  test.each([
    [
      "buy milk #",
      ["project Home Office", "project work", "project R2.D2", "tag homework", "tag errand"],
    ],
    ["buy milk #ho", ["project Home Office", "tag homework"]],
    ["buy milk #home o", ["project Home Office"]],
    ["buy milk #off", ["project Home Office"]],
    ["buy milk @w", ["tag Work"]],
    ["(+b", ["person Bob Smith"]],
    ["+smi", ["person Bob Smith"]],
    ["buy milk #work", []],
    ["buy milk #zzz", []],
    ["mail ada@ho", []],
    ["1 + 1", []],
    ["nothing", []],
  ])("%j offers %j", (text, expected) => {
    expect(offered(text)).toEqual(expected);
  });

  test("nothing is offered in the middle of a word", () => {
    expect(completingAt("buy #homework", 7)).toBeNull();
  });
});

test.each([
  ["#ho", "Home Office", "project"],
  ["#r2", "R2.D2", "project"],
  ["@ho", "homework", "tag"],
  ["+bo", "Bob Smith", "person"],
  ["+a", "ada", "person"],
])("a completed %s is read as %s", (typed, name, kind) => {
  const text = `call mum ${typed} tomorrow`;
  const at = completingAt(text, 9 + typed.length);
  const suggestion = at && suggest(at, names).find((one) => one.name === name);
  if (!at || !suggestion) throw new Error("nothing was suggested");
  const after = completed(text, at, suggestion);
  expect(after.text.slice(after.caret)).toBe("tomorrow");
  const read = parseQuickAdd(after.text, {
    now: "2026-11-25T09:00:00.000Z",
    zone: "UTC",
    ...names,
  });
  expect(read.title).toBe("call mum");
  const found = { project: read.project, tag: read.tags[0], person: read.assignee };
  expect(found[kind as keyof typeof found]).toBe(name);
});

test("the most used names come first, and case makes no difference", () => {
  const tasks = [
    sampleTask({ tags: ["rare"], project: "Home", createdAt: "2026-01-01T00:00:00.000Z" }),
    sampleTask({ tags: ["often"], project: "home", createdAt: "2026-01-02T00:00:00.000Z" }),
    sampleTask({ tags: ["Often"], assignee: "bob", createdAt: "2026-01-01T00:00:00.000Z" }),
  ];
  expect(namesIn(tasks)).toEqual({ projects: ["home"], tags: ["often", "rare"], people: ["bob"] });
});

test("headings are completed behind a stroke, as they are written", () => {
  const all = { ...names, sections: [{ project: "work", name: "Kitchen floor" }] };
  const at = completingAt("paint /kit", 10);
  const found = at === null ? [] : suggest(at, all);
  expect(found).toEqual([{ kind: "section", name: "Kitchen floor" }]);
  expect(at && found[0] && completed("paint /kit", at, found[0]).text).toBe(
    "paint /Kitchen floor ",
  );
  expect(completingAt("and/or", 6)).toBeNull();
});
