// The server's clocks, zone by zone, as far as this page has asked for them: reminders ring by these, and a browser's own data may be of another
// release. Filled by views/use-clocks.ts, read by zone.ts.
import type { ZoneClock } from "../../domain/zones/clock-table.ts";

type Table = { since: number; offsetMs: number }[];

const tables = new Map<string, { table: Table; until: number }>();
const listeners = new Set<() => void>();
let count = 0;

/** Takes over a clock. What was shown by the browser's own data is shown anew. */
export const learnClock = ({ zone, until, offsets }: ZoneClock): void => {
  const table = offsets.map(({ since, minutes }) => ({
    since: Date.parse(since),
    offsetMs: minutes * 60_000,
  }));
  tables.set(zone, { table, until: Date.parse(until) });
  count += 1;
  for (const listener of listeners) listener();
};

/** How far a clock in the zone is ahead of UTC at an instant, ms; null where the server has not said. */
export const serverOffset = (at: number, zone: string): number | null => {
  const known = tables.get(zone);
  if (known === undefined || at >= known.until) return null;
  return known.table.findLast(({ since }) => since <= at)?.offsetMs ?? null;
};

/** Counts what was learned: another number, another clock. */
export const clockCount = (): number => count;

export const onClock = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
