// Step 6: keeps a reader on the feed whatever happens to Kafka: a session that ends is followed by another. Started by main.ts.
import { setTimeout as sleep } from "node:timers/promises";
import type { Outages } from "../../domain/outages.ts";

/** A record of the log. `partition` is that of one of the topics, as one number over all of them (topics.ts). */
export type FeedRecord = { partition: number; offset: number; value: Buffer };

/** A partition, where reading it begins, and where its end was at that moment. */
export type Beginning = { partition: number; from: number; end: number };

export type FeedHandler = {
  /** Where to go on in a partition of these topics, or null to begin near its end. */
  next: (topicsId: string, partition: number) => number | null;
  /** Reading begins in the topics of this id. Comes before the first records of a session. */
  began: (topicsId: string, partitions: Beginning[]) => void;
  /** Records of one partition, in order. Must not throw. */
  records: (records: FeedRecord[]) => void;
  /** Kafka has answered: something, or that there is nothing new. */
  seen: () => void;
  /** The session has ended; another will begin. */
  failed: () => void;
};

/** One connection to Kafka: `over` resolves with the reason when it has ended, `close` frees what it held. */
export type FeedSession = {
  over: Promise<unknown>;
  end: (reason: unknown) => void;
  close: () => Promise<void>;
};

const maxPauseMs = 5_000;
const steadyMs = 60_000;

/** Reads until stopped. Pauses between sessions: 250 ms, doubled up to 5 s, from the start again after a steady minute. */
export const subscribe = (
  open: (handler: FeedHandler) => FeedSession,
  handler: FeedHandler,
  outages: Pick<Outages, "failed" | "worked">,
): { stop: () => Promise<void> } => {
  const stopped = new AbortController();
  const heard: FeedHandler = {
    ...handler,
    seen: () => {
      handler.seen();
      outages.worked("Kafka, for the feed of the devices");
    },
  };

  const run = async (): Promise<void> => {
    for (let failures = 0; !stopped.signal.aborted; failures += 1) {
      const startedAt = Date.now();
      const reason = await readUntilOver(open, heard, stopped.signal);
      if (stopped.signal.aborted) return;
      handler.failed();
      if (Date.now() - startedAt > steadyMs) failures = 0;
      outages.failed("Kafka, for the feed of the devices", { err: reason });
      const pauseMs = Math.min(250 * 2 ** failures, maxPauseMs) * (0.5 + Math.random() / 2);
      await sleep(pauseMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  };

  const running = run();
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
};

const readUntilOver = async (
  open: (handler: FeedHandler) => FeedSession,
  handler: FeedHandler,
  stopped: AbortSignal,
): Promise<unknown> => {
  let isOver = false;
  const session = open(whileOpen(handler, () => !isOver));
  const stop = () => session.end(null);
  stopped.addEventListener("abort", stop);
  const reason = await session.over;
  isOver = true;
  stopped.removeEventListener("abort", stop);
  await session.close();
  return reason;
};

/** What an abandoned session still gets from Kafka must not reach the feed: the next one is reading already. */
const whileOpen = (handler: FeedHandler, isOpen: () => boolean): FeedHandler => ({
  ...handler,
  began: (topicsId, partitions) => {
    if (isOpen()) handler.began(topicsId, partitions);
  },
  records: (records) => {
    if (isOpen()) handler.records(records);
  },
  seen: () => {
    if (isOpen()) handler.seen();
  },
});
