// What was done, in words: each change old → new, and what was refused. Called by answer-message.ts.
import type { CommandEnvelope } from "../../domain/command.ts";
import type { Changes } from "../../domain/event-attributes.ts";
import { type Listener, sayWhen } from "../../domain/language/say-when.ts";
import type { ChatChange, TaskReply } from "../../domain/reply.ts";
import type { Task } from "../../domain/task.ts";
import { When } from "../../domain/when.ts";
import { quote } from "./asking.ts";
import { detailsOf } from "./details.ts";

/** A command with the answer of its task's actor. */
export type Outcome = { command: CommandEnvelope["command"]; reply: TaskReply };

/** The change of one task, for display; null when the command was refused or changed nothing. */
export const changeOf = ({ command, reply }: Outcome): ChatChange | null => {
  if (!reply.ok || Object.keys(reply.changes).length === 0) return null;
  const { task, changes } = reply;
  return { taskId: task.id, title: task.title, what: whatOf(command.type, changes), changes };
};

const whatOf = (type: Outcome["command"]["type"], changes: Changes): ChatChange["what"] => {
  const verbs = {
    "task.create": "created",
    "task.complete": "completed",
    "task.reopen": "reopened",
    "task.delete": "deleted",
    "task.restore": "restored",
  } as const;
  if (type in verbs) return verbs[type as keyof typeof verbs];
  return changes["status"]?.after === "done" ? "completed" : "changed";
};

/** One sentence a change, one a refusal; a sentence that says so when there was nothing to do. */
export const wordsFor = (outcomes: Outcome[], listener: Listener): string => {
  if (outcomes.length === 0) return "Nothing was changed.";
  const lines = outcomes.map((outcome) => lineFor(outcome, listener));
  return lines.length > 10 ? summary(outcomes, lines) : lines.join("\n");
};

const summary = (outcomes: Outcome[], lines: string[]): string => {
  const refused = lines.filter((_, index) => outcomes[index]?.reply.ok === false);
  const done = outcomes.length - refused.length;
  return [`${done} tasks were changed.`, ...refused.slice(0, 5)].join("\n");
};

const lineFor = ({ command, reply }: Outcome, listener: Listener): string => {
  if (!reply.ok) return `That could not be done: ${reply.error.message}.`;
  const { task, changes } = reply;
  const title = quote(task.title);
  if (Object.keys(changes).length === 0) return `${title} is like that already.`;
  switch (command.type) {
    case "task.create":
      return created(task, listener);
    case "task.complete":
      return `Completed ${title}.`;
    case "task.reopen":
      return `Opened ${title} again.`;
    case "task.delete":
      return `Moved ${title} to the trash. “Restore ${task.title}” brings it back.`;
    case "task.restore":
      return `Took ${title} out of the trash.`;
    case "task.patch":
      return `${quote(oldTitle(task, changes))}: ${changesIn(changes, listener)}.`;
    default:
      return `${title} was changed.`;
  }
};

const created = (task: Task, listener: Listener): string => {
  const details = detailsOf(task, { ...listener, say: (when) => sayWhen(when, listener) });
  return details === "" ? `Added ${quote(task.title)}.` : `Added ${quote(task.title)}: ${details}.`;
};

const oldTitle = (task: Task, changes: Changes): string => {
  const before = changes["title"]?.before;
  return typeof before === "string" ? before : task.title;
};

const labels: Record<string, string> = {
  title: "title",
  due: "due",
  deadline: "deadline",
  priority: "priority",
  project: "project",
  tags: "tags",
  status: "status",
  description: "description",
  durationMinutes: "length",
};

/** "due tomorrow 17:00 → Friday 17:00, priority p4 → p1" */
const changesIn = (changes: Changes, listener: Listener): string =>
  Object.entries(changes)
    .filter(([field]) => labels[field] !== undefined)
    .map(([field, { before, after }]) => {
      const said = (value: unknown) => sayValue(field, value, listener);
      return `${labels[field]} ${said(before)} → ${said(after)}`;
    })
    .join(", ");

const sayValue = (field: string, value: unknown, listener: Listener): string => {
  if (value === null || value === undefined || value === "") return "none";
  if (field === "due") {
    const due = When.safeParse(value);
    if (due.success) return sayWhen(due.data, listener);
  }
  if (Array.isArray(value))
    return value.length === 0 ? "none" : value.map((tag) => `@${tag}`).join(" ");
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
