// Brings out what stayed in the outboxes while Kafka was away: one for the whole process. Made by main.ts; told by outbox.ts.
import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import type { Logger } from "pino";
import type { ActorAddress, Dapr } from "../dapr.ts";
import { createNotes, type Note, readNote } from "./notes.ts";

export type Relay = {
  /**
   * An actor has something left. Resolves once that outlives this process: within a second. Rejects when the scheduler is away;
   * then only this process knows.
   */
  left(actor: ActorAddress): Promise<void>;
  /** A note's Job came: its actors are seen to here, if they are not yet. Throws, for it is deleted once they have nothing left. */
  onJob(name: string, data: unknown): void;
  /** The actors that have something left, as far as this process knows, and since when. */
  waiting(): { actors: number; forMs: number };
};

/** The Job of a note came and stays: it comes again until its actors have nothing left. */
export class StillLeft extends Error {
  constructor() {
    super("something is still left in the outboxes it names");
    this.name = "StillLeft";
  }
}

export type RelayDeps = {
  dapr: Pick<Dapr, "scheduleJob" | "deleteJob">;
  /** Has an actor publish what it has left; whether all of it is out. Must not reject. */
  bringOut: (actor: ActorAddress) => Promise<boolean>;
  log: Pick<Logger, "info" | "warn">;
  newId: () => string;
  random: () => number;
  pause?: (ms: number) => Promise<unknown>;
};

const gatherMs = 500;
/**
 * The pauses between two looks: the first, doubled with each failed one up to the longest; ± a quarter. A look costs one publish, and
 * people wait for what it finds, so it is never long.
 */
const [firstPauseMs, longestPauseMs] = [1_000, 5_000];
/** Turns under way. */
const atOnce = 64;
/** Actors between two looks at whether Kafka still takes anything. */
const chunkSize = 500;

const sleeping = (ms: number): Promise<unknown> => sleep(ms, undefined, { ref: false });

/**
 * The relay. While Kafka is away one actor is tried after each pause, however many wait; once that one is through, all are
 * brought out. An actor that stays behind by itself keeps nobody else waiting.
 */
export const createRelay = (deps: RelayDeps): Relay => {
  const { log, bringOut, pause = sleeping } = deps;
  const limit = pLimit(atOnce);
  let notes: Note[] = [];
  let running = false;
  let since = 0;

  const add = (note: Note): void => {
    notes.push(note);
    if (!running) void run();
  };

  /** A Job that cannot be deleted now comes once more, and then finds nothing left. */
  const over = (note: Note): void => {
    if (note.job !== null) void deps.dapr.deleteJob(note.job).catch(() => undefined);
  };

  /** The actors of these notes; how many of them came out. */
  const drain = async (some: readonly Note[]): Promise<number> => {
    const before = some.reduce((sum, { actors }) => sum + actors.length, 0);
    await Promise.all(
      some.map(async (note) => {
        const out = await Promise.all(note.actors.map((actor) => limit(bringOut, actor)));
        note.actors = note.actors.filter((_, n) => out[n] !== true);
        if (note.actors.length === 0) over(note);
      }),
    );
    return before - some.reduce((sum, { actors }) => sum + actors.length, 0);
  };

  /** Whether the next one in line comes out. One that does not goes to the end of the line. */
  const probe = async (): Promise<boolean> => {
    const note = notes.shift();
    const actor = note?.actors.shift();
    if (note === undefined || actor === undefined) return true;
    notes.push(note);
    if (!(await bringOut(actor))) {
      note.actors.push(actor);
      return false;
    }
    if (note.actors.length === 0) {
      over(note);
      notes = notes.filter((one) => one !== note);
    }
    return true;
  };

  /** How many came out. */
  const round = async (): Promise<number> => {
    if (!(await probe())) return 0;
    let all = 1;
    const line = [...notes];
    for (const chunk of chunksOf(line)) {
      const out = await drain(chunk);
      all += out;
      if (out === 0 && chunk.some(({ actors }) => actors.length > 0)) break;
      log.info({ actors: all }, "what was left in outboxes goes out");
    }
    notes = notes.filter(({ actors }) => actors.length > 0);
    return all;
  };

  const run = async (): Promise<void> => {
    running = true;
    since = Date.now();
    let out = 0;
    let ms = firstPauseMs;
    log.warn({}, "Kafka takes nothing: what actors publish stays in their outboxes for now");
    while (notes.length > 0) {
      await pause(ms * (0.75 + deps.random() / 2));
      const some = await round();
      out += some;
      ms = some > 0 ? firstPauseMs : Math.min(longestPauseMs, 2 * ms);
    }
    log.warn({ actors: out, forMs: Date.now() - since }, "what was left in outboxes is out");
    running = false;
  };

  const note = createNotes({
    dapr: deps.dapr,
    newId: deps.newId,
    gather: () => pause(gatherMs),
    onNote: add,
  });
  return {
    left: note,
    onJob: (job, data) => {
      if (!notes.some((one) => one.job === job)) add({ job, actors: readNote(data) });
      throw new StillLeft();
    },
    waiting: () => ({
      actors: notes.reduce((sum, { actors }) => sum + actors.length, 0),
      forMs: running ? Date.now() - since : 0,
    }),
  };
};

/** The notes in groups of some hundred actors. */
const chunksOf = (notes: readonly Note[]): Note[][] => {
  const chunks: Note[][] = [];
  let size = chunkSize;
  for (const note of notes) {
    if (size >= chunkSize) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(note);
    size += note.actors.length;
  }
  return chunks;
};
