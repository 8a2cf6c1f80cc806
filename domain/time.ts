// Wall clock first, instant second (semantics: Dates, Reminders). Used by recurrence, reminders and every door that shows a time.
import { Temporal } from "temporal-polyfill";
import type { When } from "./when.ts";
import { instantAt, localAt, startOfDay } from "./zones/zoned.ts";

const shape = /^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?)?$/;
const zoneShape = /^(?:[A-Za-z][\w+\-/]*|[+-]\d{2}(?::?\d{2})?)$/;
const minutesADay = 1440;

/**
 * A wall clock (`2027-03-14T02:30`) in an IANA zone as a UTC instant with milliseconds. A time that a clock change skips
 * moves forward by the gap; one that comes twice means the first (Temporal's `compatible`). A bare day (`2027-03-14`)
 * means the first moment of it. Throws a RangeError that names the bad zone or date.
 */
export const toInstant = (local: string, zone: string): string => instantOf(zoned(local, zone));

/** The wall clock to the minute (`2027-03-14T03:30`) of an instant in a zone. Throws a RangeError that names what is wrong. */
export const toLocal = (instant: string, zone: string): string =>
  localAt(readInstant(instant), checkedZone(zone)).toString({ smallestUnit: "minute" });

/** What a clock in the zone does with a wall-clock time: shows it `once`, never (`skipped`) or `twice`. Throws like toInstant. */
export const howOften = (local: string, zone: string): "once" | "skipped" | "twice" => {
  const asked = readDateTime(local);
  const at = (which: "earlier" | "later") => instantAt(asked, checkedZone(zone), which);
  const [earlier, later] = [at("earlier"), at("later")];
  if (earlier.epochMilliseconds === later.epochMilliseconds) return "once";
  return localAt(earlier, zone).equals(asked) ? "twice" : "skipped";
};

/**
 * The instant `minutes` away from a wall clock, negative = before. Less than a day is elapsed time; whole days are
 * calendar days at the same clock time, what is left over is elapsed (semantics: Reminders). Throws like toInstant.
 */
export const offsetInstant = (local: string, zone: string, minutes: number): string => {
  const days = Math.trunc(minutes / minutesADay);
  const day = days === 0 ? local : readDateTime(local).add({ days }).toString();
  return instantOf(zoned(day, zone).add({ minutes: minutes % minutesADay }));
};

/**
 * The instant a due date means to a person in `zone`: a full day at `dayHour` (`09:00`), a floating time on the person's
 * clock, a fixed one on the clock of its own zone (semantics: Dates, Reminders). Throws like toInstant.
 */
export const dueInstant = (due: When, zone: string, dayHour: string): string => {
  if (due.kind === "day") return toInstant(`${due.at}T${dayHour}`, zone);
  return toInstant(due.at, due.kind === "fixed" ? due.zone : zone);
};

/** The zone's name when this runtime knows it. Throws a RangeError that names it when not. */
export const checkedZone = (zone: string): string => {
  try {
    if (!zoneShape.test(zone)) throw new RangeError("not a zone's name");
    localAt(Temporal.Instant.fromEpochMilliseconds(0), zone);
    return zone;
  } catch (cause) {
    throw new RangeError(`"${zone}" is not an IANA time zone such as Europe/Berlin`, { cause });
  }
};

const instantOf = (at: Temporal.Instant): string => at.toString({ smallestUnit: "millisecond" });

const zoned = (local: string, zone: string): Temporal.Instant => {
  const known = checkedZone(zone);
  const isDay = shape.test(local) && !local.includes("T");
  const at = readDateTime(local);
  return isDay ? startOfDay(at.toPlainDate(), known) : instantAt(at, known);
};

const readDateTime = (local: string): Temporal.PlainDateTime => {
  try {
    if (!shape.test(local)) throw new RangeError("not a wall clock");
    return Temporal.PlainDateTime.from(local, { overflow: "reject" });
  } catch (cause) {
    throw new RangeError(
      `"${local}" is not a day or wall-clock time that exists, such as 2027-03-14 or 2027-03-14T02:30`,
      { cause },
    );
  }
};

/** An instant (ISO, with `Z` or an offset) as ms since 1970. Throws a RangeError that names a bad one. */
export const epochMs = (instant: string): number => readInstant(instant).epochMilliseconds;

const readInstant = (instant: string): Temporal.Instant => {
  try {
    return Temporal.Instant.from(instant);
  } catch (cause) {
    throw new RangeError(`"${instant}" is not an instant such as 2027-03-14T07:30:00.000Z`, {
      cause,
    });
  }
};
