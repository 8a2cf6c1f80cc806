// Looks for changes that the log lost (Kafka lost its data while this process was behind) and fills them in. Started by main.ts.
import type { Logger } from "pino";
import * as z from "zod";
import { appendGaps, appendRecovered } from "../../database/audit/append-recovered.ts";
import { dropReplaced } from "../../database/audit/drop-replaced.ts";
import { type Gap, listGaps } from "../../database/audit/list-gaps.ts";
import { listDoneOfTask } from "../../database/commands/list-done-of-task.ts";
import type { Queryable } from "../../database/pool.ts";
import { CommandEnvelope } from "../../domain/command.ts";
import type { TaskEvent } from "../../domain/event.ts";
import type { Id } from "../../domain/ids.ts";
import { TaskReply } from "../../domain/reply.ts";
import { startLoop } from "../../process/loop.ts";
import { hasCaughtUp } from "./caught-up.ts";
import { recover } from "./recover.ts";

const defaultTimes = {
  firstAfterMs: 4 * 60_000,
  everyMs: 60 * 60_000,
  /** A change is in the log within milliseconds; the gateway wakes an actor whose change is not there after a minute. */
  olderThanMs: 3 * 60_000,
  /** The readers are half a second behind while they work. */
  patienceMs: 30_000,
};
const pageSize = 500;

const Plan = z.array(CommandEnvelope);
const Replies = z.array(TaskReply);

/**
 * Compares the versions of every task with its entries. A version without one is made anew from the command and its answer, which are
 * kept for 7 days; of what is kept nowhere the log gets a mark (`punctual.log.gap.v1`). Should the event come after
 * all, it takes the place of either at the next look. Returns how many versions were recovered and how many marked.
 */
export const fillGaps = async (
  db: Queryable,
  options: { olderThanMs: number; signal: AbortSignal },
): Promise<{ recovered: number; marked: number }> => {
  const filled = { recovered: 0, marked: 0 };
  await dropReplaced(db);
  let after: Id | null = null;
  do {
    const page: Awaited<ReturnType<typeof listGaps>> = await listGaps(db, {
      after,
      limit: pageSize,
      olderThanMs: options.olderThanMs,
    });
    for (const gap of page.gaps) {
      const events = await eventsFor(db, gap);
      const found = new Set(events.map(({ sequence }) => sequence));
      const versions = gap.versions.filter((version) => !found.has(version));
      await appendRecovered(db, events);
      await appendGaps(db, { ...gap, versions });
      filled.recovered += events.length;
      filled.marked += versions.length;
    }
    after = page.next;
  } while (after !== null && !options.signal.aborted);
  return filled;
};

const eventsFor = async (db: Queryable, gap: Gap): Promise<TaskEvent[]> => {
  const missing = new Map<number, TaskEvent>();
  for (const { plan, replies } of await listDoneOfTask(db, gap)) {
    const answers = Replies.safeParse(replies).data ?? [];
    for (const [place, envelope] of (Plan.safeParse(plan).data ?? []).entries()) {
      const event = answers[place] ? recover(envelope, answers[place]) : null;
      if (event?.subject === gap.taskId && gap.versions.includes(event.sequence))
        missing.set(event.sequence, event);
    }
  }
  return [...missing.values()];
};

type GapWatchDeps = { db: Queryable; brokers: string[]; log: Logger };

/**
 * Looks four minutes after the start, four minutes after each `soon`, and once an hour, until stopped. While the readers are
 * behind it looks again every four minutes: what they have yet to read is not lost.
 */
export const startGapWatch = (deps: GapWatchDeps, times = defaultTimes) => {
  const { log } = deps;
  let nextAt = Date.now() + times.firstAfterMs;
  const soon = (): void => {
    nextAt = Math.min(nextAt, Date.now() + times.firstAfterMs);
  };
  const round = async (signal: AbortSignal): Promise<void> => {
    if (Date.now() < nextAt) return;
    nextAt = Date.now() + times.everyMs;
    if (await look(deps, times, signal)) return;
    log.info("the readers of the log are behind; gaps are looked for when they are not");
    soon();
  };
  const onFailure = (err: unknown): void => {
    log.warn({ err }, "the log could not be looked through for gaps; the next look will");
    soon();
  };
  return { ...startLoop(round, { everyMs: 1_000, onFailure }), soon };
};

/** False when the readers are too far behind to say what is missing. */
const look = async (
  { db, brokers, log }: GapWatchDeps,
  { olderThanMs, patienceMs }: typeof defaultTimes,
  signal: AbortSignal,
): Promise<boolean> => {
  const askedAt = Date.now();
  const question = { brokers, group: "log", topic: "task-events", patienceMs, signal };
  if (!(await hasCaughtUp(question))) return false;
  // The readers have what was in the log when they were asked about; so the window ends there, not now.
  const window = olderThanMs + Date.now() - askedAt;
  const filled = await fillGaps(db, { olderThanMs: window, signal });
  if (filled.recovered + filled.marked > 0)
    log.error(filled, "changes were missing in the log: recovered, or marked as lost");
  return true;
};
