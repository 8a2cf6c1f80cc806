// What an index of the read model can find of a filter: more than fits it, and as little as may be. Called by database/tasks/list-matching.ts.
import { Temporal } from "temporal-polyfill";
import type { Clock } from "../language/clock.ts";
import type { TaskFilter } from "../task-filter.ts";
import { type Condition, type Filter, speaksOfStatus } from "./filter.ts";

/** Every task that `matches` the filter fits this one too. */
export const narrow = (filter: Filter, clock: Clock): TaskFilter => {
  const found: TaskFilter = speaksOfStatus(filter) ? {} : { status: ["open", "in_progress"] };
  for (const one of conjuncts(filter)) Object.assign(found, { ...narrowed(one, clock), ...found });
  return found;
};

/** The conditions that all must hold. */
const conjuncts = (filter: Filter): Condition[] => {
  if ("all" in filter) return filter.all.flatMap(conjuncts);
  return "is" in filter ? [filter] : [];
};

const narrowed = (condition: Condition, clock: Clock): TaskFilter => {
  switch (condition.is) {
    case "status":
      return { status: condition.status };
    case "priority":
      return { priority: condition.priority };
    case "project":
      return isPlain(condition.name, 100) ? { project: condition.name } : {};
    case "tag":
      return isPlain(condition.name, 100) ? { tag: condition.name } : {};
    case "words":
      return ofWords(condition.words.join(" "));
    case "overdue":
      return { dueBefore: shifted(clock.today.toString(), 3) };
    case "day":
      return condition.field === "due"
        ? {
            ...(condition.from !== null && { dueAfter: shifted(condition.from, -3) }),
            ...(condition.to !== null && { dueBefore: shifted(condition.to, 3) }),
          }
        : {};
    default:
      return {};
  }
};

const ofWords = (text: string): TaskFilter => (text !== "" && text.length <= 200 ? { text } : {});

const isPlain = (name: string, most: number): boolean => !name.includes("*") && name.length <= most;

/** A day is stored as it was written; between two zones lie up to 26 hours, so up to two days. Both bounds leave out the day they name. */
const shifted = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();
