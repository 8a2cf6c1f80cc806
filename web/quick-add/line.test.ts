// The quick-add line under edits: what was turned back to text stays text. Needs nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Line, retyped, toggled, withSection } from "./line.ts";

const plain = { start: 4, end: 12, kinds: ["due" as const] };
const line: Line = { text: "buy tomorrow paper", plain: [plain] };
const kept = ({ text, plain: spans }: Line): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

describe("a stretch kept as text", () => {
  test.each([
    ["words typed behind it", "buy tomorrow paper at 5"],
    ["words typed before it", "please buy tomorrow paper"],
    ["a space typed at its end", "buy tomorrow  paper"],
    ["words behind it taken away", "buy tomorrow"],
    ["words before it replaced", "get tomorrow paper"],
  ])("stays through %s", (_, text) => {
    expect(kept(retyped(line, text))).toEqual(["tomorrow"]);
  });

  test.each([
    ["edited inside", "buy tomorow paper"],
    ["deleted", "buy paper"],
    ["replaced with the whole line", "call mum"],
  ])("is forgotten when it is %s", (_, text) => {
    expect(retyped(line, text).plain).toEqual([]);
  });

  test("is read again when its chip is clicked again", () => {
    const read = { ...line, plain: [] };
    expect(toggled(read, plain)).toEqual(line);
    expect(toggled(line, plain)).toEqual(read);
  });
});

test("whatever is typed, a kept stretch still stands for the same words", () => {
  const text = fc.string({ maxLength: 30 });
  fc.assert(
    fc.property(text, text, fc.nat(30), fc.nat(30), (before, after, a, b) => {
      const start = Math.min(a, b, before.length);
      const end = Math.min(Math.max(a, b), before.length);
      const words = before.slice(start, end);
      const edited = retyped({ text: before, plain: [{ start, end, kinds: ["due"] }] }, after);
      expect(kept(edited).every((said) => said === words)).toBe(true);
    }),
  );
});

test("a line becomes one for a section, and for another one in its place", () => {
  const first = withSection({ text: "paint", plain: [] }, "Kitchen floor");
  expect(first.text).toBe('/"Kitchen floor" paint');
  expect(withSection(first, "Cellar").text).toBe('/"Cellar" paint');
});
