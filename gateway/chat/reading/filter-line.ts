// What a question asked for as a line of the filter language, so that the page can show it as a list. Pure. Called by the list rule.
import { Temporal } from "temporal-polyfill";
import { matches } from "../../../domain/filter/matches.ts";
import { readFilter } from "../../../domain/filter/read-filter.ts";
import type { Task } from "../../../domain/task.ts";
import type { Scene } from "../scene.ts";
import type { Filter } from "./filter.ts";

/**
 * The line that finds just these tasks among all that were looked at; null where the language has no words for it, or means something else by them.
 */
export const filterLine = (filter: Filter, found: readonly Task[], scene: Scene): string | null => {
  const line = written(filter, scene);
  const read = line === null ? null : readFilter(line, scene.clock);
  if (line === null || !read?.ok) return null;
  const wanted = new Set(found.map(({ id }) => id));
  const isSame = [...scene.alive, ...scene.trash].every(
    (task) => matches(task, read.filter, scene.clock) === wanted.has(task.id),
  );
  return isSame ? line : null;
};

const states: Record<string, string | null> = {
  open: "",
  started: "started",
  done: "done",
  cancelled: "cancelled",
  trash: null,
  any: null,
};

const written = (filter: Filter, scene: Scene): string | null => {
  const state = states[filter.state ?? "open"] ?? null;
  const except = filter.except === undefined ? "" : written(filter.except, scene);
  if (state === null || except === null) return null;
  const { project, tags, assignee, text } = filter;
  const terms = [
    state,
    ...(filter.isOverdue ? ["overdue"] : []),
    ...daysOf(filter, scene),
    anyOf(filter.priorities.map((level) => `p${level}`)),
    ...(project === null ? [] : [`#${name(project)}`]),
    ...(filter.isAnyTag ? [anyOf(tags.map(tag))] : tags.map(tag)),
    ...flags.flatMap(([flag, words]) => (filter[flag] ? [words] : [])),
    ...(assignee === null
      ? []
      : [assignee === "" ? "no assignee" : `assigned to: ${name(assignee)}`]),
    ...(text === null ? [] : [`search: ${name(text)}`]),
    ...(except === "" ? [] : [`!(${except})`]),
  ].filter((term) => term !== "");
  return terms.length === 0 ? "all" : terms.join(" & ");
};

const flags = [
  ["isUntagged", "no tags"],
  ["isProjectless", "no project"],
  ["hasDeadline", "has deadline"],
  ["isUndated", "no date"],
  ["isDated", "has date"],
  ["isRepeating", "repeating"],
  ["hasReminder", "has reminder"],
] as const;

const tag = (one: string): string => `@${name(one)}`;

const anyOf = (terms: string[]): string =>
  terms.length > 1 ? `(${terms.join(" | ")})` : (terms[0] ?? "");

/** In quotation marks where a sign of it would mean something. */
const name = (words: string): string =>
  /[&|!()"*\\]/u.test(words) ? `"${words.replaceAll(/["\\]/gu, String.raw`\$&`)}"` : words;

/** Said by the day where it can be, so that the list goes on with the calendar. */
const daysOf = ({ range, state, hasDeadline }: Filter, { clock }: Scene): string[] => {
  if (range === null) return [];
  const field = state === "done" ? "completed" : hasDeadline ? "deadline" : "due";
  const { from, to } = range;
  const today = clock.today.toString();
  const isToday = from === today && to === today;
  if (isToday) return [field === "due" ? "today" : `${field}: today`];
  if (from !== null && from === to) return [`${field}: ${from}`];
  return [
    ...(from === null ? [] : [`${field} after: ${shifted(from, -1)}`]),
    ...(to === null ? [] : [`${field} before: ${shifted(to, 1)}`]),
  ];
};

const shifted = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();
