// A line's chips and highlighted pieces. Needs nothing.
import { expect, test } from "vitest";
import { parseQuickAdd } from "../../domain/language/quick-add.ts";
import { chipsOf, nameOf, piecesOf } from "./chips.ts";
import { type Line, toggled } from "./line.ts";

const world = { now: "2026-11-25T09:00:00.000Z", zone: "Europe/Berlin" };
const tokensOf = ({ text, plain }: Line) => parseQuickAdd(text, { ...world, plain }).tokens;
const read = (text: string, plain: Line["plain"] = []) => {
  const line = { text, plain };
  return chipsOf(line, tokensOf(line));
};

test("the words of one date are one chip, two tags are two", () => {
  expect(read("buy milk tomorrow 5pm @home @shop p1").map(({ text }) => text)).toEqual([
    "tomorrow 5pm",
    "@home",
    "@shop",
    "p1",
  ]);
});

test("a date in two places is two chips", () => {
  expect(read("tomorrow call bob at 5pm").map(({ text }) => text)).toEqual(["tomorrow", "at 5pm"]);
});

test("a range of times is one chip that says both things it means", () => {
  expect(read("standup 2-3pm").map(nameOf)).toEqual(["2-3pm, date and duration"]);
});

test("a chip turned back to text stays, among those that are read", () => {
  const line = { text: "read tomorrow p1", plain: [] };
  const [date] = chipsOf(line, tokensOf(line));
  if (date === undefined) throw new Error("no date was read");
  const kept = toggled(line, date);
  const chips = chipsOf(kept, tokensOf(kept));
  expect(chips.map(({ text, plain }) => [text, plain])).toEqual([
    ["tomorrow", true],
    ["p1", false],
  ]);
  expect(parseQuickAdd(kept.text, { ...world, plain: kept.plain }).title).toBe("read tomorrow");
});

test("the pieces are the whole text, the recognised ones marked", () => {
  const text = "Pay rent every 1st at 9:00 #home now";
  const pieces = piecesOf(text, read(text));
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.flatMap((piece) => (piece.chip ? [piece.text] : []))).toEqual(
    read(text).map((chip) => chip.text),
  );
  expect(piecesOf("nothing to see", [])).toEqual([{ text: "nothing to see", chip: null }]);
});
