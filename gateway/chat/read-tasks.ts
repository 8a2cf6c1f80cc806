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
import { asksForMany } from "./asks-for-many.ts";
import { mostPurged } from "../../domain/trash.ts";
import { termsOf } from "./named-terms.ts";
import { emptying } from "./rules/empty-trash.ts";
import { sentenceOf } from "./sentence.ts";

/** A list is short as long as it is read in a few ms. */
const shortList = 200;
/** Of each kind; of what is over always, because "reopen dentist" shall not hit another one. */
const limits = { open: 2_000, over: 200, trash: 100 };
/** Of the open ones of a long list, for a message about few. */
const few = { first: 40, due: 100, each: 25 };
const open = ["open" as const, "in_progress" as const];

/**
 * Tasks a message may speak of, each once. Where a few of a long list were cut off, all are read: to act on another task because the right one
 * was not read is the worst.
 */
export const readTasks = async (
  db: Queryable,
  { ownerId, message, now }: { ownerId: Id; message: string; now: Date },
): Promise<Result<Task[]>> => {
  const [first, over] = await Promise.all([
    listTasks(db, { ownerId, filter: { status: open }, limit: shortList }),
    behind(db, ownerId, emptying.test(sentenceOf(message)) ? mostPurged : limits.trash),
  ]);
  if (!first.ok) return first;
  if (first.value.next === null) return allOf([first, ...over]);
  const needsAll = asksForMany(message);
  const [like, due] = await Promise.all([
    named(db, ownerId, message),
    dueSoon(db, ownerId, now, needsAll ? limits.open : few.due),
  ]);
  if (!due.ok) return due;
  const isCut = like.isCut || due.value.next !== null;
  const top =
    needsAll || isCut
      ? await listTasks(db, { ownerId, filter: { status: open }, limit: limits.open })
      : ok({ tasks: first.value.tasks.slice(0, few.first) });
  return allOf([top, due, ok({ tasks: like.tasks }), ...over]);
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

type Page = Result<Pick<TaskPage, "tasks">>;

const behind = (db: Queryable, ownerId: Id, trash: number): Promise<Page[]> =>
  Promise.all([
    listOver(db, { ownerId, limit: limits.over }),
    listOver(db, { ownerId, inTrash: true, limit: trash }),
  ]);

const dueSoon = (db: Queryable, ownerId: Id, now: Date, limit: number) => {
  const dueBefore = new Date(now.getTime() + 8 * 86_400_000).toISOString().slice(0, 10);
  return listTasks(db, { ownerId, filter: { status: open, dueBefore }, limit });
};

const named = async (db: Queryable, ownerId: Id, message: string) => {
  const { terms, isCut } = termsOf(ownerId, message);
  const found = await listTasksLike(db, { ownerId, terms, each: few.each });
  return { tasks: found.tasks, isCut: isCut || found.isCut };
};

const allOf = (pages: Page[]): Result<Task[]> => {
  const byId = new Map<Id, Task>();
  for (const page of pages) {
    if (!page.ok) return page;
    for (const task of page.value.tasks) byId.set(task.id, task);
  }
  return ok([...byId.values()]);
};
