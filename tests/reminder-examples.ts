// Events of the topic `reminders` for tests of the consumers: whole and valid, with what a test names changed.
import { newId, type Id } from "../domain/ids.ts";
import type { NoticeEvent, PersonNotice, ReminderEvent } from "../domain/reminder-event.ts";
import type { ReminderStatus } from "../domain/reminder.ts";
import { exampleEvent, exampleTask } from "./examples.ts";

type Data = ReminderEvent["data"];

/** A reminder that has just fired and asks for its attempts; `status` and `data` name what is different. */
export const firedReminder = (
  named: { ownerid?: Id; type?: ReminderEvent["type"]; time?: string } & {
    status?: Partial<ReminderStatus>;
    data?: Partial<Data>;
  } = {},
): ReminderEvent => {
  const { status, data, ...attributes } = named;
  const ownerId = attributes.ownerid ?? newId();
  const taskId = data?.taskId ?? newId();
  const time = attributes.time ?? new Date().toISOString();
  const whole: ReminderStatus = {
    reminderId: newId(),
    taskId,
    sequence: 2,
    generation: 1,
    occurrence: null,
    state: "fired",
    plannedFor: time,
    scheduledFor: time,
    firedAt: time,
    lateByMs: 3,
    toldWith: null,
    deliveries: [],
    ...status,
  };
  const { reminderId, sequence } = whole;
  return {
    ...exampleEvent(exampleTask({ id: taskId, ownerId })),
    type: "punctual.reminder.fired.v1",
    subject: reminderId,
    sequence,
    origin: "reminder",
    ...attributes,
    time,
    data: {
      taskId,
      title: "buy groceries",
      priority: 4,
      reminder: { id: reminderId, trigger: { kind: "instant", at: time }, channels: null },
      status: whole,
      reminderIds: [reminderId],
      attempts: [{ channel: "webhook", attempt: 1 }],
      changes: { state: { before: "scheduled", after: "fired" } },
      ...data,
    },
  };
};

/** A digest that is due and asks for its attempts. */
export const dueNotice = (
  named: {
    ownerid?: Id;
    notice?: Partial<PersonNotice>;
    attempts?: NoticeEvent["data"]["attempts"];
  } = {},
): NoticeEvent => {
  const ownerid = named.ownerid ?? newId();
  const time = new Date().toISOString();
  const notice: PersonNotice = {
    id: newId(),
    kind: "digest",
    day: time.slice(0, 10),
    missed: [],
    createdAt: time,
    deliveries: [],
    ...named.notice,
  };
  return {
    ...exampleEvent(exampleTask({ ownerId: ownerid })),
    type: "punctual.notice.due.v1",
    subject: notice.id,
    sequence: 1,
    origin: "reminder",
    time,
    data: {
      notice,
      timeZone: "Europe/Berlin",
      locale: "en-GB",
      attempts: named.attempts ?? [{ channel: "webhook", attempt: 1 }],
      changes: {},
    },
  };
};
