// A zone's clock as a table, so that who has other time zone data shows the same hours. Pure; called by GET /zones.
import type { Instant } from "../ids.ts";
import { toLocal } from "../time.ts";
import type { Zone } from "../when.ts";

/** From `since` on a clock in the zone is `minutes` ahead of UTC, until the next one. */
export type ZoneOffset = { since: Instant; minutes: number };

/** The clock of a zone from `offsets[0].since` until `until`; outside of that this table says nothing. */
export type ZoneClock = { zone: Zone; until: Instant; offsets: ZoneOffset[] };

const minuteMs = 60_000;
/** No zone has changed its clock and changed it back within a week. */
const stepMs = 7 * 24 * 60 * minuteMs;

const minutesAt = (ms: number, zone: Zone): number => {
  const instant = new Date(ms).toISOString();
  return Math.round((Date.parse(`${toLocal(instant, zone)}Z`) - ms) / minuteMs);
};

/** The minute at which the clock shows another offset, between two instants where it does. */
function* changeBetween(from: number, to: number, zone: Zone): Generator<void, number> {
  const before = minutesAt(from, zone);
  let [low, high] = [from, to];
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (minutesAt(middle, zone) === before) low = middle;
    else high = middle;
    yield;
  }
  return high;
}

/**
 * The clock of a zone from the start of one year to that of another, by this process's own rules. Ten years take about a
 * thousand looks at the clock, a tenth of a second: it yields after each, so that a process that serves others can let
 * them pass. Throws like toLocal.
 */
export function* zoneClockSteps(
  zone: Zone,
  years: { from: number; to: number },
): Generator<void, ZoneClock> {
  const [start, end] = [Date.UTC(years.from, 0), Date.UTC(years.to, 0)];
  let minutes = minutesAt(start, zone);
  const offsets = [{ since: new Date(start).toISOString(), minutes }];
  for (let at = start; at < end; at += stepMs) {
    const next = Math.min(at + stepMs, end);
    const later = minutesAt(next, zone);
    yield;
    if (later === minutes) continue;
    const since = yield* changeBetween(at, next, zone);
    minutes = later;
    offsets.push({ since: new Date(since).toISOString(), minutes });
  }
  return { zone, until: new Date(end).toISOString(), offsets };
}

/** The same at once. */
export const zoneClock = (zone: Zone, years: { from: number; to: number }): ZoneClock => {
  const steps = zoneClockSteps(zone, years);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
