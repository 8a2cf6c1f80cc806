// A list by the filter language: read by the person's settings, refused with the place of what is wrong. Called by tasks.ts.
import { readPerson } from "../../database/people/read-person.ts";
import { listMatching } from "../../database/tasks/list-matching.ts";
import type { TaskPage } from "../../database/tasks/list-tasks.ts";
import { readFilter } from "../../domain/filter/read-filter.ts";
import type { Id } from "../../domain/ids.ts";
import { clockAt } from "../../domain/language/clock.ts";
import { refuse, type Result } from "../../domain/result.ts";
import type { AppDeps } from "../deps.ts";

/** One page of the tasks that fit; a filter that cannot be read is refused with `invalid`, its message says where (from 1). */
export const listFiltered = async (
  { db, now }: Pick<AppDeps, "db" | "now">,
  query: { ownerId: Id; said: string; cursor: string | undefined; limit: number },
): Promise<Result<TaskPage>> => {
  const { settings } = await readPerson(db, query.ownerId);
  const { timeZone: zone, locale, weekStart, dayParts } = settings;
  const clock = clockAt({ now: now().toISOString(), zone, locale, weekStart, dayParts });
  const read = readFilter(query.said, clock);
  if (read.ok) return listMatching(db, { ...query, filter: read.filter, clock });
  const { message, at, end } = read.problem;
  const where = `${message} (characters ${at + 1} to ${Math.max(at + 1, end)})`;
  return refuse("invalid", `filter: ${where}`, { fields: [{ path: "filter", message: where }] });
};
