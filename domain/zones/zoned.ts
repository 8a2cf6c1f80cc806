// The one place that turns wall clocks into instants and back: the runtime's time zone data, with the corrections to it.
// Everything that knows a zone comes here: domain/time.ts, recurrence, language, the chat.
import { Temporal } from "temporal-polyfill";
import { correctionAt, isCorrected, nextCorrection } from "./corrections.ts";

/** The wall clock of a zone at an instant. Throws a RangeError for a zone the runtime does not know. */
export const localAt = (instant: Temporal.Instant, zone: string): Temporal.PlainDateTime => {
  if (!isCorrected(zone)) return instant.toZonedDateTimeISO(zone).toPlainDateTime();
  return atUtc(instant.epochMilliseconds + offsetAt(instant.epochMilliseconds, zone));
};

/** Ms that the clock of a zone is ahead of UTC at an instant (ms since 1970). Throws like localAt. */
export const offsetAt = (ms: number, zone: string): number => {
  const correction = correctionAt(ms, zone);
  if (correction === null) return zonedAt(ms, zone).offsetNanoseconds / 1e6;
  return "offsetMs" in correction ? correction.offsetMs : offsetAt(ms, correction.zone);
};

/** Which of the instants with the same wall clock, or which side of the gap that skips it (Temporal's words). */
type Which = "compatible" | "earlier" | "later";

/**
 * The instant of a wall clock in a zone. `compatible`: a skipped one moves forward by the gap, of two the first (semantics: Dates).
 * Throws like localAt.
 */
export const instantAt = (
  local: Temporal.PlainDateTime,
  zone: string,
  which: Which = "compatible",
): Temporal.Instant => {
  if (!isCorrected(zone)) return local.toZonedDateTime(zone, { disambiguation: which }).toInstant();
  const utc = utcMs(local);
  const [before, after] = [offsetAt(utc - dayMs, zone), offsetAt(utc + dayMs, zone)];
  const fits = [utc - before, utc - after].filter((ms) => ms + offsetAt(ms, zone) === utc);
  // Skipped: the offset before the change carries it over the gap, the one after it back.
  const candidates = fits.length > 0 ? fits : [utc - before, utc - after];
  const takesLater = which === "later" || (which === "compatible" && fits.length === 0);
  return atMs(takesLater ? Math.max(...candidates) : Math.min(...candidates));
};

/** The first instant of a calendar day in a zone. Throws like localAt. */
export const startOfDay = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  isCorrected(zone)
    ? instantAt(day.toPlainDateTime(), zone)
    : day.toZonedDateTime(zone).toInstant();

/** An instant (ms since 1970) after another up to which the clock of a zone does not change; Infinity: it never does again. */
export const calmUntil = (ms: number, zone: string): number => {
  const correction = correctionAt(ms, zone);
  const own = zonedAt(ms, zone).getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity;
  const like = correction && "zone" in correction ? calmUntil(ms, correction.zone) : Infinity;
  return Math.min(own, like, nextCorrection(ms, zone));
};

const dayMs = 86_400_000;

const atMs = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);

const zonedAt = (ms: number, zone: string): Temporal.ZonedDateTime =>
  atMs(ms).toZonedDateTimeISO(zone);

const atUtc = (ms: number): Temporal.PlainDateTime => zonedAt(ms, "UTC").toPlainDateTime();

const utcMs = (local: Temporal.PlainDateTime): number =>
  local.toZonedDateTime("UTC").epochMilliseconds;
