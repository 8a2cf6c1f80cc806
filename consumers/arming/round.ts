// One round: the actors of all that is overdue, and of all that the scheduler may have lost, do what is due and arm what waits. Called by armer.ts.
import pLimit from "p-limit";
import type { ClockClient } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import { listOverdue } from "../../database/arming/list-overdue.ts";
import { projectReminders } from "../../database/reminders/project-reminders.ts";
import { listPeopleToArm } from "../../database/arming/list-people-to-arm.ts";
import { listToArm } from "../../database/arming/list-to-arm.ts";
import { type ArmedKind, markArmed } from "../../database/arming/mark-armed.ts";
import { startEpoch } from "../../database/arming/start-epoch.ts";
import type { Id } from "../../domain/ids.ts";

export type ArmingDeps = {
  db: Database;
  actors: Pick<ClockClient, "catchUpTask" | "catchUpUser">;
};

/** What a round did: things whose actor has caught up, and those whose actor could not (the next round tries again). */
export type Armed = { overdue: number; tasks: number; people: number; failed: number };

/** A Job comes within milliseconds, so what is this late was lost, ms. */
const olderThanMs = 10_000;
const atOnce = 16;
const pageSize = 200;
/** Of what is overdue one round takes this many; the next one the rest. */
const maxOverdue = 5_000;

/**
 * Overdue things first, then the tasks not armed in this epoch, those due first first, then people with a digest. What is
 * done is remembered page by page, so a round that was cut off goes on where it stopped. What a task says of its reminders
 * is copied to the read model, which may have missed it. All of it may be repeated.
 */
export const armWhatWaits = async (
  { db, actors }: ArmingDeps,
  epoch: Id,
  signal: AbortSignal,
): Promise<Armed> => {
  await startEpoch(db, epoch);
  const mark = (kind: ArmedKind) => (ids: Id[]) => markArmed(db, { kind, ids, epoch });
  const askTask = async (id: Id): Promise<void> => {
    const { ownerId, reminders } = await actors.catchUpTask(id);
    if (ownerId === null) return;
    await projectReminders(
      db,
      reminders.map((status) => ({ status, ownerId, unarmed: false })),
    );
  };
  const overdue = await listOverdue(db, { olderThanMs, limit: maxOverdue });
  const late = await catchUp(overdue, askTask, signal);
  await mark("task")(late.done);
  const through = (kind: ArmedKind, list: typeof listToArm, ask: (id: Id) => Promise<unknown>) =>
    workThrough({ list: (limit) => list(db, { epoch, limit }), ask, mark: mark(kind), signal });
  const tasks = await through("task", listToArm, askTask);
  const people = await through("person", listPeopleToArm, actors.catchUpUser);
  return {
    overdue: late.done.length,
    tasks: tasks.done,
    people: people.done,
    failed: late.failed.length + tasks.failed + people.failed,
  };
};

/** Page after page until none is left, or until a whole page has failed: then whoever is asked is away. */
const workThrough = async (work: {
  list: (limit: number) => Promise<Id[]>;
  ask: (id: Id) => Promise<unknown>;
  mark: (ids: Id[]) => Promise<void>;
  signal: AbortSignal;
}): Promise<{ done: number; failed: number }> => {
  const failed = new Set<Id>();
  let done = 0;
  while (!work.signal.aborted) {
    // What failed is listed again, in front: it must not keep those behind it from their turn.
    const listed = await work.list(pageSize + failed.size);
    const page = listed.filter((id) => !failed.has(id));
    if (page.length === 0) break;
    const outcome = await catchUp(page, work.ask, work.signal);
    await work.mark(outcome.done);
    for (const id of outcome.failed) failed.add(id);
    done += outcome.done.length;
    if (outcome.done.length === 0) break;
  }
  return { done, failed: failed.size };
};

/** Asks a few actors at once; each call has the client's deadline. After an abort the rest are in neither list. */
const catchUp = async (ids: Id[], ask: (id: Id) => Promise<unknown>, signal: AbortSignal) => {
  const limit = pLimit(atOnce);
  const outcome: { done: Id[]; failed: Id[] } = { done: [], failed: [] };
  const one = async (id: Id): Promise<void> => {
    if (signal.aborted) return;
    const list = await ask(id).then(
      () => outcome.done,
      () => outcome.failed,
    );
    list.push(id);
  };
  await Promise.all(ids.map((id) => limit(one, id)));
  return outcome;
};
