// When a task is due: a full day, a floating wall clock or a fixed wall clock in a zone. Never an instant.
import * as z from "zod";

const isRealDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** A calendar day, `YYYY-MM-DD`, that exists in the Gregorian calendar. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "must be a day such as 2026-12-01")
  .refine(isRealDay, "must be a day that exists, such as 2026-12-01");
export type Day = z.infer<typeof Day>;

/**
 * A wall-clock time, `YYYY-MM-DDTHH:MM`, without a zone. Seconds stand there only where they are not 00: "in 3 minutes" is
 * meant to the second, and what is shown of it is the minute.
 */
export const WallClock = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
    "must be a local time such as 2026-12-01T17:00",
  )
  .refine((at) => isRealDay(at.slice(0, 10)), "must be a day that exists, such as 2026-12-01T17:00")
  .overwrite((at) => (at.length > 16 && at.endsWith(":00") ? at.slice(0, 16) : at));
export type WallClock = z.infer<typeof WallClock>;

/** An IANA time zone name this runtime knows, such as `Europe/Berlin`. */
export const Zone = z
  .string()
  .min(1)
  .max(64)
  .refine(isZone, "must be an IANA time zone such as Europe/Berlin");
export type Zone = z.infer<typeof Zone>;

/**
 * When something is due (semantics: Dates).
 * `day`: that calendar day wherever the person is. `floating`: wall clock in the person's current zone.
 * `fixed`: wall clock in the named zone.
 */
export const When = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("day"), at: Day }),
    z.strictObject({ kind: z.literal("floating"), at: WallClock }),
    z.strictObject({ kind: z.literal("fixed"), at: WallClock, zone: Zone }),
  ],
  { error: 'must be {kind: "day" | "floating" | "fixed", at, zone?}' },
);
export type When = z.infer<typeof When>;
