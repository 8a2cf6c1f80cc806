// Sends a change of some fields on the version it was made on. Where the task has moved on meanwhile, other people's fields stay as they are, and a
// field they have changed too is not sent: the person decides. Called by wishes.ts, in the task's lane.
import type { Scope } from "../domain/command.ts";
import type { Task, TaskPatch } from "../domain/task.ts";
import type { Problem } from "./api/problem.ts";
import { newId, type Punctual } from "./api/punctual.ts";
import type { Answer, Ticket } from "./api/request.ts";
import { equal } from "./drafts/three-way.ts";
import type { Store } from "./store/store.ts";

/** What is left to send of `changes`, made on `base`, for the task as it is now; and the fields others have set to something else. */
export const merge = (
  base: Task,
  now: Task,
  changes: TaskPatch,
): { left: TaskPatch; collided: (keyof TaskPatch)[] } => {
  const fields = (Object.keys(changes) as (keyof TaskPatch)[]).filter(
    (field) => !equal(now[field], changes[field]),
  );
  const collided = fields.filter((field) => !equal(now[field], base[field]));
  const left = Object.fromEntries(fields.map((field) => [field, changes[field]])) as TaskPatch;
  return { left, collided };
};

const collision = (fields: readonly string[]): Problem => ({
  code: "collided",
  status: 409,
  message: "It was changed elsewhere too; nothing is lost: choose which to keep",
  fields: fields.map((path) => ({ path, message: "was changed elsewhere too" })),
});

/** One request of a change. Repeated under its key it must be the same to the letter. */
type Sent = { key: string; left: TaskPatch; version: number };

/** Someone would have to change the task this often between two steps of ours. */
const maxTurns = 5;

/**
 * A change that can be sent, and sent again with the same ticket when it is not known whether it arrived. `sent` says whether
 * anything was: where all stands as wished there is nothing to send. `base` is asked for when it is sent: it may have waited.
 */
export const createMerged = (
  { store, punctual }: { store: Store; punctual: Punctual },
  base: () => Task,
  { changes, scope }: { changes: TaskPatch; scope?: Scope | undefined },
): ((ticket: Ticket) => Promise<Answer<Task> & { idle?: true }>) => {
  const { id } = base();
  let last: Sent | null = null;

  const latest = (): Task => store.read().tasks.get(id) ?? base();

  return async (ticket) => {
    for (let turn = 1; ; turn += 1) {
      if (last === null) {
        const now = latest();
        const { left, collided } = merge(base(), now, changes);
        if (collided.length > 0) return { ok: false, problem: collision(collided) };
        if (Object.keys(left).length === 0) return { ok: true, value: now, idle: true };
        last = { key: turn === 1 ? ticket.key : newId(), left, version: now.version };
      }
      const { key, left, version } = last;
      const body = { ...left, ...(scope && { scope }) };
      const answer = await punctual.patchTask(id, body, { ...ticket, key }, version);
      if (answer.ok || answer.problem.code !== "version_mismatch" || turn === maxTurns)
        return answer;
      last = null;
      const read = await punctual.readTask(id);
      if (!read.ok) return read;
      store.dispatch({ type: "learned", tasks: [read.value] });
    }
  };
};
