// Where what is late can be moved to. Pure; called by views/list/reschedule.tsx.
import type { When } from "../domain/when.ts";
import { addDays } from "./time/zone.ts";

export const targets = ["today", "tomorrow", "next week"] as const;
export type Target = (typeof targets)[number];

/** The day that is meant. A week begins on the ISO weekday `weekStart`. */
export const dayOf = (target: Target, today: string, weekStart: number): string => {
  if (target === "today") return today;
  if (target === "tomorrow") return addDays(today, 1);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  return addDays(today, ((weekStart - weekday + 6) % 7) + 1);
};

/** A due on another day at its own time. Today at a time that is over means some time today. `wall`: the person's now. */
export const movedTo = (due: When | null, day: string, wall: string): When => {
  if (due === null || due.kind === "day") return { kind: "day", at: day };
  const at = `${day}${due.at.slice(10)}`;
  return at.slice(0, 16) < wall ? { kind: "day", at: day } : { ...due, at };
};
