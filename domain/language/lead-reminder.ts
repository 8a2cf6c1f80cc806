// The reminder a task with a clock time gets by itself, by its owner's settings. Used by quick add on the page, the chat and assistants.
import type { Trigger } from "../reminder.ts";
import { offsetInstant } from "../time.ts";
import type { When } from "../when.ts";

/**
 * The reminder `leadMinutes` before a due that has a clock time; null when the person wants none (`leadMinutes: null`) or
 * it would be in the past. `now` is an ISO instant.
 */
export const leadReminder = (
  due: When | null,
  leadMinutes: number | null,
  { now, zone }: { now: string; zone: string },
): Trigger | null => {
  if (leadMinutes === null || due === null || due.kind === "day") return null;
  const at = offsetInstant(due.at, due.kind === "fixed" ? due.zone : zone, -leadMinutes);
  if (Date.parse(at) <= Date.parse(now)) return null;
  return { kind: "relative", to: "due", minutes: leadMinutes === 0 ? 0 : -leadMinutes };
};
