// How far ahead of its instant a reminder has a Job: the actors arm by it, the consumers' armer arms what comes nearer.
import * as z from "zod";
import { isWaiting, type ReminderStatus } from "./reminder.ts";

const [dayInMinutes, longestInMinutes] = [24 * 60, 10 * 366 * 24 * 60];

/**
 * The variable REMINDER_HORIZON_MINUTES, the same for actors and consumers: a day unless it says otherwise. The armer comes every
 * minute and has half of the horizon to arm in, so less than ten minutes would leave it no room.
 */
export const HorizonMinutes = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.coerce
    .number({ error: "must be a number of minutes" })
    .int()
    .min(10, "must be at least 10 minutes")
    .max(longestInMinutes, "must be at most ten years, in minutes")
    .default(dayInMinutes),
);

/** Whether a reminder waits for an instant until `until`: those have a Job, later ones cost a row only. */
export const waitsUntil = (status: ReminderStatus, until: Date): boolean =>
  isWaiting(status) &&
  (status.scheduledFor === null || Date.parse(status.scheduledFor) <= until.getTime());

/** Where the horizon is at an instant. */
export const horizonAt = (at: Date, horizonMs: number): Date => new Date(at.getTime() + horizonMs);
