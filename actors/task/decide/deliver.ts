// What became of a notification on its channels, and when it is tried again. Pure. Called by TaskActor.
import type { ReminderStatus } from "../../../domain/reminder.ts";
import { type DeliveryReport, report, retry } from "../../delivery/deliveries.ts";
import type { Decision, ReminderDecided, TaskDoc } from "../doc.ts";
import { reminderOf, withStatuses } from "./fire.ts";

/** Takes the report of an attempt; null when it changes nothing (an older notification, decided already). */
export const takeReport = (
  doc: TaskDoc,
  given: DeliveryReport,
  now: Date,
  random: number,
): Decision | null => {
  const before = doc.reminders.find(
    ({ reminderId, generation }) =>
      reminderId === given.reminderId && generation === given.generation,
  );
  const reported = before && report(before.deliveries, given, now, random);
  if (!before || !reported) return null;
  const { channel, attempt } = given;
  const told = tellDelivery(doc, before, reported.deliveries, {
    type: `punctual.reminder.${reported.is}.v1`,
    attempts: [{ channel, attempt }],
  });
  return { doc: withStatuses(doc, [told]), event: null, told: [told] };
};

/** Begins all attempts whose time has come; null when there is none. */
export const retryDue = (doc: TaskDoc, now: Date): Decision | null => {
  const told = doc.reminders.flatMap((before): ReminderDecided[] => {
    const { deliveries, attempts, gaveUp } = retry(before.deliveries, now);
    if (attempts.length === 0 && !gaveUp) return [];
    const type =
      attempts.length === 0 ? "punctual.reminder.failed.v1" : "punctual.reminder.retry-due.v1";
    return [tellDelivery(doc, before, deliveries, { type, attempts })];
  });
  return told.length === 0 ? null : { doc: withStatuses(doc, told), event: null, told };
};

const tellDelivery = (
  doc: TaskDoc,
  before: ReminderStatus,
  deliveries: ReminderStatus["deliveries"],
  more: Pick<ReminderDecided, "type" | "attempts">,
): ReminderDecided => ({
  ...more,
  before,
  status: { ...before, deliveries, sequence: before.sequence + 1 },
  reminder: reminderOf(doc, before),
  reminderIds: doc.reminders
    .filter((one) => one === before || one.toldWith === before.reminderId)
    .map(({ reminderId }) => reminderId),
});
