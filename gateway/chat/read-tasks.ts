// The tasks that a message is read against: all open ones of a short list; of a long one those that it may be about. Made for chat.ts.
import { listTasksById } from "../../database/history/list-tasks-by-id.ts";
import type { Queryable } from "../../database/pool.ts";
import { listOver } from "../../database/tasks/list-over.ts";
import { listTasks, type TaskPage } from "../../database/tasks/list-tasks.ts";
import { listTasksLike } from "../../database/tasks/list-tasks-like.ts";
import type { Conversation } from "../../domain/conversation.ts";
import type { Id } from "../../domain/ids.ts";
import { ok, type Result } from "../../domain/result.ts";
import type { Task } from "../../domain/task.ts";
import { termsOf } from "./named-terms.ts";

/** A list is short as long as it is read in a few ms. */
const shortList = 200;
/** Of each kind, for a short list and for questions about the whole of it; and for all other messages of a long one. */
const limits = { open: 2_000, over: 200, trash: 100 };
const few = { first: 40, due: 100, over: 60, trash: 30, each: 25 };
const open = ["open" as const, "in_progress" as const];

/** Speaks of more than of a few tasks that are named. */
const asksForMany =
  /^[#@]|^(?!when\b).*\?\s*$|\b(?:all|any|anything|every|everything|each|both|count|number|many|much|list|tasks|todos|to-dos|items|ones|things|which|what|whats|who|show|see|view|find|search|without|undated|untagged|unscheduled|repeating|recurring|reminders|assigned|projects|tags|labels)\b/isu;
/** What is due within a week is read in any case. */
const asksForDays =
  /^(?:what(?:['’]?s|\s+is|\s+do\s+i\s+have|\s+must\s+i\s+do)?|show(?:\s+me)?|anything)\s+(?:(?:is|tasks?|due|on|for|my|is\s+due)\s+)*(?:today|tomorrow|overdue)\s*[?.!]*$/iu;

/** Tasks a message may speak of, each once. */
export const readTasks = async (
  db: Queryable,
  { ownerId, message, now }: { ownerId: Id; message: string; now: Date },
): Promise<Result<Task[]>> => {
  const first = await listTasks(db, { ownerId, filter: { status: open }, limit: shortList });
  if (!first.ok) return first;
  if (first.value.next === null)
    return allOf([Promise.resolve(first), ...behind(db, ownerId, limits)]);
  if (asksForMany.test(message) && !asksForDays.test(message))
    return allOf([
      listTasks(db, { ownerId, filter: { status: open }, limit: limits.open }),
      dueSoon(db, ownerId, now, limits.open),
      named(db, ownerId, message),
      ...behind(db, ownerId, limits),
    ]);
  return allOf([
    Promise.resolve(ok({ tasks: first.value.tasks.slice(0, few.first), next: null })),
    dueSoon(db, ownerId, now, few.due),
    named(db, ownerId, message),
    ...behind(db, ownerId, few),
  ]);
};

/** Those the conversation speaks of and that were not read: "it" may be far down in a long list. */
export const readSpokenOf = async (
  db: Queryable,
  ownerId: Id,
  conversation: Conversation,
  known: readonly Task[],
): Promise<Task[]> => {
  const have = new Set(known.map(({ id }) => id));
  const asked = conversation.question?.choices.flatMap(({ commands }) => commands) ?? [];
  const spokenOf = [
    ...conversation.shownTaskIds,
    ...conversation.recent.flatMap((turn) => turn.taskIds.slice(0, 50)),
    ...asked.flatMap((command) => ("taskId" in command ? command.taskId : [])),
  ];
  const taskIds = [...new Set(spokenOf)].filter((id) => !have.has(id));
  return taskIds.length === 0 ? [] : listTasksById(db, { ownerId, taskIds });
};

type Pages = Promise<Result<Pick<TaskPage, "tasks">>>;

const behind = (db: Queryable, ownerId: Id, most: { over: number; trash: number }): Pages[] => [
  listOver(db, { ownerId, limit: most.over }),
  listOver(db, { ownerId, inTrash: true, limit: most.trash }),
];

const dueSoon = (db: Queryable, ownerId: Id, now: Date, limit: number): Pages => {
  const dueBefore = new Date(now.getTime() + 8 * 86_400_000).toISOString().slice(0, 10);
  return listTasks(db, { ownerId, filter: { status: open, dueBefore }, limit });
};

const named = async (db: Queryable, ownerId: Id, message: string): Pages =>
  ok({
    tasks: await listTasksLike(db, { ownerId, terms: termsOf(ownerId, message), each: few.each }),
  });

const allOf = async (parts: Pages[]): Promise<Result<Task[]>> => {
  const byId = new Map<Id, Task>();
  for (const part of await Promise.all(parts)) {
    if (!part.ok) return part;
    for (const task of part.value.tasks) byId.set(task.id, task);
  }
  return ok([...byId.values()]);
};
