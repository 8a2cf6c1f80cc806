// Where a series ends (UNTIL) and which of its slots are left out (EXDATE). Called by occurrences.ts, once a series.
import { toLocal } from "../time.ts";
import { dayOf, readWall, type Wall } from "./calendar.ts";
import type { Point } from "./rule.ts";

/** What is asked about a slot. */
type Asked = { wall: Wall; ms: number };

/** Whether a slot is after UNTIL, which is inclusive. A day as UNTIL includes all of that day. */
export const pastUntil = (until: Point | null, zone: string): ((slot: Asked) => boolean) => {
  if (until === null) return () => false;
  if (until.kind === "day") return ({ wall }) => dayOf(wall.minutes) > dayOf(until.minutes);
  if (until.kind === "local") return ({ wall }) => wall.minutes > until.minutes;
  const untilDay = dayOf(wallMinutes(until.ms, zone));
  return ({ wall, ms }) => (wall.timed ? ms > until.ms : dayOf(wall.minutes) > untilDay);
};

/**
 * Whether an EXDATE names a slot. A day names every slot of that day, a wall clock or an instant the one slot at it; in
 * a series of full days each names the day it is in.
 */
export const excluder = (
  exceptions: Point[],
  timed: boolean,
  zone: string,
): ((slot: Asked) => boolean) => {
  const days = new Set<number>();
  const minutes = new Set<number>();
  const instants = new Set<number>();
  for (const point of exceptions) {
    if (point.kind === "instant" && timed) instants.add(point.ms);
    else if (point.kind === "local" && timed) minutes.add(point.minutes);
    else days.add(dayOf(point.kind === "instant" ? wallMinutes(point.ms, zone) : point.minutes));
  }
  return ({ wall, ms }) =>
    instants.has(ms) || minutes.has(wall.minutes) || days.has(dayOf(wall.minutes));
};

/** The wall clock of an instant, as minutes. Throws a RangeError outside the years 0 to 9999. */
export const wallMinutes = (ms: number, zone: string): number => {
  const local = toLocal(new Date(ms).toISOString(), zone);
  const wall = readWall(local);
  if (wall === null) throw new RangeError(`${local} is outside the years 0000 to 9999`);
  return wall.minutes;
};
