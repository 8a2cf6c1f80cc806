// Asks each dependency whether it works. Called by the health routes.
import type { ActorClient } from "../../actors/client.ts";
import { ping } from "../../database/ping.ts";
import type { Database } from "../../database/pool.ts";
import type { Id } from "../../domain/ids.ts";
import { readHeartbeat } from "../../database/heartbeats/read-heartbeat.ts";
import { consumersBeat, ConsumersBeat } from "../../domain/heartbeat.ts";
import type { FeedState } from "../deps.ts";
import { type Dependency, judgeBeat, judgeDisk } from "./health-others.ts";

/** What nobody can be served without, and the rest. `disk` only where the data is on this machine. */
type Needed = { database: Dependency; actors: Dependency };
type Others = {
  feed: Dependency;
  consumers: Dependency;
  scheduler: Dependency;
  disk?: Dependency;
};
export type Health = {
  status: "ok" | "degraded" | "down";
  dependencies: Needed & Others;
};

type ChecksDeps = {
  db: Database;
  actors: Pick<ActorClient, "readUser">;
  feedState: () => FeedState;
  freeBytes: (() => Promise<number>) | null;
};

const deadlineMs = 2_000;
const keepMs = 1_000;
/** A gateway without Kafka still serves; it only waits this long for a first look at the feed. */
const feedPatienceMs = 10_000;
/** No person: asking for this one goes the whole way through the sidecars to an actor and changes nothing. */
const nobody: Id = "00000000-0000-7000-8000-000000000000";

/** Looks at all dependencies, each look kept for a second, however many ask. */
export const createChecks = (deps: ChecksDeps) => {
  const startedAt = Date.now();
  let feedSeen = false;
  let hasServed = false;

  const needed = async (): Promise<Needed> => {
    const [database, actors] = await Promise.all([
      check(() => ping(deps.db), "the database does not answer"),
      check(() => deps.actors.readUser(nobody), "no actor answers"),
    ]);
    return { database, actors };
  };

  const ofBeat = async (): Promise<Pick<Others, "consumers" | "scheduler">> => {
    try {
      const beat = await inTime(readHeartbeat(deps.db, consumersBeat));
      const facts = beat && { ageMs: beat.ageMs, facts: ConsumersBeat.parse(beat.facts) };
      return judgeBeat(facts, Date.now() - startedAt);
    } catch {
      const reason = "not known: the database does not answer";
      return { consumers: { status: "down", reason }, scheduler: { status: "down", reason } };
    }
  };

  const ofDisk = async (): Promise<Pick<Others, "disk">> =>
    deps.freeBytes === null ? {} : { disk: judgeDisk(await inTime(deps.freeBytes())) };

  const ofFeed = (): Dependency => {
    const status = deps.feedState();
    return status === "down" ? { status, reason: "Kafka does not answer" } : { status };
  };

  const others = async (): Promise<Others> => ({
    feed: ofFeed(),
    ...(await ofBeat()),
    ...(await ofDisk().catch(() => ({}))),
  });

  const readNeeded = kept(needed);
  const look = async (): Promise<Health> => {
    const [must, may] = await Promise.all([readNeeded(), others()]);
    const isComplete = Object.values(may).every(({ status }) => status === "up");
    const status = isServing(must) ? (isComplete ? "ok" : "degraded") : "down";
    return { status, dependencies: { ...must, ...may } };
  };

  return {
    read: kept(look),
    /** Whether people could be served once. Looks at nothing else, so that nothing else can make it slow. */
    hasServed: async (): Promise<boolean> => {
      hasServed ||= isServing(await readNeeded());
      return hasServed;
    },
    feedHadItsTime: (): boolean => {
      feedSeen ||= deps.feedState() === "up";
      return feedSeen || Date.now() - startedAt > feedPatienceMs;
    },
  };
};

const isServing = ({ database, actors }: Needed): boolean =>
  database.status === "up" && actors.status === "up";

/** One look at a time, kept for a second. */
const kept = <T>(look: () => Promise<T>): (() => Promise<T>) => {
  let last: { at: number; found: Promise<T> } | null = null;
  return () => {
    if (last === null || Date.now() - last.at > keepMs) last = { at: Date.now(), found: look() };
    return last.found;
  };
};

const check = async (ask: () => Promise<unknown>, reason: string): Promise<Dependency> => {
  const startedAt = performance.now();
  try {
    await inTime(ask());
    return { status: "up", ms: Math.round(performance.now() - startedAt) };
  } catch {
    return { status: "down", reason };
  }
};

/** Rejects at the deadline. */
const inTime = async <T>(work: Promise<T>): Promise<T> => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("too late")), deadlineMs);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
