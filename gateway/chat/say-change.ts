// What changed in words, old → new, and why something could not be done. Called by wording.ts.
import type { Changes } from "../../domain/changes.ts";
import { type Listener, sayWhen } from "../../domain/language/say-when.ts";
import { Recurrence } from "../../domain/recurrence.ts";
import { Reminders } from "../../domain/reminder.ts";
import type { Refusal } from "../../domain/result.ts";
import { toLocal } from "../../domain/time.ts";
import { When } from "../../domain/when.ts";
import { quote } from "./asking.ts";
import { sayRecurrence, sayReminders, type Speaker } from "./details.ts";

const labels: Record<string, string> = {
  title: "title",
  due: "due",
  deadline: "deadline",
  priority: "priority",
  project: "project",
  section: "section",
  assignee: "assigned to",
  tags: "tags",
  status: "status",
  description: "description",
  durationMinutes: "length",
  recurrence: "repeats",
  reminders: "reminder",
};

/** How dates and rules are said to a person. */
export const speakerFor = (listener: Listener): Speaker => ({
  ...listener,
  say: (when) => sayWhen(when, listener),
});

/** "due tomorrow 17:00 → Friday 17:00, priority none → p1", in the same order whatever store the changes come from. */
export const changesIn = (changes: Changes, listener: Listener): string =>
  Object.entries(labels)
    .flatMap(([field, label]) => {
      const change = changes[field];
      if (!change) return [];
      const said = (value: unknown) => sayValue(field, value, listener);
      return [`${label} ${said(change.before)} → ${said(change.after)}`];
    })
    .join(", ");

/** What a field is called in a sentence. */
export const labelOfField = (field: string): string => labels[field] ?? field;

/** The value of a field in words. */
export const sayValue = (field: string, value: unknown, listener: Listener): string => {
  if (value === null || value === undefined || value === "") return "none";
  if (Array.isArray(value) && value.length === 0) return "none";
  const speaker = speakerFor(listener);
  if (field === "due") {
    const due = When.safeParse(value);
    if (due.success) return speaker.say(due.data);
  }
  if (field === "recurrence") {
    const recurrence = Recurrence.safeParse(value);
    if (recurrence.success) return sayRecurrence(recurrence.data, speaker);
  }
  if (field === "reminders") {
    const reminders = Reminders.safeParse(value);
    if (reminders.success) return sayReminders(reminders.data, speaker);
  }
  if (Array.isArray(value)) return value.map((tag) => `@${tag}`).join(" ");
  if (typeof value === "number") return sayNumber(field, value);
  return typeof value === "string" ? sayText(field, value, listener) : JSON.stringify(value);
};

const sayNumber = (field: string, value: number): string => {
  if (field === "priority") return value === 4 ? "none" : `p${value}`;
  return field === "durationMinutes" ? `${value} min` : `${value}`;
};

const sayText = (field: string, value: string, listener: Listener): string => {
  if (field === "deadline") return sayWhen({ kind: "day", at: value }, listener);
  if (field === "project") return `#${value}`;
  return field === "status" ? value.replace("_", " ") : quote(value);
};

const instant = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

/** A refusal as a sentence: no field's path before it, instants on the person's clock. */
export const sayRefusal = ({ message, fields = [] }: Refusal, listener: Listener): string => {
  const path = fields.find((field) => message.startsWith(`${field.path}: `))?.path;
  const said = (path === undefined ? message : message.slice(path.length + 2)).replaceAll(
    instant,
    (at) => sayWhen({ kind: "floating", at: toLocal(at, listener.zone) }, listener),
  );
  return said.startsWith("is in the past") ? `the reminder ${said}` : said;
};
