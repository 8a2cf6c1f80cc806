// Wall clocks and instants: by the server's clock where the page knows it, else by the browser's own data. Called by due.ts and the views.
import { correctionAt } from "../../domain/zones/corrections.ts";
import { serverOffset } from "./server-clock.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(zone, made);
  return made;
};

/** The wall clock in a zone at an instant, `YYYY-MM-DDTHH:MM`. */
export const wallClock = (at: Date, zone: string): string => {
  const offset = serverOffset(at.getTime(), zone);
  if (offset !== null) return shifted(at, offset);
  const correction = correctionAt(at.getTime(), zone);
  if (correction === null) return ownWallClock(at, zone);
  return "offsetMs" in correction
    ? shifted(at, correction.offsetMs)
    : ownWallClock(at, correction.zone);
};

const shifted = (at: Date, offsetMs: number): string =>
  new Date(at.getTime() + offsetMs).toISOString().slice(0, 16);

const ownWallClock = (at: Date, zone: string): string => {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  );
  return `${parts["year"]}-${parts["month"]}-${parts["day"]}T${parts["hour"]}:${parts["minute"]}`;
};

const asIfUtc = (wall: string): number => Date.parse(`${wall}Z`);

/**
 * The instant of a wall clock in a zone, to the second. One that a clock change skips moves forward by the gap; one that happens twice
 * means the first (semantics: Dates).
 */
export const instantOf = (wall: string, zone: string): Date => {
  const target = asIfUtc(wall.slice(0, 16));
  const seconds = asIfUtc(wall) - target;
  const dayMs = 86_400_000;
  const offsets = [target - dayMs, target + dayMs].map(
    (guess) => asIfUtc(wallClock(new Date(guess), zone)) - guess,
  );
  const fits = offsets
    .map((offset) => target - offset)
    .filter((at) => asIfUtc(wallClock(new Date(at), zone)) === target);
  // Skipped: the offset before the change carries it forward by the gap.
  return new Date((fits.length > 0 ? Math.min(...fits) : target - (offsets[0] ?? 0)) + seconds);
};

/** The day `count` days after a day, `YYYY-MM-DD`: calendar arithmetic, no zone in it. */
export const addDays = (day: string, count: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
};

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const canonical = (zone: string): string =>
  new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;

/** True for two names of one zone: browsers differ in which they use (Asia/Calcutta, Asia/Kolkata). */
export const sameZone = (a: string, b: string): boolean => a === b || canonical(a) === canonical(b);

/** The zone this browser is in. */
export const browserZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
