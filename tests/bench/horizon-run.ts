// One run of the horizon's benchmark: a stack of its own with many tasks whose reminders are spread over two years. Used by horizon.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openDatabase, type Database } from "../../database/pool.ts";
import { startStack, type Stack, tireless } from "../stack.ts";
import { type Clone, cloneTasks, makeTemplate, type Template } from "./clones.ts";
import { countArmed, firstRound, idleRound } from "./horizon-rounds.ts";
import { residentMb, residentOf } from "./cpu.ts";
import { type Audience, audience, measureTold, type Told, waitTold } from "./told.ts";

export type Asked = { tasks: number; sample: number; horizonMinutes: number };

export type Found = Asked & {
  /** Memory in MB: the scheduler's alone and that of all parts. */
  schedulerMb: { empty: number; armed: number; restarted: number };
  allMb: { empty: number; armed: number; restarted: number };
  /** The first round after all was there: how many tasks it asked to make their Jobs, and how long it took. */
  round: { tasks: number; ms: number };
  /** A round that finds nothing to do, ms. */
  idleRoundMs: number;
  /** Reminders that have, or had, a Job after that round. */
  armed: number;
  told: Told;
  /** One reminder each quarter of a second while the scheduler stops in order and comes back. */
  restart: Told;
  /** The whole stack, from the command to stop it on, ms. */
  stopMs: number;
  startMs: number;
};

const twoYearsMs = 2 * 365.25 * 86_400_000;
const sampleAfterMs = 60_000;
const sampleEveryMs = 480;
const pageOfClones = 10_000;

/** Starts a stack, fills it, measures, and stops it. */
export const measureHorizon = async (asked: Asked, say: (text: string) => void): Promise<Found> => {
  const dataDir = mkdtempSync(join(tmpdir(), "punctual-horizon-"));
  const env = { ...tireless, REMINDER_HORIZON_MINUTES: String(asked.horizonMinutes) };
  let stack = await startStack({ dataDir, env });
  const db = openDatabase(stack.env.DATABASE_URL, { max: 2, statementTimeoutMs: 120_000 });
  try {
    const found = await measureRunning(stack, db, asked, say);
    await db.end();
    const stopAt = performance.now();
    await stack.stop();
    const startAt = performance.now();
    stack = await startStack({ dataDir, env });
    const readyAt = performance.now();
    const [stopMs, startMs] = [startAt - stopAt, readyAt - startAt];
    const { scheduler, all } = memory(stack);
    return {
      ...found,
      schedulerMb: { ...found.schedulerMb, restarted: scheduler },
      allMb: { ...found.allMb, restarted: all },
      stopMs,
      startMs,
    };
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const memory = (stack: Stack): { scheduler: number; all: number } => ({
  scheduler: residentOf(stack).find(({ part }) => part === "scheduler")?.mb ?? Number.NaN,
  all: residentMb(stack),
});

const measureRunning = async (
  stack: Stack,
  db: Database,
  asked: Asked,
  say: (text: string) => void,
) => {
  const present = await audience(stack);
  const templates = await Promise.all(present.persons.map(makeTemplate));
  const empty = memory(stack);
  // While the consumers are away nothing is armed: so their first round has all of it to do.
  await stack.hold("consumers");
  await fill(db, templates, asked.tasks);
  say(`${asked.tasks} tasks are there`);
  const beginsAt = Date.now() + sampleAfterMs;
  const sample = await cloneSample(db, templates, { count: asked.sample, beginsAt });
  await db.query("analyze");
  await stack.release("consumers");
  await checkClone(present, sample[0] as Clone);
  const round = await firstRound(stack);
  const [armed, full] = [await countArmed(db), memory(stack)];
  say(`${armed} reminders have a Job, after ${round.ms} ms`);
  const told = await waitTold(present, {
    name: "sample",
    made: new Map(sample.map(({ reminderId, at }) => [reminderId, at.getTime()])),
    beginsAt,
  });
  const idleRoundMs = await idleRound(db, asked.horizonMinutes);
  const restart = await measureRestart(stack, present);
  await Promise.all(present.devices.map((device) => device.leave()));
  return {
    ...asked,
    schedulerMb: { empty: empty.scheduler, armed: full.scheduler },
    allMb: { empty: empty.all, armed: full.all },
    round,
    idleRoundMs,
    armed,
    told,
    restart,
  };
};

const fill = async (db: Database, templates: Template[], tasks: number): Promise<void> => {
  const everyMs = twoYearsMs / tasks;
  for (let made = 0, n = 0; made < tasks; made += pageOfClones, n += 1) {
    const count = Math.min(pageOfClones, tasks - made);
    // Each page has the whole span, so every person has tasks of today and of the year after next.
    const from = new Date(Date.now() + 3_600_000 + n * everyMs);
    const of = templates[n % templates.length] as Template;
    await cloneTasks(db, of, { count, from, everyMs: twoYearsMs / count });
  }
};

/** The persons in turn, so that every device is told. */
const cloneSample = async (
  db: Database,
  templates: Template[],
  { count, beginsAt }: { count: number; beginsAt: number },
): Promise<Clone[]> => {
  const each = Math.ceil(count / templates.length);
  const everyMs = sampleEveryMs * templates.length;
  const all: Clone[] = [];
  for (const [n, template] of templates.entries()) {
    const from = new Date(beginsAt + n * sampleEveryMs);
    all.push(...(await cloneTasks(db, template, { count: each, from, everyMs })));
  }
  return all;
};

/** A clone is a task like any other: read, changed, in the log and on the device. Throws when it is not. */
const checkClone = async ({ persons, devices }: Audience, { taskId }: Clone): Promise<void> => {
  const [person, device] = [persons[0] as Audience["persons"][0], devices[0]];
  const before = await person.read(taskId);
  const after = await person.patch(taskId, { title: "changed" });
  if (after.version !== before.version + 1) throw new Error("a clone cannot be changed");
  await device?.update(taskId, after.version);
  const inLog = async () => (await person.events({ task: taskId })).events.length;
  while ((await inLog()) < after.version) await pause(100);
};

/** The tasks have half a minute to be made in, beside the ten seconds that `measureTold` gives. */
const measureRestart = async (stack: Stack, present: Audience): Promise<Told> => {
  const dues = Array.from({ length: 160 }, (_, n) => 30_000 + n * 250);
  const restarted = pause(55_000).then(() => stack.kill("scheduler", "SIGTERM"));
  const told = await measureTold(stack, present, { name: "restart", dues });
  await restarted;
  return told;
};
