// Which tasks each thing said of them is said of: those named before it, after it, or both. Called by read-tasks.ts.
import type { Task } from "../../../domain/task.ts";
import type { Interpretation } from "../interpretation.ts";
import type { Clause, Predicate } from "./clause.ts";

/** What is said of some tasks at once, or an order that needs no task of the list (`meant`). */
export type Group = {
  tasks: Task[];
  does: Predicate | null;
  isFirst: boolean;
  meant?: Interpretation;
};
/** A clause with how it is joined to the one before. */
type Joined = {
  clause: Clause | null;
  said: string;
  isHard: boolean;
  isAnd: boolean;
  isComma: boolean;
};
/** … and what it orders when it names no task of the list. */
export type Part = Joined & { meant?: Interpretation };

/** The groups in their order; null where a task may belong to what is said before it as well as after it. */
export const grouped = (clauses: Part[]): Group[] | null => {
  const groups: Group[] = [];
  let waiting: Joined[] = [];
  for (const one of clauses) {
    const { clause, meant } = one;
    if (clause && clause.does === null) waiting.push(one);
    else {
      const next = meant ? { tasks: [], does: null, isFirst: true, meant } : groupOf(one, groups);
      const owner =
        waiting.length === 0 ? next : next && ownerOf(waiting, groups.at(-1), next, one);
      if (!next || !owner) return null;
      const tasks = waiting.flatMap(tasksOf);
      owner.tasks = owner === next ? [...tasks, ...next.tasks] : [...owner.tasks, ...tasks];
      waiting = [];
      groups.push(next);
    }
  }
  if (waiting.length === 0) return groups;
  const last = lastOwner(waiting, groups.at(-1));
  last?.tasks.push(...waiting.flatMap(tasksOf));
  return last ? groups : null;
};

const tasksOf = ({ clause }: Joined): Task[] => clause?.mention?.tasks ?? [];

/** A clause that names no task is said of those before it; what was said of them already is not said again. */
const groupOf = ({ clause }: Joined, groups: Group[]): Group | null => {
  if (!clause?.does) return null;
  const { does, isFirst, isAll, mention } = clause;
  if (mention) {
    // "nora did the kitchen, ali the bathroom": what she did, he did.
    const isAgain = clause.isName && groups.at(-1)?.does?.is === "done";
    return { tasks: [...mention.tasks], does: isAgain ? { is: "done" } : does, isFirst };
  }
  const of = isAll ? groups : groups.slice(-1);
  const tasks = [...new Set(of.flatMap((group) => group.tasks))];
  const isAgain = of.some((group) => overlaps(group.does, does));
  return isAgain && does.is !== "done" ? null : { tasks, does, isFirst: true };
};

const overlaps = (before: Predicate | null, now: Predicate): boolean => {
  if (before?.is !== "values" || now.is !== "values") return before?.is === now.is;
  const kinds = new Set(before.read.tokens.map(({ kind }) => kind));
  return now.read.tokens.some(({ kind }) => kind !== "tag" && kinds.has(kind));
};

/** To whom the tasks belong that stand between two things said; null when it may be either. */
const ownerOf = (
  waiting: Joined[],
  last: Group | undefined,
  next: Group,
  at: Joined,
): Group | null => {
  const isOwn = last?.does !== undefined && last.does !== null;
  if (waiting.every(({ clause }) => clause?.isAlso)) return isOwn ? last : null;
  const startsWithVerb = waiting[0]?.clause?.isFirst === true;
  if (next.meant || (next.isFirst && at.clause?.mention)) return lastOwner(waiting, last);
  if (!isOwn || startsWithVerb || waiting[0]?.isHard) return at.isHard ? null : next;
  if (waiting[0]?.isAnd && !waiting[0].isComma && !at.isAnd && last.isFirst) return last;
  return at.isAnd && !waiting[0]?.isAnd ? next : null;
};

const lastOwner = (waiting: Joined[], last: Group | undefined): Group | null => {
  if (!last?.does) return null;
  if (waiting.every(({ clause }) => clause?.isAlso)) return last;
  const isList = waiting.every(({ isHard, clause }) => !isHard && clause?.isFirst === false);
  return isList && (last.isFirst || waiting.at(-1)?.isAnd) ? last : null;
};
