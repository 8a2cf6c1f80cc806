// Slots with their instants, COUNT, UNTIL and EXDATE applied. Called by expand, next and preview.
import { readWall, type Wall } from "./calendar.ts";
import { excluder, pastUntil, wallMinutes } from "./limits.ts";
import type { Overflow, Rule } from "./rule.ts";
import { type Budget, slots } from "./slots.ts";
import { zoneClock } from "./zone-clock.ts";

/** A rule with all it takes to find its dates. `start` is a day or a wall clock in `zone`. */
export type Series = { rule: Rule; overflow: Overflow; start: Wall; zone: string };

/** One date of a series. `excluded`: an EXDATE names it; COUNT counts it all the same. */
export type Slot = { wall: Wall; ms: number; excluded: boolean };

/** Two days: more than any clock was ever changed by, so that going back this far misses nothing. */
const marginMinutes = 2880;

/** A day or wall clock as text; with an hourly rule a day means its midnight. Throws a RangeError that names a bad one. */
export const readStart = (start: string, rule: Rule): Wall => {
  const wall = readWall(start);
  if (wall === null)
    throw new RangeError(
      `"${start}" is not a day or wall-clock time to the minute, such as 2027-03-14 or 2027-03-14T02:30`,
    );
  return rule.freq === "HOURLY" ? { ...wall, timed: true } : wall;
};

/**
 * The dates of a series, instants strictly increasing. With `afterMs`, some or all of those not after it are left out
 * (it saves work; the caller still has to look). Ends with the series, or when the budget is used up.
 */
export function* occurrences(
  series: Series,
  budget: Budget,
  afterMs: number | null = null,
): Generator<Slot, void> {
  const { rule, start, zone } = series;
  // A series that ends by COUNT has to be counted from its start.
  const canJump = afterMs !== null && rule.count === null;
  const from = canJump ? wallMinutes(afterMs, zone) - marginMinutes : start.minutes;
  let left = rule.count ?? Infinity;
  const isPast = pastUntil(rule.until, zone);
  const isExcluded = excluder(rule.exceptions, start.timed, zone);
  for (const slot of distinctSlots(series, from, budget)) {
    if (isPast(slot)) return;
    yield { ...slot, excluded: isExcluded(slot) };
    left -= 1;
    if (left === 0) return;
  }
}

type BareSlot = Omit<Slot, "excluded">;

/**
 * Slots with their instants. Where a clock change moves one slot onto or past the next one, the two are one moment and
 * the later slot, whose wall clock exists, is it.
 */
function* distinctSlots(series: Series, from: number, budget: Budget): Generator<BareSlot, void> {
  const { rule, overflow, start, zone } = series;
  const momentOf = zoneClock(zone);
  let held: BareSlot | null = null;
  let lastMs = -Infinity;
  for (const minutes of slots(rule, overflow, start, from, budget)) {
    const wall = { minutes, timed: start.timed };
    const { ms, moved } = momentOf(wall);
    if (held !== null && ms > held.ms) {
      yield held;
      lastMs = held.ms;
    }
    held = null;
    if (ms <= lastMs) continue;
    if (moved) {
      held = { wall, ms };
      continue;
    }
    yield { wall, ms };
    lastMs = ms;
  }
  if (held !== null) yield held;
}
