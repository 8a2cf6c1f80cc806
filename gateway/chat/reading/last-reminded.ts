// Which reminder of a task was told last, as far as its triggers say. Called by the snooze rule.
import { plannedFor } from "../../../domain/reminder-time.ts";
import type { Reminder } from "../../../domain/reminder.ts";
import { ownerOf } from "../../../domain/settings.ts";
import type { Task } from "../../../domain/task.ts";
import type { Scene } from "../scene.ts";

/** A reminder with its task and the instant its trigger means (ISO). */
export type Planned = { task: Task; reminder: Reminder; at: string };

/** All reminders of these tasks that have a time, the earliest first. */
export const plannedOf = (tasks: Task[], { settings, zone }: Scene): Planned[] => {
  const owner = ownerOf({ version: 0, settings: { ...settings, timeZone: zone } });
  return tasks
    .flatMap((task) =>
      task.reminders.flatMap((reminder) => {
        const at = plannedFor(reminder.trigger, task, owner);
        return at === null ? [] : [{ task, reminder, at }];
      }),
    )
    .toSorted((a, b) => a.at.localeCompare(b.at));
};

/** The reminder that came last; null when none has come within the last day. */
export const lastReminded = (tasks: Task[], scene: Scene): Planned | null => {
  const now = scene.clock.instant.epochMilliseconds;
  const told = plannedOf(tasks, scene).findLast(({ at }) => Date.parse(at) <= now);
  return told && now - Date.parse(told.at) < dayMs ? told : null;
};
const dayMs = 24 * 60 * 60 * 1000;

/** The reminder of a task that a snooze means: the one told last, else the next one; null when it has none. */
export const reminderMeant = (task: Task, scene: Scene): Reminder | null => {
  const all = plannedOf([task], scene);
  const now = scene.clock.instant.epochMilliseconds;
  const told = all.findLast(({ at }) => Date.parse(at) <= now);
  return (told ?? all[0])?.reminder ?? null;
};
