// The fields of a task as a caller wrote them into those a command takes. Called by the routes that make and change tasks.
import type { Context } from "hono";
import type { Id } from "../../domain/ids.ts";
import type { Reminder } from "../../domain/reminder.ts";
import { haveOwnIds, reminderNames, remindersOf, type TaskReminder } from "../api/task-reminder.ts";
import { checkParent } from "../command/check-parent.ts";
import { renewIds } from "../command/renew-ids.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { invalid, unwrap } from "../http/refused.ts";
import { clockFor } from "./reminder-write.ts";

type Written = { reminders?: TaskReminder[] | undefined; parentId?: Id | null | undefined };

/**
 * The fields, and how a refusal is to name them. A parent that is not there or would be a part of itself is refused; a
 * reminder's id that another task of the person has is renewed.
 */
export const takeFields = async <T extends Written>(
  deps: Pick<AppDeps, "actors" | "db" | "now">,
  c: Context<GatewayEnv>,
  taskId: Id,
  written: T,
): Promise<{
  fields: Omit<T, "reminders"> & { reminders?: Reminder[] };
  names: Record<string, string>;
}> => {
  const { userId } = c.var.session;
  const { reminders, ...fields } = written;
  const { parentId } = fields;
  if (typeof parentId === "string")
    unwrap(await checkParent(deps.actors, { userId, taskId, parentId }));
  if (reminders === undefined) return { fields, names: {} };
  const clock = await clockFor(deps, userId, reminders);
  const meant = remindersOf(reminders, clock);
  const isChosen = reminders.some(({ id }) => id !== undefined);
  const renewed = isChosen ? await renewIds(deps.db, { ownerId: userId, taskId }, meant) : meant;
  if (!haveOwnIds(renewed)) throw invalid("reminders", "must not name a reminder twice");
  return { fields: { ...fields, reminders: renewed }, names: reminderNames(reminders) };
};
