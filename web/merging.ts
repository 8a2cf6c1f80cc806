// Sends a change of some fields on the version it was made on. Where the task has moved on meanwhile, other people's fields stay as they are, and a
// field they have changed too is not sent: the person decides. Called by offline/outbox/send.ts.
import type { Task, TaskPatch } from "../domain/task.ts";
import type { Problem } from "./api/problem.ts";
import { newId, type Punctual } from "./api/punctual.ts";
import type { Answer, Ticket } from "./api/request.ts";
import { equal } from "./drafts/three-way.ts";
import type { Patch, Sent } from "./offline/outbox/entry.ts";
import type { Store } from "./store/store.ts";
import { wishesWords } from "./words/wishes.ts";

/**
 * What is left to send of `changes`, made on `base`, for the task as it is now; and the fields others have set to something else. Of
 * two orders by hand the later one stands: nobody could choose between two numbers, and an undo on the server does not ask either.
 */
export const merge = (
  base: Task,
  now: Task,
  changes: TaskPatch,
): { left: TaskPatch; collided: (keyof TaskPatch)[] } => {
  const fields = (Object.keys(changes) as (keyof TaskPatch)[]).filter(
    (field) => !equal(now[field], changes[field]),
  );
  const collided = fields.filter(
    (field) => field !== "position" && !equal(now[field], base[field]),
  );
  const left = Object.fromEntries(fields.map((field) => [field, changes[field]])) as TaskPatch;
  return { left, collided };
};

/** The form of a task has no place for what it is a part of: there is nothing to choose. */
const collision = (fields: readonly string[]): Problem => ({
  code: "collided",
  status: 409,
  message: fields.every((field) => field === "parentId")
    ? wishesWords.collidedPlace
    : wishesWords.collided,
  fields: fields.map((path) => ({ path, message: wishesWords.collidedField })),
});

/** Someone would have to change the task this often between two steps of ours. */
const maxTurns = 5;

type World = {
  store: Store;
  punctual: Pick<Punctual, "patchTask" | "readTask">;
  /** Keeps what is sent next, before it is: nobody may know whether it arrived. */
  onSending: (sent: Sent) => Promise<void>;
};

/**
 * Sends a change; `sent` is what went out before without an answer, to be repeated to the letter. `idle` says that nothing was to be sent:
 * all stands as wished.
 */
export const sendMerged = async (
  { store, punctual, onSending }: World,
  { base, changes, scope, sent }: Omit<Patch, "kind">,
  ticket: Ticket,
): Promise<Answer<Task> & { idle?: true }> => {
  let last = sent ?? null;
  for (let turn = 1; ; turn += 1) {
    if (last === null) {
      const now = store.read().tasks.get(base.id) ?? base;
      const { left, collided } = merge(base, now, changes);
      if (collided.length > 0) return { ok: false, problem: collision(collided) };
      if (Object.keys(left).length === 0) return { ok: true, value: now, idle: true };
      last = { key: turn === 1 ? ticket.key : newId(), left, version: now.version };
      await onSending(last);
    }
    const { key, left, version } = last;
    const body = { ...left, ...(scope && { scope }) };
    const answer = await punctual.patchTask(base.id, body, { ...ticket, key }, version);
    if (answer.ok || answer.problem.code !== "version_mismatch" || turn === maxTurns) return answer;
    last = null;
    const read = await punctual.readTask(base.id);
    if (!read.ok) return read;
    store.dispatch({ type: "learned", tasks: [read.value] });
  }
};
