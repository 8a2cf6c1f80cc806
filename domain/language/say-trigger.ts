// When a reminder is told, in a person's words: "30 min before", "Fri 27 Nov 14:00". Used by explain.ts and the chat.
import type { Trigger } from "../reminder.ts";
import { toLocal } from "../time.ts";
import type { When } from "../when.ts";

/** Says a trigger. `say` says a date; an instant is said on the clock of `zone`, with seconds only where it has some. */
export const sayTrigger = (
  trigger: Trigger,
  { zone, say }: { zone: string; say: (when: When) => string },
): string => {
  if (trigger.kind === "relative") return sayRelative(trigger.to, trigger.minutes);
  if (trigger.kind === "wall") return say(trigger.when);
  return say({ kind: "floating", at: toLocal(trigger.at, zone) });
};

const sayRelative = (to: "due" | "deadline", minutes: number): string => {
  const edge = to === "deadline" ? "the deadline" : "";
  if (minutes === 0) return edge === "" ? "when it is due" : `at ${edge}`;
  const side = minutes < 0 ? "before" : "after";
  return `${sayMinutes(Math.abs(minutes))} ${side}${edge === "" ? "" : ` ${edge}`}`;
};

const units: [number, string][] = [
  [7 * 24 * 60, "week"],
  [24 * 60, "day"],
  [60, "hour"],
];

/** "30 min", "2 hours", "1 day": the largest unit that fits without a rest. */
export const sayMinutes = (minutes: number): string => {
  const [size, unit] = units.find(([length]) => minutes % length === 0) ?? [1, "min"];
  const count = minutes / size;
  return unit === "min" || count === 1 ? `${count} ${unit}` : `${count} ${unit}s`;
};
