// The sentence above a list: what was asked, how many there are. Called by the list rule.
import type { Task } from "../../../domain/task.ts";
import { quote } from "../asking.ts";
import type { Scene } from "../scene.ts";
import type { Filter } from "./filter.ts";
import type { DayRange } from "./range.ts";
import { isOverdue } from "../../../domain/task-days.ts";

/** "3 tasks due today. 1 more is overdue." */
export const headlineFor = (filter: Filter, found: Task[], scene: Scene): string => {
  const noun = found.length === 1 ? "task" : "tasks";
  const what = `${found.length} ${stateWord(filter)}${noun}${details(filter, scene)}.`;
  const head = found.length === 0 ? nothing(filter, scene) : what;
  return `${head}${alsoOverdue(filter, found, scene)}`;
};

const nothing = (filter: Filter, scene: Scene): string => {
  const what = `${stateWord(filter)}task${details(filter, scene)}`;
  return `No ${what}.`;
};

const stateWord = ({ state, isOverdue: late }: Filter): string => {
  const words = {
    open: "open ",
    started: "started ",
    done: "",
    cancelled: "cancelled ",
    trash: "deleted ",
    any: "",
  };
  return late ? "overdue " : state === null ? "" : words[state];
};

const details = (filter: Filter, scene: Scene): string =>
  [
    filter.state === "done" ? "done" : "",
    filter.priorities.length === 0 ? "" : `with priority ${filter.priorities.join(" or ")}`,
    filter.project === null ? "" : `in #${filter.project}`,
    ...filter.tags.map((tag) => `tagged @${tag}`),
    filter.isUntagged ? "without tags" : "",
    filter.isProjectless ? "without a project" : "",
    filter.hasDeadline ? "with a deadline" : "",
    filter.assignee === null
      ? ""
      : filter.assignee === ""
        ? "assigned to nobody"
        : `assigned to ${filter.assignee}`,
    filter.isUndated ? "without a date" : "",
    filter.isRepeating ? "that repeat" : "",
    filter.hasReminder ? "with a reminder" : "",
    filter.range === null
      ? ""
      : rangeWords(filter.range, scene, filter.state === "done" ? "" : "due "),
    filter.text === null ? "" : `about ${quote(filter.text)}`,
    filter.except === undefined ? "" : `but not those${details(filter.except, scene)}`,
  ]
    .filter(Boolean)
    .map((part) => ` ${part}`)
    .join("");

/** "due from Monday to Friday". */
export const rangeWords = (range: DayRange, { say }: Scene, due = "due "): string => {
  const day = (at: string) => say({ kind: "day", at });
  if (range.from && range.from === range.to) return `${due}${day(range.from)}`;
  if (range.from && range.to) return `${due}from ${day(range.from)} to ${day(range.to)}`;
  if (range.from) return `${due}from ${day(range.from)} on`;
  return range.to ? `${due}until ${day(range.to)}` : "";
};

/** Whoever asks for today wants to know what was left from before. */
const alsoOverdue = (
  { range, state, isOverdue: late }: Filter,
  found: Task[],
  { open, clock }: Scene,
): string => {
  const today = clock.today.toString();
  if (state === "done" || state === "trash" || late || range?.from !== today) return "";
  const others = open.filter((task) => isOverdue(task, clock) && !found.includes(task)).length;
  return others === 0 ? "" : ` ${others} more ${others === 1 ? "is" : "are"} overdue.`;
};
