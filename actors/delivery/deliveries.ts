// When a notification is tried again on its channels. Pure. Used by the rules of TaskActor and UserActor.
import * as z from "zod";
import { Id, Instant } from "../../domain/ids.ts";
import type { Attempt } from "../../domain/reminder-event.ts";
import { Channel, type Delivery, nextAttemptAt } from "../../domain/reminder.ts";

/** What came of one attempt. `permanent`: trying again is no use. */
export const Outcome = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), at: Instant }),
  z.object({ ok: z.literal(false), reason: z.string().max(500), permanent: z.boolean() }),
]);
export type Outcome = z.infer<typeof Outcome>;

const attemptOf = { channel: Channel, attempt: z.int().min(1), outcome: Outcome };

/** The report of an attempt to deliver a reminder. */
export const DeliveryReport = z.object({
  reminderId: Id,
  generation: z.int().min(0),
  ...attemptOf,
});
export type DeliveryReport = z.infer<typeof DeliveryReport>;

/** The report of an attempt to deliver a digest or a summary. */
export const NoticeReport = z.object({ noticeId: Id, ...attemptOf });
export type NoticeReport = z.infer<typeof NoticeReport>;

const minute = 60_000;
/** An attempt of which nothing is heard for so long counts as failed: the next one is made after its pause. */
const patienceMs = 2 * minute;
/** The pauses after each failed attempt: eight attempts over about a day. */
const pauses = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * minute);
export const maxAttempts = pauses.length + 1;
const pauseAfter = (attempt: number): number => pauses[attempt - 1] ?? 0;

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

/** The first attempts, begun now. */
export const begin = (channels: Channel[], now: Date): Delivery[] =>
  channels.map((channel) => ({
    channel,
    state: "pending",
    attempt: 1,
    nextAttemptAt: later(now, patienceMs + pauseAfter(1)),
    acceptedAt: null,
    reason: null,
  }));

/** What changed, if anything, and what the log calls it. */
export type Reported = {
  deliveries: Delivery[];
  is: "delivered" | "failed" | "attempt-failed";
} | null;

/**
 * The deliveries after a report. `random` in [0, 1) spreads the repetitions. An attempt that was given up may still turn
 * out to have been accepted; any other report of an older attempt, or of one that is decided, changes nothing.
 */
export const report = (
  deliveries: Delivery[],
  { channel, attempt: tried, outcome }: Pick<DeliveryReport, "channel" | "attempt" | "outcome">,
  now: Date,
  random: number,
): Reported => {
  const known = deliveries.find((one) => one.channel === channel);
  if (known?.state !== "pending") return null;
  if (!outcome.ok && known.attempt !== tried) return null;
  const after = outcome.ok ? accepted(known, outcome.at) : failed(known, outcome, now, random);
  const is = after.state === "pending" ? "attempt-failed" : after.state;
  return {
    deliveries: deliveries.map((one) => (one === known ? after : one)),
    is: is === "accepted" ? "delivered" : is,
  };
};

const accepted = (delivery: Delivery, acceptedAt: string): Delivery => ({
  ...delivery,
  state: "accepted",
  acceptedAt,
  nextAttemptAt: null,
  reason: null,
});

const failed = (
  delivery: Delivery,
  { reason, permanent }: Extract<Outcome, { ok: false }>,
  now: Date,
  random: number,
): Delivery => {
  const pause = pauses[delivery.attempt - 1];
  if (permanent || pause === undefined)
    return { ...delivery, state: "failed", nextAttemptAt: null, reason };
  return { ...delivery, nextAttemptAt: later(now, pause * (0.8 + 0.4 * random)), reason };
};

/** Begins the attempts whose time has come: the deliveries after that, the attempts to make, and whether some were given up. */
export const retry = (
  deliveries: Delivery[],
  now: Date,
): { deliveries: Delivery[]; attempts: Attempt[]; gaveUp: boolean } => {
  const attempts: Attempt[] = [];
  let gaveUp = false;
  const after = deliveries.map((one): Delivery => {
    if (one.state !== "pending" || one.nextAttemptAt === null) return one;
    if (Date.parse(one.nextAttemptAt) > now.getTime()) return one;
    if (one.attempt >= maxAttempts) {
      gaveUp = true;
      return { ...one, state: "failed", nextAttemptAt: null, reason: one.reason ?? "no answer" };
    }
    attempts.push({ channel: one.channel, attempt: one.attempt + 1 });
    const attempt = one.attempt + 1;
    return { ...one, attempt, nextAttemptAt: later(now, patienceMs + pauseAfter(attempt)) };
  });
  return { deliveries: after, attempts, gaveUp };
};

/** The earliest attempt to come, ms since 1970; null when none is to come. */
export const nextAttemptMs = (deliveries: Delivery[]): number | null => {
  const next = nextAttemptAt(deliveries);
  return next === null ? null : Date.parse(next);
};

/** The deliveries of a notification that was seen: no more attempts. */
export const seen = (deliveries: Delivery[]): Delivery[] =>
  deliveries.map((one) =>
    one.state === "pending"
      ? { ...one, state: "failed", nextAttemptAt: null, reason: "it was seen first" }
      : one,
  );
