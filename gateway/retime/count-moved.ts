// How many reminders a change of the settings will move, before any task has heard of it. Called by begin.ts.
import { setImmediate as turn } from "node:timers/promises";
import type { Armed } from "../../database/reminders/list-armed.ts";
import { plannedFor, toldAt } from "../../domain/reminder-time.ts";
import type { Owner } from "../../domain/settings.ts";

/** As many as are looked at before others get their turn: thousands of clock times take a good part of a second. */
const atOnce = 100;

/** Those that the actors will arm for another instant (actors/task/decide/settle.ts). */
export const countMoved = async (armed: Armed[], owner: Owner, now: Date): Promise<number> => {
  let moved = 0;
  for (let from = 0; from < armed.length; from += atOnce) {
    for (const one of armed.slice(from, from + atOnce)) moved += isMoved(one, owner, now) ? 1 : 0;
    await turn();
  }
  return moved;
};

/** What was snoozed stays where it is; what is over by the new settings is told no more. */
const isMoved = ({ reminder, task, status }: Armed, owner: Owner, now: Date): boolean => {
  if (status.state === "snoozed") return false;
  const planned = plannedFor(reminder.trigger, task, owner);
  if (planned === null) return false;
  if (planned !== status.plannedFor) return Date.parse(planned) > now.getTime();
  return (
    status.state === "scheduled" && toldAt(planned, task.priority, owner) !== status.scheduledFor
  );
};
