// New positions for tasks that were put into another order, as few as will do. Pure; called by move.ts.

type Placed = { id: string; position: number };

/** The longest run of numbers that rise, by their places. */
const rising = (values: readonly number[]): Set<number> => {
  const ends: number[] = []; // the place where the best run of each length ends
  const before = values.map(() => -1);
  for (const [at, value] of values.entries()) {
    let length = 0;
    for (let high = ends.length; length < high;) {
      const middle = (length + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) length = middle + 1;
      else high = middle;
    }
    before[at] = ends[length - 1] ?? -1;
    ends[length] = at;
  }
  const run = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.add(at);
  return run;
};

/** Numbers between two, evenly; without one of the two by steps of one. */
const between = (low: number | null, high: number | null, count: number): number[] =>
  Array.from({ length: count }, (_, at) => {
    if (low !== null && high !== null) return low + ((high - low) * (at + 1)) / (count + 1);
    if (low !== null) return low + at + 1;
    return high === null ? at : high - count + at;
  });

const isRising = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || (values[at - 1] ?? value) < value);

/**
 * The new positions, by id, so that `wanted` is the order of the positions. Those that were `moved` are set before others are. Between two numbers there is
 * room for some fifty more, of a size that dates have for a dozen; where there is none, those that follow move on.
 */
export const positionsFor = (
  wanted: readonly Placed[],
  moved: ReadonlySet<string>,
): Map<string, number> => {
  const still = wanted.filter(({ id }) => !moved.has(id));
  const base = still.length > 0 ? still : wanted;
  const kept = rising(base.map(({ position }) => position));
  const fixed = new Set(base.filter((_, at) => kept.has(at)).map(({ id }) => id));
  const next = wanted.map(({ position }) => position);
  for (let at = 0; at < wanted.length; at += 1) {
    if (fixed.has(wanted[at]?.id ?? "")) continue;
    let end = at;
    while (end < wanted.length && !fixed.has(wanted[end]?.id ?? "")) end += 1;
    const low = at === 0 ? null : (next[at - 1] ?? null);
    const found = between(low, next[end] ?? null, end - at);
    const around = [low, ...found, next[end]].filter((one) => typeof one === "number");
    if (isRising(around)) next.splice(at, found.length, ...found);
    else {
      fixed.delete(wanted[end]?.id ?? "");
      at -= 1; // the same again, with one more to set
      continue;
    }
    at = end - 1;
  }
  return new Map(
    wanted.flatMap(({ id, position }, at) =>
      next[at] === undefined || next[at] === position ? [] : [[id, next[at]] as const],
    ),
  );
};
