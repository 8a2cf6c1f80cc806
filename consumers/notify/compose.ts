// What a notification says to its person: the event's facts with what only the read model knows. Called by attempt.ts.
import type { Queryable } from "../../database/pool.ts";
import { listDue } from "../../database/tasks/list-due.ts";
import { readTask } from "../../database/tasks/read-task.ts";
import { isReminderEvent } from "../../domain/event.ts";
import type { Listener } from "../../domain/language/say-when.ts";
import type { NoticeEvent, ReminderEvent } from "../../domain/reminder-event.ts";
import type { Settings } from "../../domain/settings.ts";
import type { Message } from "./channel.ts";
import type { Job } from "./jobs.ts";
import { digestWords, reminderWords, summaryWords, testWords } from "./words.ts";

export type ComposeDeps = { db: Queryable; now: () => Date; publicUrl: string | null };

/** The message of a try. Throws when the database does not answer. */
export const compose = async (
  deps: ComposeDeps,
  { event, notification }: Job,
  { timeZone, locale }: Settings,
): Promise<Message> => {
  const listener = { now: deps.now().toISOString(), zone: timeZone, locale };
  const common = { id: notification, link: deps.publicUrl };
  return isReminderEvent(event)
    ? { ...common, ...(await ofReminder(deps.db, event, listener)) }
    : { ...common, ...(await ofNotice(deps.db, event, listener)) };
};

type Content = Omit<Message, "id" | "link">;

const ofReminder = async (
  db: Queryable,
  { ownerid, time, data }: ReminderEvent,
  listener: Listener,
): Promise<Content> => {
  const { taskId, title, priority, status, reminderIds } = data;
  const { scheduledFor, firedAt, lateByMs, occurrence, generation } = status;
  const due = (await readTask(db, { ownerId: ownerid, taskId }))?.due ?? null;
  return {
    kind: "reminder",
    ...reminderWords({ title, due, lateByMs }, listener),
    at: firedAt ?? time,
    data: {
      taskId,
      priority,
      due,
      reminderIds,
      occurrence,
      generation,
      scheduledFor,
      firedAt,
      lateByMs,
    },
  };
};

const ofNotice = async (
  db: Queryable,
  { ownerid, data: { notice } }: NoticeEvent,
  listener: Listener,
): Promise<Content> => {
  const { kind, day, missed, createdAt: at } = notice;
  if (kind === "test") return { kind, ...testWords, at, data: {} };
  if (kind !== "digest")
    return { kind: "summary", ...summaryWords(missed, listener), at, data: { day, missed } };
  const tasks = await listDue(db, ownerid, day);
  return { kind, ...digestWords(tasks, day, listener), at, data: { day } };
};
