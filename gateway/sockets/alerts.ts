// The reminders a person was told and has not seen, as devices show them. Called by greeting.ts for the first page of a snapshot.
import { listTold, type Told } from "../../database/reminders/list-told.ts";
import type { Queryable } from "../../database/pool.ts";
import type { Id } from "../../domain/ids.ts";
import type { Alert } from "../../domain/reminder.ts";

/** One alert a notification, newest first. */
export const readAlerts = async (db: Queryable, userId: Id): Promise<Alert[]> =>
  (await listTold(db, userId)).map(alertOf);

const alertOf = ({ status, title, reminderIds }: Told): Alert => ({
  id: status.reminderId,
  taskId: status.taskId,
  title,
  reminderIds,
  sequence: status.sequence,
  generation: status.generation,
  occurrence: status.occurrence,
  state: status.state,
  scheduledFor: status.scheduledFor,
  firedAt: status.firedAt,
  lateByMs: status.lateByMs,
});
