// Words about time into dates, rules and reminders, by the parser quick add has. Called by the tools; models do no date arithmetic.
import { minutesIn } from "../../../../domain/language/reminders/read-trigger.ts";
import { readRepeat } from "../../../../domain/language/repeat/read-repeat.ts";
import type { Repeating } from "../../../../domain/language/repeat/first-occurrence.ts";
import type { Trigger } from "../../../../domain/reminder.ts";
import type { Task } from "../../../../domain/task.ts";
import type { When } from "../../../../domain/when.ts";
import { movedBy, movedTo, readShift } from "../../reading/move-due.ts";
import { readTriggers } from "../../rules/remind-task.ts";
import type { Scene } from "../../scene.ts";
import { WrongCall } from "./tool.ts";

const unreadable = (field: string, said: string, example: string): WrongCall =>
  new WrongCall(
    `${field}: “${said}” cannot be read; say it as the person did, such as “${example}”`,
  );

/** A date of its own. */
export const dueOf = (said: string, scene: Scene): When => {
  const when = scene.when(said);
  if (!when) throw unreadable("due", said, "next friday 3pm");
  return when.due;
};

/** A new date of a task: another day keeps its clock time, an amount ("2 days later") counts from where it is. */
export const movedDue = (task: Task, said: string, scene: Scene): When => {
  const isShift = /\s(?:later|earlier|sooner)$/iu.test(said) && task.due !== null; // "2 hours later" alone counts from now
  const when = isShift ? null : scene.when(said);
  if (when) return movedTo(task, when, scene.clock);
  const shift = readShift(said.replace(/^(?:in|by)\s+/i, ""), said);
  const moved = shift && movedBy(task, shift, scene.clock);
  if (!moved) throw unreadable("due", said, "next friday 3pm");
  return moved;
};

/** A repetition with its first date; `due` are further words about that. */
export const repeatOf = (
  said: string,
  scene: Scene,
  { due, current = null }: { due?: string | undefined; current?: When | null },
): Repeating => {
  const ways =
    due === undefined ? [said] : [`${said} ${due}`, `${said} at ${due}`, `${said} starting ${due}`];
  for (const way of ways) {
    const repeating = readRepeat(way, scene.clock, current);
    if (repeating) return repeating;
  }
  const start = due === undefined ? null : dueOf(due, scene);
  const repeating = start && readRepeat(said, scene.clock, start);
  if (!repeating) throw unreadable("repeat", said, "every monday at 9");
  return repeating;
};

/** A calendar day. */
export const dayOf = (said: string, scene: Scene): string => dueOf(said, scene).at.slice(0, 10);

/** A length in minutes. */
export const lengthOf = (said: string): number => {
  const minutes = minutesIn(said.replace(/^for\s+/i, ""));
  if (minutes === null) throw unreadable("duration", said, "45 min");
  return minutes;
};

/** When to remind: "30 min before", "tomorrow at 9". */
export const triggersOf = (said: string, scene: Scene, due: When | null): Trigger[] => {
  const triggers = readTriggers(said.replace(/^remind\s+me\s+/i, ""), scene.clock, due);
  if (triggers.length === 0) throw unreadable("remind", said, "30 min before");
  const isLost = triggers.some(
    ({ kind, ...at }) => kind === "relative" && "to" in at && at.to === "due",
  );
  if (isLost && due === null)
    throw new WrongCall("remind: the task has no due to count from; name a day and a time");
  return triggers;
};
