// Another order by as few new positions as will do.
import fc from "fast-check";
import { expect, test } from "vitest";
import { positionsFor } from "./positions.ts";

type Placed = { id: string; position: number };
const of = (...positions: number[]): Placed[] =>
  positions.map((position, at) => ({ id: "abcdefgh"[at] ?? "", position }));
const put = (all: Placed[], id: string, to: number): Placed[] => {
  const one = all.filter((each) => each.id === id);
  return all.filter((each) => each.id !== id).toSpliced(to, 0, ...one);
};
const sorted = (wanted: readonly Placed[], next: ReadonlyMap<string, number>): string[] =>
  wanted
    .map(({ id, position }) => ({ id, position: next.get(id) ?? position }))
    .toSorted((a, b) => a.position - b.position)
    .map(({ id }) => id);

test("one that was put between two gets a number between theirs, and nobody else does", () => {
  const all = of(10, 20, 30);
  expect([...positionsFor(put(all, "c", 1), new Set("c"))]).toEqual([["c", 15]]);
  expect([...positionsFor(put(all, "c", 0), new Set("c"))]).toEqual([["c", 9]]);
  expect([...positionsFor(put(all, "a", 2), new Set("a"))]).toEqual([["a", 31]]);
});

test("nothing moved is nothing changed", () => {
  expect(positionsFor(of(10, 20, 30), new Set()).size).toBe(0);
  expect(positionsFor([], new Set()).size).toBe(0);
});

test("where there is no room between two, those that follow move on", () => {
  const all = [
    { id: "a", position: 1 },
    { id: "b", position: 1 },
    { id: "c", position: 1 + Number.EPSILON },
    { id: "d", position: 2 },
  ];
  const wanted = put(all, "d", 1);
  expect(sorted(wanted, positionsFor(wanted, new Set("d")))).toEqual(["a", "d", "b", "c"]);
});

const placed = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    position: fc.oneof(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }),
    ),
  }),
  { selector: ({ id }) => id, maxLength: 30 },
);

test("whatever the positions are, the order is the one that was wanted", () => {
  fc.assert(
    fc.property(placed, fc.array(fc.nat()), (wanted, picks) => {
      const moved = new Set(picks.flatMap((pick) => wanted[pick % wanted.length]?.id ?? []));
      const next = positionsFor(wanted, moved);
      expect(sorted(wanted, next)).toEqual(wanted.map(({ id }) => id));
      const values = wanted.map(({ id, position }) => next.get(id) ?? position);
      expect(new Set(values).size).toBe(values.length);
    }),
  );
});
