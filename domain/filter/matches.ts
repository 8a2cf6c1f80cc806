// Whether a task fits a filter: the one answer for the API, the chat and the page.
import { isOpen } from "../is-over.ts";
import type { Clock } from "../language/clock.ts";
import type { Task } from "../task.ts";
import { dueDay, instantDay, isOverdue } from "../task-days.ts";
import { wordsIn } from "../words.ts";
import { unescaped } from "./tokens.ts";
import { type Condition, type DayField, type Filter, type Part, speaksOfStatus } from "./filter.ts";

/** Leaves out the trash, and what is over unless the filter speaks of it. `clock`: the person's. */
export const matches = (task: Task, filter: Filter, clock: Clock): boolean =>
  task.deletedAt === null && (isOpen(task) || speaksOfStatus(filter)) && fits(task, filter, clock);

const fits = (task: Task, filter: Filter, clock: Clock): boolean => {
  if ("all" in filter) return filter.all.every((one) => fits(task, one, clock));
  if ("any" in filter) return filter.any.some((one) => fits(task, one, clock));
  if ("not" in filter) return !fits(task, filter.not, clock);
  return holds(task, filter, clock);
};

const holds = (task: Task, condition: Condition, clock: Clock): boolean => {
  switch (condition.is) {
    case "all":
      return true;
    case "overdue":
      return isOpen(task) && isOverdue(task, clock);
    case "repeating":
      return task.recurrence !== null;
    case "subtask":
      return task.parentId !== null;
    case "status":
      return condition.status.includes(task.status);
    case "priority":
      return task.priority === condition.priority;
    case "project":
      return task.project !== null && isNamed(task.project, condition.name);
    case "section":
      return task.section !== null && isNamed(task.section, condition.name);
    case "tag":
      return task.tags.some((tag) => isNamed(tag, condition.name));
    case "assignee":
      return isAssignee(task.assignee, condition.name);
    case "with":
      return has[condition.part](task);
    case "words":
      return holdsWords(task, condition.words);
    case "day": {
      const day = dayOfField(task, condition.field, clock);
      return day !== null && day >= (condition.from ?? "") && day <= (condition.to ?? "~");
    }
  }
};

const has: Record<Part, (task: Task) => boolean> = {
  date: ({ due }) => due !== null,
  time: ({ due }) => due !== null && due.kind !== "day",
  deadline: ({ deadline }) => deadline !== null,
  duration: ({ durationMinutes }) => durationMinutes !== null,
  project: ({ project }) => project !== null,
  section: ({ section }) => section !== null,
  tags: ({ tags }) => tags.length > 0,
  priority: ({ priority }) => priority !== 4,
  assignee: ({ assignee }) => assignee !== null,
  reminder: ({ reminders }) => reminders.length > 0,
  description: ({ description }) => description !== "",
};

const dayOfField = (task: Task, field: DayField, clock: Clock): string | null => {
  if (field === "due") return dueDay(task, clock);
  if (field === "deadline") return task.deadline;
  const instants = {
    created: task.createdAt,
    changed: task.updatedAt,
    completed: task.completedAt,
  };
  return instantDay(instants[field], clock);
};

/** What is mine has nobody else's name. */
const isAssignee = (assignee: string | null, name: string): boolean =>
  name.toLowerCase() === "me"
    ? assignee === null || assignee.toLowerCase() === "me"
    : assignee !== null && isNamed(assignee, name);

/** A star that is not escaped. */
const wildcard = /(?<!\uE000)\*/u;

/** Whatever its case; `*` in the wanted name stands for any characters. */
const isNamed = (name: string, wanted: string): boolean => {
  const [first = "", ...rest] = wanted.toLowerCase().split(wildcard).map(unescaped);
  const text = name.toLowerCase();
  if (rest.length === 0) return text === first;
  if (!text.startsWith(first)) return false;
  const last = rest.pop() ?? "";
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
};

/** Every word at the start of a word of the title, the description, the project, the person or the tags, as the read model's search has it. */
const holdsWords = (task: Task, wanted: readonly string[]): boolean => {
  const there = wordsOf(task);
  return wanted.every((word) => there.some((one) => one.startsWith(word)));
};

/** A filter may ask for many words of one task, and its description may be long. */
const known = new WeakMap<Task, string[]>();

const wordsOf = (task: Task): string[] => {
  const before = known.get(task);
  if (before) return before;
  const { title, description, project, tags, assignee } = task;
  const words = wordsIn([title, description, project ?? "", assignee ?? "", ...tags].join("\n"));
  known.set(task, words);
  return words;
};
