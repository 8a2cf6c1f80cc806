// Wall clocks of one zone into instants, quickly where its clock does not change nearby. Called by occurrences.ts.
import { Temporal } from "temporal-polyfill";
import { calmUntil, instantAt, offsetAt, startOfDay } from "../zones/zoned.ts";
import { civilDay, dayOf, minutesADay, type Wall } from "./calendar.ts";

/** An instant in ms since 1970. `moved`: the clock never showed that wall clock, so it was moved forward by the gap. */
export type Moment = { ms: number; moved: boolean };

/** A time in which the clock does not change. */
type Calm = { from: number; to: number; offset: number };

/** Wall clocks closer together than this are worth asking the zone for its next clock change. */
const nearMs = 10 * 86_400_000;

/** Turns wall clocks of one zone into what toInstant makes of them. Fast when asked in ascending order. */
export const zoneClock = (zone: string): ((wall: Wall) => Moment) => {
  let calm: Calm | null = null;
  let last = -Infinity;
  return (wall) => {
    const asUtc = wall.minutes * 60_000;
    if (calm !== null) {
      const ms = asUtc - calm.offset;
      // Later on the wall than where the calm began, so it cannot also be a time before the change that led to it.
      if (ms >= calm.from && ms < calm.to) return { ms, moved: false };
    }
    const ms = msOf(wall, zone);
    const offset = offsetAt(ms, zone);
    const isNear = asUtc - last < nearMs;
    if (isNear && (calm === null || ms >= calm.to))
      calm = { from: ms, to: calmUntil(ms, zone), offset };
    last = asUtc;
    return { ms, moved: ms + offset !== asUtc };
  };
};

/** By the rules of toInstant, which takes twice as long to do it. */
const msOf = ({ minutes, timed }: Wall, zone: string): number => {
  const { year, month, day } = civilDay(dayOf(minutes));
  if (!timed) return startOfDay(new Temporal.PlainDate(year, month, day), zone).epochMilliseconds;
  const ofDay = minutes - dayOf(minutes) * minutesADay;
  const at = new Temporal.PlainDateTime(year, month, day, Math.floor(ofDay / 60), ofDay % 60);
  return instantAt(at, zone).epochMilliseconds;
};
