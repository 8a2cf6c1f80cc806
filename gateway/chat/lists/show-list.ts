// "read out my shopping list", "is soap on my list?", "what is on my calendar on friday?". Called by lists.ts.
import { dueDay } from "../../../domain/task-days.ts";
import type { Task } from "../../../domain/task.ts";
import { countOf, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findNamedTasks } from "../matching/find-task.ts";
import { type Filter, readFilter } from "../reading/filter.ts";
import { filterLine } from "../reading/filter-line.ts";
import { rangeWords } from "../reading/headline.ts";
import type { DayRange } from "../reading/range.ts";
import { directory } from "../rules/directory/directory.ts";
import type { Scene } from "../scene.ts";
import { labelFor, sayList, tasksWithin } from "./list-tasks.ts";
import type { List } from "./named-list.ts";
import type { Parts } from "./parts.ts";

const counts = /^(?:how\s+many|count|number\s+of)(?!\p{L})/iu;

export const showList = (
  said: string,
  list: List,
  { item, range }: Parts,
  scene: Scene,
): Interpretation | null => {
  if (list.is === "lists") return allLists(scene);
  const isUnknown = list.is === "named" && labelFor(list.name, scene).isNew;
  if (isUnknown && item === "")
    return talk(
      `You have no list ${quote(list.name)} yet. “Add milk to my ${list.name} list” makes it.`,
    );
  const there = tasksWithin(list, range, scene);
  if (item !== "") return isOn(item, there, list, scene);
  const when = range === null ? "" : ` ${rangeWords(range, scene)}`;
  const text = `${countOf(there.length)} on ${sayList(list)}${when}.`;
  const line = there.length < 2 ? null : filterLine(filterOf(list, range, scene), there, scene);
  const { answer } = shown(inOrder(there, scene), text, counts.test(said));
  return {
    commands: [],
    ...(answer && { answer: { ...answer, ...(line !== null && { filter: line }) } }),
  };
};

/** The list in the terms of a filter, so that the page can show it. */
const filterOf = (list: List, range: DayRange | null, scene: Scene): Filter => {
  const label = list.is === "named" ? labelFor(list.name, scene) : null;
  return {
    ...readFilter("tasks", scene),
    range,
    project: label?.as === "project" ? label.name : null,
    tags: label?.as === "tag" ? [label.name] : [],
    isDated: list.is === "calendar" && range === null,
    hasReminder: list.is === "reminders" || list.is === "alarms",
  };
};

const allLists = (scene: Scene): Interpretation | null => directory("list my projects", scene);

const isOn = (item: string, there: Task[], list: List, scene: Scene): Interpretation => {
  const found = findNamedTasks(item, there, scene.shown)?.tasks ?? [];
  if (found.length > 0) {
    const titles = found.slice(0, 3).map(({ title }) => quote(title));
    return shown(
      found,
      `Yes, ${titles.join(", ")} ${found.length === 1 ? "is" : "are"} on ${sayList(list)}.`,
    );
  }
  const done = findNamedTasks(item, scene.closed, scene.shown)?.tasks[0];
  const was = done?.status === "done" ? ` ${quote(done.title)} is done.` : "";
  return shown([], `No, ${quote(item)} is not on ${sayList(list)}.${was}`);
};

const shown = (tasks: Task[], text: string, isCount = false): Interpretation => ({
  commands: [],
  answer: { kind: isCount ? "count" : "list", taskIds: tasks.map(({ id }) => id), text },
});

const inOrder = (tasks: Task[], { clock }: Scene): Task[] =>
  tasks.toSorted(
    (a, b) => dayOr(a, clock).localeCompare(dayOr(b, clock)) || a.position - b.position,
  );
const dayOr = (task: Task, clock: Scene["clock"]): string => dueDay(task, clock) ?? "9999";
