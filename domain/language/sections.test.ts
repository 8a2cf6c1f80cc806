// `/heading` in a line: known names alone, in whatever case.
import { expect, test } from "vitest";
import { parseQuickAdd } from "./quick-add.ts";

const read = (text: string, sections: string[] = ["Kitchen", "Kitchen floor", "C++"]) => {
  const { title, section, project, tokens } = parseQuickAdd(text, {
    now: "2026-11-30T10:00:00Z",
    zone: "Europe/Berlin",
    projects: ["Home"],
    sections,
  });
  return { title, section, project, texts: tokens.map((token) => token.text) };
};

test("a known heading is read, the longest name of those that fit, and goes from the title", () => {
  expect(read("paint #home /kitchen floor")).toEqual({
    title: "paint",
    section: "Kitchen floor",
    project: "Home",
    texts: ["#home", "/kitchen floor"],
  });
  expect(read('/"kitchen" floor tiles')).toMatchObject({
    title: "floor tiles",
    section: "Kitchen",
  });
  expect(read("learn /c++ today").section).toBe("C++");
});

test.each(["and/or", "mount /etc", "w/kitchen", "a /kitchens list", "24/7", "/"])(
  "%s names no heading",
  (text) => {
    expect(read(text)).toMatchObject({ title: text, section: undefined });
  },
);

test("without headings nothing is read as one", () => {
  expect(read("paint /kitchen", [])).toMatchObject({ title: "paint /kitchen", section: undefined });
});
