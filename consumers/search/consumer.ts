// Step 5: the snapshots in the events into the read model that lists read. Fed by reader.ts.
import { projectOccurrences } from "../../database/occurrences/project-occurrences.ts";
import { projectPeople } from "../../database/people/project-people.ts";
import type { Queryable } from "../../database/pool.ts";
import { projectReminders } from "../../database/reminders/project-reminders.ts";
import type { StatusOf } from "../../database/reminders/reminder-row.ts";
import { forgetArmed } from "../../database/arming/forget-armed.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import { type Event, isReminderEvent, isTaskEvent } from "../../domain/event.ts";
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import type { User } from "../../domain/user.ts";
import type { Consumer } from "../consumer.ts";

/** The tasks as the events left them; other events have none. */
export const snapshots = (events: Event[]): Task[] =>
  events.flatMap((event) => (isTaskEvent(event) ? [event.data.task] : []));

const statuses = (events: Event[]): StatusOf[] =>
  events.filter(isReminderEvent).map(({ type, ownerid, data }) => ({
    status: data.status,
    ownerId: ownerid,
    unarmed: type === "punctual.reminder.unarmed.v1",
  }));

const people = (events: Event[]): User[] =>
  events.flatMap((event) => ("user" in event.data ? [event.data.user] : []));

/** Tasks that go on by themselves: their timer is theirs alone to lose. */
const rolling = (events: Event[]): Id[] =>
  snapshots(events).flatMap(({ id, onMissed, recurrence }) =>
    onMissed === "skip" && recurrence !== null ? [id] : [],
  );

export const searchConsumer = (db: Queryable): Consumer => ({
  name: "search",
  store: async (events) => {
    await projectTasks(db, snapshots(events));
    await projectBesideTasks(db, events);
    await forgetArmed(db, "task", rolling(events));
    const changed = people(events).map(({ id }) => id);
    await forgetArmed(db, "person", changed);
  },
});

/** What the read model keeps beside tasks: how reminders stand, occurrences that are over, people. Also called by replay. */
export const projectBesideTasks = async (db: Queryable, events: Event[]): Promise<void> => {
  await projectReminders(db, statuses(events));
  await projectOccurrences(db, events.filter(isTaskEvent));
  await projectPeople(db, people(events));
};
