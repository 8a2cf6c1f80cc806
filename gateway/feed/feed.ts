// Step 6: the feed of the log in this process: parses each event once, keeps what devices show of it in the ring, hands it to the sockets.
import type { Logger } from "pino";
import { readEvent } from "../../domain/read-event.ts";
import { shownOf } from "../../domain/shown.ts";
import type { UpdateMessage } from "../../domain/update.ts";
import type { FeedState } from "../deps.ts";
import type { FeedHandler, FeedRecord } from "./subscribe.ts";
import { traced } from "../../process/tracing/tracing.ts";
import { countUpdate } from "../metrics.ts";
import { about } from "./about.ts";
import type { Entry, Ring } from "./ring.ts";

export type FeedListener = {
  /** A new update, and the cursor after it. Gives to how many devices it went. */
  update(entry: Entry, cursor: string): number;
  /** The feed has a hole: whoever follows it must begin anew. */
  gap(): void;
};

export type UpdateFeed = {
  ring: Ring;
  state: () => FeedState;
  /** Resolves when the feed has been read to its end, or after `patienceMs`, whichever comes first. */
  ready(patienceMs: number): Promise<void>;
  listen(listener: FeedListener): void;
  /** What kafka.ts calls. */
  handler: FeedHandler;
};

/** A Kafka that works answers every fetch within a second, also when there is nothing new. */
const silentMs = 4_000;

/**
 * The feed begins `starting`, is `up` once it has read to the end it saw when it began, and `down` after a failure and while
 * Kafka says nothing.
 */
export const createFeed = (deps: { ring: Ring; log: Logger; now?: () => number }): UpdateFeed => {
  const { ring, log, now = Date.now } = deps;
  const listeners: FeedListener[] = [];
  const waiting = new Set<() => void>();
  const ends = new Map<number, number>();
  let topics: string | null = null;
  let state: FeedState = "starting";
  let seenAt: number | null = null;
  const isSilent = (): boolean => seenAt !== null && now() - seenAt > silentMs;

  const settle = (): void => {
    if (state === "up") return;
    if (ends.size === 0 || ![...ends].every(([at, end]) => (ring.next(at) ?? 0) >= end)) return;
    state = "up";
    log.info({ cursor: ring.cursor() }, "the feed is up");
    for (const resume of waiting) resume();
  };

  const accept = (record: FeedRecord): void => {
    const { partition, offset } = record;
    const startedAt = performance.now();
    const event = readEvent(record.value);
    if (!event.ok)
      log.warn({ partition, offset }, "a record of the feed is not an event and was left out");
    const message = event.ok ? shownOf(event.value) : null;
    if (message === null) return ring.skip(partition, offset);
    const entry = entryOf(record, message);
    if (!ring.push(entry)) return;
    const cursor = ring.cursor();
    const sent = listeners.reduce((sum, listener) => sum + listener.update(entry, cursor), 0);
    // What a start reads again is of long ago.
    if (state === "up" && event.ok) countUpdate(sent, event.value.time, now());
    if (event.ok)
      traced({ name: "show", kind: "consumer", parent: event.value.traceparent, startedAt });
  };

  return {
    ring,
    state: () => (state === "up" && isSilent() ? "down" : state),
    ready: (patienceMs) => {
      if (state === "up") return Promise.resolve();
      return new Promise((resolve) => {
        const resume = () => {
          clearTimeout(timer);
          waiting.delete(resume);
          resolve();
        };
        const timer = setTimeout(resume, patienceMs);
        waiting.add(resume);
      });
    },
    listen: (listener) => void listeners.push(listener),
    handler: {
      next: (topicsId, partition) => (topicsId === topics ? ring.next(partition) : null),
      began: (topicsId, partitions) => {
        ends.clear();
        topics = topicsId;
        let whole = ring.enter(topicsId);
        for (const { partition, from, end } of partitions) {
          ends.set(partition, end);
          whole = ring.begin(partition, from) && whole;
        }
        if (!whole) for (const listener of listeners) listener.gap();
        settle();
      },
      records: (records) => {
        for (const record of records) accept(record);
        settle();
      },
      seen: () => {
        seenAt = now();
      },
      failed: () => {
        state = "down";
        seenAt = null;
      },
    },
  };
};

/** A message as the ring keeps it. */
export const entryOf = (
  { partition, offset }: Pick<FeedRecord, "partition" | "offset">,
  message: UpdateMessage,
): Entry => {
  const { audience } = message.data;
  const place = { partition, offset, audience };
  switch (message.type) {
    case "punctual.update.task.v1": {
      const { update } = message.data;
      const { taskId, version } = update;
      const json = JSON.stringify(update);
      return { ...place, kind: "update", about: about.task(taskId), version, json };
    }
    case "punctual.update.alert.v1": {
      const { alert } = message.data;
      const version = alert.sequence;
      const json = JSON.stringify(alert);
      return { ...place, kind: "alert", about: about.alert(alert), version, json };
    }
    case "punctual.update.notice.v1": {
      const { notice } = message.data;
      return {
        ...place,
        kind: "notice",
        about: about.notice(notice.id),
        version: 1,
        json: JSON.stringify(notice),
      };
    }
    case "punctual.update.turn.v1": {
      const { turn } = message.data;
      const json = JSON.stringify(turn);
      return { ...place, kind: "turn", about: about.turn(turn.id), version: 1, json };
    }
    case "punctual.update.directory.v1": {
      const { directory } = message.data;
      const json = JSON.stringify(directory);
      const { version } = directory;
      return { ...place, kind: "directory", about: about.directory(), version, json };
    }
  }
};
