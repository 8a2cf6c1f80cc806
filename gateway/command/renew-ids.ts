// A reminder's id is chosen by the caller, and names one reminder of a person. Called by the routes that set reminders.
import { listTakenIds } from "../../database/reminders/list-taken-ids.ts";
import type { Queryable } from "../../database/pool.ts";
import { renewedReminderId } from "../../domain/derived-ids.ts";
import type { Id } from "../../domain/ids.ts";

/**
 * The reminders with a new id in place of one that another task of this person has: so a copied task simply works. The new id
 * follows from the old one, so asking again changes nothing. Ids of other people are taken as they are: nobody learns of them.
 */
export const renewIds = async <T extends { id: Id }>(
  db: Queryable,
  of: { ownerId: Id; taskId: Id },
  reminders: T[],
): Promise<T[]> => {
  const taken = new Set(await listTakenIds(db, { ...of, ids: reminders.map(({ id }) => id) }));
  if (taken.size === 0) return reminders;
  return reminders.map((one) =>
    taken.has(one.id) ? { ...one, id: renewedReminderId(of.taskId, one.id) } : one,
  );
};
