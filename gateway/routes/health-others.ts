// What people can be served without, but not for long: judged from what is known of it. Pure. Called by health-checks.ts.
import type { ConsumersBeat } from "../../domain/heartbeat.ts";

export type Dependency = {
  status: "up" | "down" | "starting";
  ms?: number;
  reason?: string;
  waiting?: number;
};

/** The consumers beat every 2 s. */
const quietMs = 6_000;
/** After a start they have this long for their first beat. */
const patienceMs = 30_000;
/** With less than this PostgreSQL and Kafka are about to stop, or have stopped. */
const fullBytes = 32 * 1024 * 1024;

const up: Dependency = { status: "up" };
const down = (reason: string): Dependency => ({ status: "down", reason });
const seconds = (ms: number): string => `${Math.round(ms / 1_000)} s`;

/** The last heartbeat: its age in ms and what it said, null when there never was one. */
export type Beat = { ageMs: number; facts: ConsumersBeat } | null;

/** The consumers and the scheduler, from the consumers' last heartbeat. `upMs`: how long this gateway has been running. */
export const judgeBeat = (
  beat: Beat,
  upMs: number,
): { consumers: Dependency; scheduler: Dependency } => {
  if (beat === null || beat.ageMs > quietMs) {
    if (upMs < patienceMs && (beat === null || beat.ageMs > upMs))
      return { consumers: { status: "starting" }, scheduler: { status: "starting" } };
    const since = beat === null ? "since the start" : `for ${seconds(beat.ageMs)}`;
    return {
      consumers: down(`the consumers have not been at work ${since}`),
      scheduler: down("not known: it is the consumers who look at it"),
    };
  }
  const { schedulerAwayMs, stuck, waiting } = beat.facts;
  return {
    consumers: {
      ...(stuck.length === 0 ? up : down(stuck.map(sentence).join("; "))),
      ...(waiting === null ? {} : { waiting }),
    },
    scheduler:
      schedulerAwayMs === null
        ? up
        : down(
            `the scheduler, or the sidecar of the consumers before it, has not answered for ${seconds(schedulerAwayMs)}`,
          ),
  };
};

const sentence = ({ name, forMs, reason }: ConsumersBeat["stuck"][number]): string =>
  `${name} has been waiting for ${seconds(forMs)}: ${reason}`;

/** The disk that holds the data, by what is free on it. */
export const judgeDisk = (freeBytes: number): Dependency =>
  freeBytes >= fullBytes
    ? up
    : down(`the disk with the data is full: ${Math.floor(freeBytes / 1024 / 1024)} MB are left`);
