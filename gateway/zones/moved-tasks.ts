// Which tasks have a reminder that today's time zone data tell at another instant. Pure. Called by apply-zone-data.ts.
import type { Waiting } from "../../database/zones/list-waiting-tasks.ts";
import type { Id } from "../../domain/ids.ts";
import { plannedFor, toldAt } from "../../domain/reminder-time.ts";
import type { Owner } from "../../domain/settings.ts";

/** The ids of the tasks, how many reminders they are, and the zones whose clocks these go by. */
export type MovedTasks = { taskIds: Id[]; reminders: number; zones: string[] };

/** What was armed for other instants than the data of this process say. */
export const movedTasks = (tasks: Waiting[], owner: Owner): MovedTasks => {
  const moved = tasks.map(({ taskId, task, reminders }) => ({
    taskId,
    zones: reminders
      .filter((one) => isMoved(one, task, owner))
      .map((one) => zoneOf(one, task, owner)),
  }));
  const zones = moved.flatMap((one) => one.zones);
  return {
    taskIds: moved.filter((one) => one.zones.length > 0).map(({ taskId }) => taskId),
    reminders: zones.length,
    zones: [...new Set(zones)].toSorted(),
  };
};

type Armed = Waiting["reminders"][number];

const isMoved = (armed: Armed, task: Waiting["task"], owner: Owner): boolean => {
  const planned = plannedFor(armed.reminder.trigger, task, owner);
  if (planned !== armed.plannedFor) return true;
  if (planned === null || armed.toldAt === null) return false;
  return toldAt(planned, task.priority, owner) !== armed.toldAt;
};

/** The zone of a fixed clock time, else the person's own. */
const zoneOf = ({ reminder: { trigger } }: Armed, task: Waiting["task"], owner: Owner): string => {
  const when = trigger.kind === "wall" ? trigger.when : task.due;
  return when?.kind === "fixed" ? when.zone : owner.timeZone;
};
