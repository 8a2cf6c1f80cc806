// A list by the filter language: read by the person's settings, refused with the place of what is wrong. Called by tasks.ts.
import { readPerson } from "../../database/people/read-person.ts";
import { listMatching } from "../../database/tasks/list-matching.ts";
import type { TaskPage } from "../../database/tasks/list-tasks.ts";
import { type FilterProblem, readFilter } from "../../domain/filter/read-filter.ts";
import type { Id } from "../../domain/ids.ts";
import { type Clock, clockAt } from "../../domain/language/clock.ts";
import { ok, refuse, type Refused, type Result } from "../../domain/result.ts";
import type { AppDeps } from "../deps.ts";

/** One page of the tasks that fit; a filter that cannot be read is refused with `invalid`, its message says where (from 1). */
export const listFiltered = async (
  { db, now }: Pick<AppDeps, "db" | "now">,
  query: { ownerId: Id; said: string; cursor: string | undefined; limit: number },
): Promise<Result<TaskPage>> => {
  const clock = await clockOf({ db, now }, query.ownerId);
  const read = readFilter(query.said, clock);
  if (read.ok) return listMatching(db, { ...query, filter: read.filter, clock });
  return refuseFilter("filter", read.problem);
};

type ClockDeps = Pick<AppDeps, "db" | "now">;

/** By what a filter of this person is read. */
const clockOf = async ({ db, now }: ClockDeps, ownerId: Id): Promise<Clock> => {
  const { settings } = await readPerson(db, ownerId);
  const { timeZone: zone, locale, weekStart, dayParts } = settings;
  return clockAt({ now: now().toISOString(), zone, locale, weekStart, dayParts });
};

const refuseFilter = (path: string, { message, at, end }: FilterProblem): Refused => {
  const where = `${message} (characters ${at + 1} to ${Math.max(at + 1, end)})`;
  return refuse("invalid", `${path}: ${where}`, { fields: [{ path, message: where }] });
};

/** Refuses the query of a saved filter that cannot be read, under `query`; its message says where (from 1). Called by filters.ts. */
export const checkQuery = async (
  deps: ClockDeps,
  ownerId: Id,
  query: string | undefined,
): Promise<Result<null>> => {
  if (query === undefined) return ok(null);
  const read = readFilter(query, await clockOf(deps, ownerId));
  return read.ok ? ok(null) : refuseFilter("query", read.problem);
};
