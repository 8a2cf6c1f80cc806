// Step 5: the snapshots in the events into the read model that lists read. Fed by reader.ts.
import { projectDirectories } from "../../database/directories/project-directories.ts";
import { projectOccurrences } from "../../database/occurrences/project-occurrences.ts";
import { projectPeople } from "../../database/people/project-people.ts";
import type { Queryable } from "../../database/pool.ts";
import { projectReminders } from "../../database/reminders/project-reminders.ts";
import type { StatusOf } from "../../database/reminders/reminder-row.ts";
import { forgetArmed } from "../../database/arming/forget-armed.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import { type Event, isDirectoryEvent, isReminderEvent, isTaskEvent } from "../../domain/event.ts";
import type { Id } from "../../domain/ids.ts";
import { horizonAt, waitsUntil } from "../../domain/reminder-horizon.ts";
import type { ReminderEvent } from "../../domain/reminder-event.ts";
import type { Task } from "../../domain/task.ts";
import type { User } from "../../domain/user.ts";
import type { Consumer } from "../consumer.ts";

/** The tasks as the events left them; other events have none. */
export const snapshots = (events: Event[]): Task[] =>
  events.flatMap((event) => (isTaskEvent(event) ? [event.data.task] : []));

const statuses = (events: Event[], horizonMs: number): StatusOf[] =>
  events.filter(isReminderEvent).map((event) => ({
    status: event.data.status,
    ownerId: event.ownerid,
    unarmed: event.type === "punctual.reminder.unarmed.v1",
    armedAt: isArmed(event, horizonMs) ? event.time : null,
  }));

/** Whether the actor that made this event made the Job right after it. */
const isArmed = ({ type, time, data }: ReminderEvent, horizonMs: number): boolean =>
  (type === "punctual.reminder.scheduled.v1" || type === "punctual.reminder.snoozed.v1") &&
  waitsUntil(data.status, horizonAt(new Date(time), horizonMs));

const people = (events: Event[]): User[] =>
  events.flatMap((event) => ("user" in event.data ? [event.data.user] : []));

/** Tasks that go on by themselves: their timer is theirs alone to lose. */
const rolling = (events: Event[]): Id[] =>
  snapshots(events).flatMap(({ id, onMissed, recurrence }) =>
    onMissed === "skip" && recurrence !== null ? [id] : [],
  );

/**
 * `horizonMs`: how long before its instant the actors give a reminder its Job. Without it (what is read again much later) nothing
 * is known of Jobs, and each is made once more when it comes near.
 */
export const searchConsumer = (db: Queryable, horizonMs = 0): Consumer => ({
  name: "search",
  store: async (events) => {
    await projectTasks(db, snapshots(events));
    await projectBesideTasks(db, events, horizonMs);
    await forgetArmed(db, "task", rolling(events));
    const changed = people(events).map(({ id }) => id);
    await forgetArmed(db, "person", changed);
  },
});

/** What the read model keeps beside tasks: how reminders stand, occurrences that are over, people and their directories. Also called by replay. */
export const projectBesideTasks = async (
  db: Queryable,
  events: Event[],
  horizonMs = 0,
): Promise<void> => {
  await projectReminders(db, statuses(events, horizonMs));
  await projectOccurrences(db, events.filter(isTaskEvent));
  await projectPeople(db, people(events));
  const directories = events.filter(isDirectoryEvent).map(({ ownerid, data }) => {
    return { userId: ownerid, directory: data.directory };
  });
  await projectDirectories(db, directories);
};
