// Which tries an event of the topic `reminders` asks for. Pure. Called by consumer.ts.
import * as z from "zod";
import { notificationId } from "../../domain/derived-ids.ts";
import { isNoticeEvent, isReminderEvent, type Event } from "../../domain/event.ts";
import { derivedId, Id } from "../../domain/ids.ts";
import type { NoticeEvent, ReminderEvent } from "../../domain/reminder-event.ts";
import type { Channel } from "../../domain/reminder.ts";

/** Whom to tell what came of a try. */
export const Addressee = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("reminder"),
    taskId: Id,
    reminderId: Id,
    generation: z.int().min(0),
  }),
  z.object({ kind: z.literal("notice"), userId: Id, noticeId: Id }),
]);
export type Addressee = z.infer<typeof Addressee>;

/**
 * One try: the notification, the channel, its number there, and the event that tells what to say. `formerly`: the name that
 * versions before the task was part of it claimed the notification's tries under.
 */
export type Job = {
  notification: Id;
  formerly: Id | null;
  channel: Channel;
  attempt: number;
  report: Addressee;
  event: ReminderEvent | NoticeEvent;
};

const asking = new Set([
  "punctual.reminder.fired.v1",
  "punctual.reminder.retry-due.v1",
  "punctual.notice.due.v1",
  "punctual.notice.retry-due.v1",
]);

/**
 * The actor waits two minutes for an outcome and then asks anew, so what is nearly as old is not tried any more: after
 * an outage, or when a consumer reads the topic from its beginning, nothing is sent that somebody has long seen.
 */
export const staleMs = 110_000;

/** The tries an event asks for now; none for an event that asks for nothing, or did so too long ago. */
export const jobsOf = (event: Event, now: Date): Job[] => {
  if (!asking.has(event.type)) return [];
  if (now.getTime() - Date.parse(event.time) > staleMs) return [];
  if (isReminderEvent(event)) {
    const { status, taskId, attempts } = event.data;
    const { reminderId, occurrence, generation } = status;
    const notification = notificationId(status);
    const formerly = derivedId(reminderId, `${occurrence ?? ""}:${generation}`);
    const report: Addressee = { kind: "reminder", taskId, reminderId, generation };
    return attempts.map((attempt) => ({ ...attempt, notification, formerly, report, event }));
  }
  if (!isNoticeEvent(event)) return [];
  const noticeId = event.data.notice.id;
  const report: Addressee = { kind: "notice", userId: event.ownerid, noticeId };
  return event.data.attempts.map((attempt) => ({
    ...attempt,
    notification: noticeId,
    formerly: null,
    report,
    event,
  }));
};
