// What a filter says, as a tree. Made by read-filter.ts, asked by matches.ts, narrowed for the read model by narrow.ts.
import type { Priority, TaskStatus } from "../task.ts";

/** Characters of a filter; beyond that nobody has written it by hand. */
export const longestFilter = 1_000;

/** Which of a task's days a condition is about; all are days of the person's own calendar. */
export type DayField = "due" | "deadline" | "created" | "changed" | "completed";

/** What a task can have or lack. */
export type Part =
  | "date"
  | "time"
  | "deadline"
  | "duration"
  | "project"
  | "section"
  | "tags"
  | "priority"
  | "assignee"
  | "reminder"
  | "description";

/** `from` and `to` (YYYY-MM-DD) are both included; null: open on that side. A name may hold `*` for any characters. */
export type Condition =
  | { is: "all" }
  | { is: "overdue" }
  | { is: "repeating" }
  | { is: "subtask" }
  | { is: "day"; field: DayField; from: string | null; to: string | null }
  | { is: "with"; part: Part }
  | { is: "status"; status: TaskStatus[] }
  | { is: "priority"; priority: Priority }
  | { is: "project"; name: string }
  | { is: "section"; name: string }
  | { is: "tag"; name: string }
  | { is: "assignee"; name: string }
  | { is: "words"; words: string[] };

/** `all` and `any` hold at least two. */
export type Filter = Condition | { all: Filter[] } | { any: Filter[] } | { not: Filter };

/** What the words of one condition say, or what is wrong with them. */
export type TermRead = { ok: true; condition: Filter } | { ok: false; message: string };

/** Whether a filter says itself whether tasks are over; one that does not is about open ones. */
export const speaksOfStatus = (filter: Filter): boolean => {
  if ("all" in filter) return filter.all.some(speaksOfStatus);
  if ("any" in filter) return filter.any.some(speaksOfStatus);
  if ("not" in filter) return speaksOfStatus(filter.not);
  return filter.is === "status" || (filter.is === "day" && filter.field === "completed");
};
