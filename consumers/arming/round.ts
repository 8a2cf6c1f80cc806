// One round: the actors of all that is overdue, and of all that the scheduler may have lost, do what is due and arm what waits. Called by armer.ts.
import type { ClockClient } from "../../actors/client.ts";
import type { Database } from "../../database/pool.ts";
import { listOverdue } from "../../database/arming/list-overdue.ts";
import { projectReminders } from "../../database/reminders/project-reminders.ts";
import { listPeopleToArm } from "../../database/arming/list-people-to-arm.ts";
import { listToArm } from "../../database/arming/list-to-arm.ts";
import { markArmed } from "../../database/arming/mark-armed.ts";
import { markRemindersArmed } from "../../database/arming/mark-reminders-armed.ts";
import { startEpoch } from "../../database/arming/start-epoch.ts";
import type { Id } from "../../domain/ids.ts";
import { horizonAt } from "../../domain/reminder-horizon.ts";
import { catchUp, workThrough } from "./work-through.ts";

export type ArmingDeps = {
  db: Database;
  actors: Pick<ClockClient, "catchUpTask" | "catchUpUser">;
  /** How long before its instant a reminder has a Job at the earliest; at half of it at the latest. */
  horizonMs: number;
};

/** What a round did: things whose actor has caught up, and those whose actor could not (the next round tries again). */
export type Armed = { overdue: number; tasks: number; people: number; failed: number };

/** A Job comes within milliseconds, so what is this late was lost, ms. */
const olderThanMs = 10_000;
/** Of what is overdue one round takes this many; the next one the rest. */
const maxOverdue = 5_000;

/**
 * Overdue things first, then the tasks that come due within the horizon and are not armed in this epoch, those due first first,
 * then people with a digest. What is due later has its turn when it comes nearer. What is
 * done is remembered page by page, so a round that was cut off goes on where it stopped. What a task says of its reminders
 * is copied to the read model, which may have missed it. All of it may be repeated.
 */
export const armWhatWaits = async (
  { db, actors, horizonMs }: ArmingDeps,
  epoch: Id,
  signal: AbortSignal,
): Promise<Armed> => {
  await startEpoch(db, epoch);
  const askTasks = async (ids: Id[], now: Date) => {
    const until = horizonAt(now, horizonMs);
    const outcome = await catchUp(ids, askTask({ db, actors }, until), signal);
    await markRemindersArmed(db, { taskIds: outcome.done, epoch, askedAt: now, until });
    await markArmed(db, { kind: "task", ids: outcome.done, epoch });
    return outcome;
  };
  const askPeople = async (ids: Id[]) => {
    const outcome = await catchUp(ids, actors.catchUpUser, signal);
    await markArmed(db, { kind: "person", ids: outcome.done, epoch });
    return outcome;
  };
  const late = await askTasks(
    await listOverdue(db, { olderThanMs, limit: maxOverdue }),
    new Date(),
  );
  const tasks = await workThrough({
    list: (page) => listToArm(db, { ...page, epoch, horizonMs }),
    ask: askTasks,
    signal,
    failed: late.failed,
  });
  const people = await workThrough({
    list: (page) => listPeopleToArm(db, { ...page, epoch }),
    ask: askPeople,
    signal,
  });
  return {
    overdue: late.done.length,
    tasks: tasks.done,
    people: people.done,
    failed: tasks.failed + people.failed,
  };
};

/** One task: what it says of its reminders is in the lists, too. */
const askTask =
  ({ db, actors }: Pick<ArmingDeps, "db" | "actors">, until: Date) =>
  async (id: Id): Promise<void> => {
    const { ownerId, reminders } = await actors.catchUpTask(id, until);
    if (ownerId === null) return;
    await projectReminders(
      db,
      reminders.map((status) => ({ status, ownerId, unarmed: false })),
    );
  };
