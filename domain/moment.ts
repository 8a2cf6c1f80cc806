// Moments said as so long from now, as dues. Called by what reads "in 3 minutes", by what moves a due, and where a series begins.
import { Temporal } from "temporal-polyfill";
import type { When } from "./when.ts";
import { instantAt, localAt, offsetAt } from "./zones/zoned.ts";

/** An instant (ISO) at its full second or the next one: nothing is told before its time. With milliseconds, which are 000. */
export const fullSecond = (instant: string): string =>
  Temporal.Instant.from(instant)
    .round({ smallestUnit: "second", roundingMode: "ceil" })
    .toString({ smallestUnit: "millisecond" });

/**
 * The due that is an instant (ISO; at its full second): the wall clock of `zone`, floating or fixed there. A time that comes
 * twice means the first; where the second is meant the due is fixed to the offset that the clock has from then on.
 * Throws a RangeError that names a bad instant or zone.
 */
export const dueAtInstant = (
  instant: string,
  zone: string,
  kind: "floating" | "fixed" = "floating",
): When => {
  const moment = Temporal.Instant.from(fullSecond(instant));
  const local = localAt(moment, zone);
  if (!instantAt(local, zone).equals(moment)) return inOffset(moment, zone);
  const at = writeClock(local);
  return kind === "fixed" ? { kind, at, zone } : { kind, at };
};

/** The zone's own clock where its offset is of whole hours, else UTC: no zone of a name has half an hour all year round. */
const inOffset = (moment: Temporal.Instant, zone: string): When => {
  const hours = offsetAt(moment.epochMilliseconds, zone) / 3_600_000;
  const named = `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
  const fixed = Number.isInteger(hours) && hours !== 0 ? named : "UTC";
  return { kind: "fixed", at: writeClock(localAt(moment, fixed)), zone: fixed };
};

/** A wall clock as a due writes it: with seconds only where there are some. */
const writeClock = (at: Temporal.PlainDateTime): string =>
  at.toString({ smallestUnit: at.second === 0 ? "minute" : "second" });

/** The due at its full minute or the next one: the dates of a rule are to the minute. */
export const fullMinute = <W extends When>(due: W): W =>
  due.at.length <= 16
    ? due
    : {
        ...due,
        at: Temporal.PlainDateTime.from(due.at)
          .round({ smallestUnit: "minute", roundingMode: "ceil" })
          .toString({ smallestUnit: "minute" }),
      };
