// A zone's clock as a table, so that who has other time zone data shows the same hours. Pure; called by GET /zones.
import type { Instant } from "../ids.ts";
import type { Zone } from "../when.ts";
import { calmUntil, offsetAt } from "./zoned.ts";

/** From `since` on a clock in the zone is `minutes` ahead of UTC, until the next one. */
export type ZoneOffset = { since: Instant; minutes: number };

/** The clock of a zone from `offsets[0].since` until `until`; outside of that this table says nothing. */
export type ZoneClock = { zone: Zone; until: Instant; offsets: ZoneOffset[] };

/**
 * The clock of a zone from the start of one year to that of another, by this process's own rules: a look at each change, so a few
 * ms for ten years. Throws a RangeError for a zone the runtime does not know.
 */
export const zoneClock = (zone: Zone, years: { from: number; to: number }): ZoneClock => {
  const end = Date.UTC(years.to, 0);
  const offsets: ZoneOffset[] = [];
  for (let at = Date.UTC(years.from, 0); at < end; at = calmUntil(at, zone)) {
    const minutes = Math.round(offsetAt(at, zone) / 60_000);
    // Where a correction begins the clock need not change.
    if (offsets.at(-1)?.minutes !== minutes)
      offsets.push({ since: new Date(at).toISOString(), minutes });
  }
  return { zone, until: new Date(end).toISOString(), offsets };
};
