// A list in sections: which there are, in their order, and what stands in each. Pure; called by views/list/use-list.ts and trash.tsx.
import { isOver } from "../../domain/is-over.ts";
import { labelKey } from "../../domain/label-key.ts";
import { groupOf, localDueOf } from "../store/groups.ts";
import type { VisibleTask } from "../store/visible.ts";
import type { Now } from "../time/due.ts";
import { addDays, wallClock } from "../time/zone.ts";
import type { Place } from "../places/place.ts";
import type { Arrangement, Grouping } from "./arrangement.ts";
import { listWords } from "../words/list.ts";
import { endedAt, inOrder, latestFirst } from "./order.ts";
import { listsWords } from "../words/lists.ts";

/**
 * `key` is unique in the list. `day` names a day (YYYY-MM-DD) that the view says in words, `name` is a name as it stands. `tone` says how
 * it looks; the section `done` is folded until someone opens it. One without tasks is shown as a day that is free.
 */
export type Section = {
  key: string;
  name: string;
  day?: string;
  tone: "late" | "today" | "plain" | "done";
  tasks: VisibleTask[];
  /** A heading of the project the list is of; its `id` is null where only tasks have it. */
  heading?: Heading;
};

export type Heading = { id: string | null; name: string };

/** Days of Upcoming that are shown even when they are free, today included. */
const nearDays = 7;

const plain = (key: string, name: string): Section => ({ key, name, tone: "plain", tasks: [] });
const late = (): Section => ({
  key: "overdue",
  name: listsWords.sections.overdue,
  tone: "late",
  tasks: [],
});
const someday = (): Section => plain("someday", listsWords.sections.someday);
const onDay = (day: string, today: string): Section => ({
  key: day,
  name: day,
  day,
  tone: day === today ? "today" : "plain",
  tasks: [],
});

/** The heading of a priority, 4 being none. */
const priorityName = (priority: number): string => {
  const names: Record<string, string> = listsWords.priorities;
  return names[`p${priority}`] ?? "";
};

/** The sections that are there in this order, whether or not something is in them. */
const fixed: Record<Grouping, () => Section[]> = {
  date: () => [
    late(),
    { key: "today", name: listsWords.sections.today, tone: "today", tasks: [] },
    plain("upcoming", listsWords.sections.upcoming),
    someday(),
  ],
  day: () => [late()],
  project: () => [],
  priority: () => [1, 2, 3, 4].map((one) => plain(`p${one}`, priorityName(one))),
  none: () => [plain("tasks", listWords.section.tasks)],
  section: () => [],
};

const keyOfHeading = (name: string): string => `/${labelKey(name)}`;

const underHeading = ({ id, name }: Heading): Section => ({
  ...plain(keyOfHeading(name), name),
  heading: { id, name },
});

/** Where tasks without a heading stand: the whole list, where the project has none. */
const unheaded = (headings: readonly Heading[]): Section =>
  plain("unheaded", headings.length > 0 ? listWords.section.none : listWords.section.tasks);

/** The section of the list an open task stands in by itself. */
export const sectionFor = (task: VisibleTask, group: Grouping, now: Now): Section => {
  const { project, section, priority, due } = task;
  switch (group) {
    case "section":
      return section === null ? unheaded([]) : underHeading({ id: null, name: section });
    case "priority":
      return plain(`p${priority}`, priorityName(priority));
    case "project":
      return project === null
        ? plain("inbox", listsWords.sections.noProject)
        : plain(`#${project.toLowerCase()}`, project);
    case "none":
      return plain("tasks", listWords.section.tasks);
    case "date":
    case "day": {
      const where = groupOf(task, now);
      if (group === "date" || where === "overdue") return plain(where, where);
      if (due === null) return someday();
      return onDay(localDueOf(due, now).day, now.wall.slice(0, 10));
    }
  }
};

const sortKey = ({ key, day, tone }: Section): string =>
  tone === "late" ? "0" : day !== undefined ? `1${day}` : key === "someday" ? "3" : `2${key}`;

/** Open tasks in sections; those of a fixed order keep it, days stand by date, projects by name and tasks without one last. */
const openSections = (
  tasks: VisibleTask[],
  { group, order }: Arrangement,
  headings: readonly Heading[],
  now: Now,
): Section[] => {
  const there = group === "section" ? [unheaded(headings), ...headings.map(underHeading)] : [];
  const sections = new Map([...fixed[group](), ...there].map((section) => [section.key, section]));
  for (const task of tasks) {
    const wanted = sectionFor(task, group, now);
    const section = sections.get(wanted.key) ?? wanted;
    sections.set(section.key, section);
    section.tasks.push(task);
  }
  for (const section of sections.values()) section.tasks = inOrder(section.tasks, order, now);
  const all = [...sections.values()];
  const isSorted = group === "day" || group === "project";
  return isSorted ? all.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)) : all;
};

/** What is over by the day it ended, the last first. */
export const endedSections = (tasks: readonly VisibleTask[], now: Now): Section[] => {
  const sections = new Map<string, Section>();
  const today = now.wall.slice(0, 10);
  for (const task of latestFirst(tasks)) {
    const day = wallClock(new Date(endedAt(task)), now.zone).slice(0, 10);
    const section = sections.get(day) ?? onDay(day, today);
    sections.set(day, section);
    section.tasks.push(task);
  }
  return [...sections.values()];
};

const freeDays = (sections: Section[], now: Now): Section[] => {
  const today = now.wall.slice(0, 10);
  const there = new Set(sections.map(({ key }) => key));
  const near = Array.from({ length: nearDays }, (_, at) => addDays(today, at));
  return near.filter((day) => !there.has(day)).map((day) => onDay(day, today));
};

/** Headings are shown though nothing stands under them, and so is the place for what is to have none. */
const isHeading = ({ key, heading }: Section, headings: readonly Heading[]): boolean =>
  heading !== undefined || (key === "unheaded" && headings.length > 0);

/** Whether a list is in sections of its project. */
export const isSectioned = (place: Place, { group }: Arrangement): boolean =>
  place.is === "project" && group === "section";

type Options = {
  place: Place;
  arrangement: Arrangement;
  now: Now;
  /** The sections of the project the list is of, in their order. */
  headings?: readonly Heading[];
};

/**
 * A list's sections. Empty ones are left out, except the days of the next week in Upcoming and the headings of a project; done tasks come last,
 * in one.
 */
export const sectionsOf = (
  tasks: readonly VisibleTask[],
  { place, arrangement, now, headings = [] }: Options,
): Section[] => {
  if (place.is === "done") return endedSections(tasks, now);
  const open = openSections(
    tasks.filter((task) => !isOver(task)),
    arrangement,
    headings,
    now,
  ).filter((section) => section.tasks.length > 0 || isHeading(section, headings));
  const isByDay = place.is === "upcoming" && arrangement.group === "day";
  const all = isByDay
    ? [...open, ...freeDays(open, now)].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    : open;
  const over = latestFirst(tasks.filter(isOver));
  return [...all, { key: "done", name: listsWords.sections.done, tone: "done", tasks: over }];
};
