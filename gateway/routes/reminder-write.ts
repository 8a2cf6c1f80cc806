// What the routes that change a reminder share: which task it is of, and the reminder after the change as the answer.
import type { Context } from "hono";
import { readPerson } from "../../database/people/read-person.ts";
import { readTaskOfReminder } from "../../database/reminders/read-task-of-reminder.ts";
import type { Command } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import { etagHeader } from "../api/headers.ts";
import { ReminderDoc, reminderDoc } from "../api/reminders.ts";
import { needsZone, type TimeForms } from "../api/times.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { notFound } from "../http/refused.ts";
import { type Change, order } from "./write.ts";

/** The documented answer with a reminder. */
export const reminderAnswer = (description: string) => ({
  description,
  headers: etagHeader,
  content: { "application/json": { schema: ReminderDoc } },
});

/** The task of a reminder; not_found when the caller never had one of that id. */
export const taskOf = async (
  { db }: Pick<AppDeps, "db">,
  c: Context<GatewayEnv>,
  reminderId: Id,
): Promise<Id> => {
  const taskId = await readTaskOfReminder(db, { reminderId, ownerId: c.var.session.userId });
  if (taskId === null) throw notFound();
  return taskId;
};

/** Carries out a command about one reminder. */
export const writeReminder = async (
  deps: Pick<AppDeps, "db" | "actors">,
  c: Context<GatewayEnv>,
  change: Change,
): Promise<ReminderDoc> => {
  const { reply, command } = await order(deps, c, change);
  const id = reminderIdOf(command);
  const reminder = reply.task.reminders.find((one) => one.id === id);
  const status = reply.reminders.find((one) => one.reminderId === id);
  if (!reminder || !status) throw notFound();
  return reminderDoc({ reminder, status, title: reply.task.title });
};

const reminderIdOf = (command: Command): Id | null => {
  if (command.type === "reminder.add") return command.reminder.id;
  return "reminderId" in command ? command.reminderId : null;
};

/** The person's settings. */
export const readSettings = async ({ db }: Pick<AppDeps, "db">, userId: Id) =>
  (await readPerson(db, userId)).settings;

/** The clock that "in 5 minutes" is read by; the person's zone is asked for only where a time needs it. */
export const clockFor = async (
  deps: Pick<AppDeps, "db" | "now">,
  userId: Id,
  times: TimeForms[],
): Promise<{ now: Date; zone: string }> => ({
  now: deps.now(),
  zone: times.some(needsZone) ? (await readSettings(deps, userId)).timeZone : "UTC",
});
