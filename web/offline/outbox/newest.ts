// Which order is taken back first where some have not been sent. Pure; called by outbox.ts.
import type { Id } from "../../../domain/ids.ts";
import type { Entry } from "./entry.ts";

/** What is done to a reminder's card is no change of a task: nothing takes it back. */
const isChange = ({ order }: Entry): boolean => order.kind !== "snooze" && order.kind !== "dismiss";

/**
 * The orders of the newest change among the entries, if it was made after the change `than`. Ids made later are greater; an order for
 * several tasks is several entries with one correlation id.
 */
export const newestChange = (entries: readonly Entry[], than?: Id): Entry[] => {
  const newest = entries.filter(isChange).at(-1)?.ticket.correlationId;
  if (newest === undefined || (than !== undefined && newest < than)) return [];
  return entries.filter(({ ticket }) => ticket.correlationId === newest);
};
