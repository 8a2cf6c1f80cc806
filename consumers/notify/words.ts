// The words of a notification, the same on every channel. Pure. Called by compose.ts.
import { sayWhen, type Listener } from "../../domain/language/say-when.ts";
import type { MissedReminder } from "../../domain/reminder-event.ts";
import { lateMs } from "../../domain/reminder.ts";
import { dueInstant, toLocal } from "../../domain/time.ts";
import type { When } from "../../domain/when.ts";

export type Words = { title: string; lines: string[] };

/** More than these are counted, not listed. */
const maxListed = 50;

/** A reminder: the task's title, when it is due, and how late the notification is when that is a minute or more. */
export const reminderWords = (
  told: { title: string; due: When | null; lateByMs: number | null },
  listener: Listener,
): Words => {
  const { title, due, lateByMs } = told;
  return {
    title,
    lines: [
      ...(due === null ? [] : [`Due ${sayWhen(due, listener)}`]),
      ...(lateByMs !== null && lateByMs >= lateMs ? [`Late by ${sayDuration(lateByMs)}`] : []),
    ],
  };
};

/** Somebody wants to know whether they are reached. */
export const testWords: Words = {
  title: "A test from Punctual",
  lines: ["This is how your reminders reach you here."],
};

/** Whole minutes, rounded down: `3 min`, `2 h 5 min`. */
export const sayDuration = (ms: number): string => {
  const minutes = Math.floor(ms / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};

/**
 * The digest of a day: what is due on it and what is overdue, by their time. Other tasks among `tasks` are left out. Of many overdue ones
 * those nearest to the day are listed.
 */
export const digestWords = (
  tasks: readonly { title: string; due: When | null }[],
  day: string,
  listener: Listener,
): Words => {
  const dated = tasks
    .flatMap((task) => (task.due === null ? [] : [{ title: task.title, due: task.due }]))
    .map((one) => ({ ...one, local: localOf(one.due, listener.zone) }))
    .filter(({ local }) => local.slice(0, 10) <= day)
    .toSorted((one, other) => (one.local < other.local ? -1 : 1));
  const today = dated.filter(({ local }) => local.slice(0, 10) === day);
  const overdue = dated.filter(({ local }) => local.slice(0, 10) < day);
  const line = (one: { title: string; due: When }) =>
    `${one.title} – ${sayWhen(one.due, listener)}`;
  return {
    title: titleOf(today.length, overdue.length),
    lines: [
      ...section("Due today", today.map(line)),
      ...section("Overdue", overdue.slice(-maxListed).map(line), overdue.length),
      ...(dated.length === 0 ? ["Nothing is due today."] : []),
    ],
  };
};

const titleOf = (today: number, overdue: number): string => {
  const due = today === 0 ? "Nothing due today" : `${counted(today, "task")} due today`;
  return overdue === 0 ? due : `${due}, ${overdue} overdue`;
};

/** Reminders that came so late that they are told together. */
export const summaryWords = (missed: MissedReminder[], { zone, ...rest }: Listener): Words => ({
  title: `${counted(missed.length, "reminder")} came too late`,
  lines: listed(
    missed.map(({ title, scheduledFor }) => {
      const at: When = { kind: "floating", at: toLocal(scheduledFor, zone) };
      return `${title} – ${sayWhen(at, { zone, ...rest })}`;
    }),
  ),
});

const section = (heading: string, lines: string[], count = lines.length): string[] =>
  lines.length === 0 ? [] : [`${heading}:`, ...listed(lines, count)];

/** `count`: how many there are, where `lines` are not all. */
const listed = (lines: string[], count = lines.length): string[] =>
  count <= maxListed ? lines : [...lines.slice(0, maxListed), `and ${count - maxListed} more`];

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;

/** The due on the person's own clock; a full day stays a day, so it sorts before the times of that day. */
const localOf = (due: When, zone: string): string =>
  due.kind === "fixed" ? toLocal(dueInstant(due, zone, "00:00"), zone) : due.at;
