// Reads a filter as the server would: the language itself, in a file of its own that comes when a filter is looked at. Called by
// views/list/use-filter.ts.
export { schemaConfig } from "../quick-add/no-eval.ts"; // first, so that it is set before any schema is made
import { matches } from "../../domain/filter/matches.ts";
import { type FilterProblem, readFilter } from "../../domain/filter/read-filter.ts";
import { clockAt } from "../../domain/language/clock.ts";
import type { Settings } from "../../domain/settings.ts";
import type { Task } from "../../domain/task.ts";

export type { FilterProblem };

/** What a line asks of a task, or where it is wrong. */
export type Read =
  | { fits: (task: Task) => boolean; problem: null }
  | { fits: null; problem: FilterProblem };

/** Reads a line by the person's clock and words at this minute. */
export const readLine = (
  line: string,
  { at, settings }: { at: Date; settings: Settings },
): Read => {
  const { timeZone: zone, locale, weekStart, dayParts } = settings;
  const clock = clockAt({ now: at.toISOString(), zone, locale, weekStart, dayParts });
  const read = readFilter(line, clock);
  return read.ok
    ? { fits: (task) => matches(task, read.filter, clock), problem: null }
    : { fits: null, problem: read.problem };
};
