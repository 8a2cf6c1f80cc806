// One round on a real database: what is asked to catch up, in which order, and what is not asked twice. The actors are played.
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { projectPeople } from "../../database/people/project-people.ts";
import type { Database } from "../../database/pool.ts";
import { projectReminders } from "../../database/reminders/project-reminders.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { defaultSettings } from "../../domain/settings.ts";
import { until } from "../../tests/dapr.ts";
import { startPostgres, type TestPostgres } from "../../tests/postgres.ts";
import { firedReminder } from "../../tests/reminder-examples.ts";
import { armWhatWaits } from "./round.ts";
import { startArmer } from "./armer.ts";

let postgres: TestPostgres;
let db: Database;
beforeAll(async () => {
  postgres = await startPostgres();
  db = await postgres.openDatabase();
}, 60_000);
afterAll(() => postgres.stop());
beforeEach(() => db.query("truncate reminders, people, armed, scheduler_epochs"));

/** Stores a reminder that waits, armed by its actor unless it says otherwise; gives its task. */
const waiting = async (inMs: number, unarmed = false): Promise<Id> => {
  const scheduledFor = new Date(Date.now() + inMs).toISOString();
  const { data, ownerid } = firedReminder({
    status: { state: "scheduled", firedAt: null, scheduledFor },
  });
  const armedAt = unarmed ? null : new Date().toISOString();
  await projectReminders(db, [{ status: data.status, ownerId: ownerid, unarmed, armedAt }]);
  return data.taskId;
};

const play = (failing: (id: Id) => boolean = () => false) => {
  const asked: Id[] = [];
  const ask = async (id: Id) => {
    asked.push(id);
    if (failing(id)) throw new Error("away");
    return { armed: 1, ownerId: null, reminders: [] };
  };
  return { asked, actors: { catchUpTask: ask, catchUpUser: ask } };
};

const horizonMs = 86_400_000;
const signal = new AbortController().signal;
/** An epoch whose first half minute is over, so that what is stored in it counts as armed. */
const anOldEpoch = async (): Promise<Id> => {
  const epoch = newId();
  await db.query("insert into scheduler_epochs values ($1, now() - interval '1 hour')", [epoch]);
  return epoch;
};

test("what is overdue by more than ten seconds or was not armed is asked, what waits is let be", async () => {
  const overdue = await waiting(-11_000);
  const unarmed = await waiting(60_000, true);
  await waiting(-5_000);
  await waiting(60_000);
  const { asked, actors } = play();
  const armed = await armWhatWaits({ db, horizonMs, actors }, await anOldEpoch(), signal);
  expect(asked.toSorted()).toEqual([overdue, unarmed].toSorted());
  expect(armed).toEqual({ overdue: 2, tasks: 0, people: 0, failed: 0 });
});

test("what a task says of its reminders when it is asked is in the lists, also where its row was missing", async () => {
  const task = await waiting(60_000, true);
  const ownerId = newId();
  const { status } = firedReminder({ data: { taskId: task }, status: { sequence: 7 } }).data;
  const { actors } = play();
  const catchUpTask = async () => ({ armed: 1, ownerId, reminders: [status] });
  await armWhatWaits(
    { db, horizonMs, actors: { ...actors, catchUpTask } },
    await anOldEpoch(),
    signal,
  );
  const { rows } = await db.query("select doc, owner_id from reminders where reminder_id = $1", [
    status.reminderId,
  ]);
  expect(rows).toEqual([{ doc: status, owner_id: ownerId }]);
});

test("an unarmed reminder is armed once, and again while that fails", async () => {
  const task = await waiting(60_000, true);
  const epoch = await anOldEpoch();
  const away = play(() => true);
  await armWhatWaits({ db, horizonMs, actors: away.actors }, epoch, signal);
  const back = play();
  await armWhatWaits({ db, horizonMs, actors: back.actors }, epoch, signal);
  await armWhatWaits({ db, horizonMs, actors: back.actors }, epoch, signal);
  expect([away.asked, back.asked]).toEqual([[task], [task]]);
});

test("in a new epoch all that waits is armed once, what is due first first, and everyone with a digest", async () => {
  const tasks: Id[] = [];
  for (let n = 0; n < 450; n += 1) tasks.push(await waiting(3_600_000 - n * 1_000));
  const person = newId();
  const settings = { ...defaultSettings, digestTime: "08:00" };
  const at = new Date().toISOString();
  await projectPeople(db, [{ id: person, settings, version: 1, createdAt: at, updatedAt: at }]);
  const epoch = newId();
  const first = play();
  const counts = { overdue: 0, tasks: 450, people: 1, failed: 0 };
  expect(await armWhatWaits({ db, horizonMs, actors: first.actors }, epoch, signal)).toEqual(
    counts,
  );
  expect(first.asked).toEqual([...tasks.toReversed(), person]);
  const second = play();
  await armWhatWaits({ db, horizonMs, actors: second.actors }, epoch, signal);
  expect(second.asked).toEqual([]);
});

test("one that always fails keeps nobody behind it from their turn; when all fail the round gives up", async () => {
  const poison = await waiting(20_000);
  for (let n = 0; n < 250; n += 1) await waiting(60_000);
  const epoch = newId();
  const { asked, actors } = play((id) => id === poison);
  expect(await armWhatWaits({ db, horizonMs, actors }, epoch, signal)).toMatchObject({
    tasks: 250,
    failed: 1,
  });
  expect(asked.filter((id) => id === poison)).toHaveLength(1);
  const away = play(() => true);
  await armWhatWaits({ db, horizonMs, actors: away.actors }, newId(), signal);
  expect(away.asked).toHaveLength(200);
});

/** The scheduler as the armer sees it; `epoch` null: it has lost its data. */
const scheduler = () => {
  const has = { epoch: null as Id | null, isAway: false, reads: 0 };
  const job = {
    read: async () => {
      has.reads += 1;
      if (has.isAway) throw new Error("away");
      return has.epoch;
    },
    make: async (epoch: Id) => {
      has.epoch = epoch;
      return true;
    },
  };
  return { has, job };
};

const log = pino({ enabled: false });

test("a lost Job begins a new epoch: it is made again and all that waits is armed at once", async () => {
  const task = await waiting(3_600_000);
  const { asked, actors } = play();
  const { has, job } = scheduler();
  const armer = startArmer({ db, horizonMs, actors, job, log, everyMs: 20 });
  await until("the first epoch", async () => asked.length === 1);
  has.isAway = true; // the scheduler restarts: that alone means nothing
  has.epoch = null;
  const before = has.reads;
  await until("that it looked again and again", async () => has.reads > before + 5);
  expect(asked).toEqual([task]);
  has.isAway = false;
  await until("the second epoch", async () => asked.length === 2);
  await armer.stop();
  expect(asked).toEqual([task, task]);
});

test("a scheduler that was away and answers again is given at once what it could not take, in the same epoch", async () => {
  const { asked, actors } = play();
  const { has, job } = scheduler();
  has.epoch = await anOldEpoch();
  has.isAway = true;
  const armer = startArmer({ db, horizonMs, actors, job, log, everyMs: 20 });
  await until("that it is away", async () => armer.schedulerAwaySince() !== null);
  const task = await waiting(60_000, true);
  has.isAway = false;
  await until("that it is armed", async () => asked.length > 0, 3_000);
  expect(armer.schedulerAwaySince()).toBeNull();
  await armer.stop();
  expect(asked).toEqual([task]);
});

test("what is known only after the scheduler is back, or failed the first time, does not wait for the next minute", async () => {
  let fails = true;
  const { asked, actors } = play(() => fails);
  const { has, job } = scheduler();
  has.epoch = await anOldEpoch();
  has.isAway = true;
  const armer = startArmer({ db, horizonMs, actors, job, log, everyMs: 20 });
  await until("that it is away", async () => armer.schedulerAwaySince() !== null);
  has.isAway = false;
  await until("that it is back", async () => armer.schedulerAwaySince() === null);
  const late = await waiting(60_000, true);
  await until("a first attempt", async () => asked.length === 1, 10_000);
  fails = false;
  await until("a second one", async () => asked.length === 2, 25_000);
  await armer.stop();
  expect(asked).toEqual([late, late]);
}, 60_000);

test("a Job that comes while a round is under way begins no second one; a new epoch has its turn after it", async () => {
  await waiting(3_600_000);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let asked = 0;
  const ask = async () => {
    asked += 1;
    await held;
    return { armed: 1, ownerId: null, reminders: [] };
  };
  const { has, job } = scheduler();
  const [one, other] = [newId(), newId()];
  has.epoch = one;
  const actors = { catchUpTask: ask, catchUpUser: ask };
  const armer = startArmer({ db, horizonMs, actors, job, log, everyMs: 60_000 });
  armer.onJob({ epoch: one });
  await until("the round", async () => asked === 1);
  armer.onJob({ epoch: one });
  armer.onJob({ epoch: other });
  release();
  await until("the next epoch", async () => asked === 2);
  await armer.stop();
  expect(asked).toBe(2);
});
