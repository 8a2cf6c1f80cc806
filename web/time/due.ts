// When a task is due, seen from the person's zone. Called by groups.ts and the views.
import type { When } from "../../domain/when.ts";
import { instantOf, wallClock } from "./zone.ts";

/** A due as the person's calendar shows it: a day, and a clock time when there is one. */
export type LocalDue = { day: string; time: string | null };

/** What "now" is to the person: `YYYY-MM-DDTHH:MM` in their zone. `clock` is another number once the server has said more of its clocks. */
export type Now = { wall: string; zone: string; clock?: number | undefined };

/** The person's now at an instant. */
export const nowIn = (zone: string, at: Date): Now => ({ wall: wallClock(at, zone), zone });

/** A due in the person's zone, to the minute. A fixed one is converted; a day or a floating one means what it says anywhere. */
export const localDue = (due: When, zone: string): LocalDue => {
  if (due.kind === "day") return { day: due.at, time: null };
  const wall = due.kind === "fixed" ? wallClock(instantOf(due.at, due.zone), zone) : due.at;
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) };
};

/** True once the day, or the minute, has passed for the person. */
export const isOverdue = (due: LocalDue, now: Now): boolean =>
  due.time === null ? due.day < now.wall.slice(0, 10) : `${due.day}T${due.time}` < now.wall;
