// The Jobs of a task's reminders: `reminder-<taskId>-<reminderId>-<generation>`. Used by TaskActor and by the Job handler.
import { Id } from "../../domain/ids.ts";
import { isWaiting, type ReminderStatus } from "../../domain/reminder.ts";
import { waitsUntil } from "../../domain/reminder-horizon.ts";
import type { Dapr } from "../dapr.ts";

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const shape = new RegExp(`^reminder-(${uuid})-(${uuid})-(\\d{1,9})$`);

/** The name of the Job that tells a reminder. Ids only: never a person's text. */
export const jobName = ({ taskId, reminderId, generation }: JobOf): string =>
  `reminder-${taskId}-${reminderId}-${generation}`;

type JobOf = { taskId: string; reminderId: string; generation: number };

/** What a Job's name speaks of, or null when it is not the name of a reminder's. */
export const readJobName = (name: string): JobOf | null => {
  const [, taskId, reminderId, generation] = shape.exec(name) ?? [];
  if (!Id.safeParse(taskId).success || !Id.safeParse(reminderId).success) return null;
  return { taskId: taskId ?? "", reminderId: reminderId ?? "", generation: Number(generation) };
};

/** Schedules the Jobs of waiting reminders side by side; gives those the scheduler did not take. */
export const arm = async (dapr: Dapr, statuses: ReminderStatus[]): Promise<ReminderStatus[]> => {
  const results = await Promise.allSettled(
    statuses.map((status) =>
      schedule(dapr, status, { at: status.scheduledFor ?? new Date().toISOString() }),
    ),
  );
  return statuses.filter((_, n) => results[n]?.status === "rejected");
};

/**
 * Makes the Job of one reminder anew, to come in so many ms. For a Job that came too early by our clock: its instant is over by
 * the scheduler's, so made for that instant it would come at once, again and again. Throws when the scheduler does not take it.
 */
export const armAgain = (dapr: Dapr, status: ReminderStatus, inMs: number): Promise<void> =>
  schedule(dapr, status, { inMs });

const schedule = (
  dapr: Dapr,
  status: ReminderStatus,
  due: { at: string } | { inMs: number },
): Promise<void> =>
  dapr.scheduleJob({
    name: jobName(status),
    due,
    data: { taskId: status.taskId, reminderId: status.reminderId },
  });

/**
 * Deletes the Jobs that nobody waits for any more; what was due beyond the `horizon` had none. One that stays is harmless: its
 * generation is over.
 */
export const disarm = async (
  dapr: Dapr,
  { before, after, horizon }: { before: ReminderStatus[]; after: ReminderStatus[]; horizon: Date },
): Promise<void> => {
  const waiting = new Set(after.filter(isWaiting).map(jobName));
  const over = before.filter((one) => waitsUntil(one, horizon) && !waiting.has(jobName(one)));
  await Promise.allSettled(over.map((one) => dapr.deleteJob(jobName(one))));
};
