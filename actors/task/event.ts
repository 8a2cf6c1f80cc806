// The events of one decision, as they go into the outbox and to the log of record.
import type { Origin } from "../../domain/command.ts";
import { firedEventId } from "../../domain/derived-ids.ts";
import { diff, type TaskEvent } from "../../domain/event.ts";
import { originAttributes } from "../../domain/event-attributes.ts";
import type { Id } from "../../domain/ids.ts";
import type { ReminderEvent } from "../../domain/reminder-event.ts";
import type { Task } from "../../domain/task.ts";
import type { Decision, ReminderDecided, TaskDecided } from "./doc.ts";

const source = "/punctual/actors/task";

/** The task's event first, then those of its reminders. `now`: when it was decided. */
export const eventsOf = (
  { doc, event, told }: Decision,
  origin: Origin,
  deps: { now: Date; newId: () => Id },
): (TaskEvent | ReminderEvent)[] => [
  ...(event === null ? [] : [taskEvent(doc.task, event, origin, deps.newId())]),
  ...told.map((one) => reminderEvent(doc.task, one, origin, deps)),
];

/** `task` is the snapshot after the change; its version is the event's sequence. */
export const taskEvent = (
  task: Task,
  { type, ...data }: TaskDecided,
  origin: Origin,
  eventId: Id,
): TaskEvent => ({
  ...originAttributes(origin),
  id: eventId,
  source,
  type,
  subject: task.id,
  time: task.updatedAt,
  sequence: task.version,
  ownerid: task.ownerId,
  data: { ...data, task },
});

const reminderEvent = (
  task: Task,
  told: ReminderDecided,
  origin: Origin,
  { now, newId }: { now: Date; newId: () => Id },
): ReminderEvent => {
  const { type, before, status, reminder, reminderIds, attempts } = told;
  return {
    ...originAttributes(origin),
    // Told by two hosts at once, it is the same event: every reader dedupes by id.
    id: type === "punctual.reminder.fired.v1" ? firedEventId(status) : newId(),
    source,
    type,
    subject: status.reminderId,
    time: now.toISOString(),
    sequence: status.sequence,
    ownerid: task.ownerId,
    data: {
      taskId: task.id,
      title: task.title,
      priority: task.priority,
      reminder,
      status,
      reminderIds,
      attempts,
      changes: diff(before === null ? null : shown(before), shown(status)),
    },
  };
};

/** Of a status what the history shows. */
const shown = ({
  state,
  plannedFor,
  scheduledFor,
  firedAt,
  deliveries,
}: ReminderDecided["status"]) => ({
  state,
  plannedFor,
  scheduledFor,
  firedAt,
  deliveries,
});
