// One date of a series: its id, and the due it means. Pure. Used by the task's rules and by what lists occurrences.
import { derivedId, type Id } from "./ids.ts";
import type { TaskOccurrence } from "./task.ts";
import { toInstant } from "./time.ts";
import type { When } from "./when.ts";

/** The occurrence of a series at a slot; its id is the same whoever computes it. */
export const occurrenceAt = (
  series: Pick<TaskOccurrence, "seriesId" | "start" | "zone">,
  slot: string,
  position: number,
): TaskOccurrence => ({ ...series, id: occurrenceId(series.seriesId, slot), slot, position });

/** The id of the occurrence of a series at a slot. */
export const occurrenceId = (seriesId: Id, slot: string): Id => derivedId(seriesId, slot);

/** The due a slot means: a full day, a floating wall clock, or one of the series' zone. */
export const dueAt = ({ slot, zone }: Pick<TaskOccurrence, "slot" | "zone">): When => {
  if (!slot.includes("T")) return { kind: "day", at: slot };
  return zone === null ? { kind: "floating", at: slot } : { kind: "fixed", at: slot, zone };
};

/** The instant a slot means: a full day its first moment. `zone` is the owner's. */
export const slotInstant = (slot: string, occurrenceZone: string | null, zone: string): string =>
  toInstant(slot, occurrenceZone ?? zone);
