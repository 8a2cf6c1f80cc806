// Asks each dependency whether it works. Called by the health routes.
import type { ActorClient } from "../../actors/client.ts";
import { ping } from "../../database/ping.ts";
import type { Database } from "../../database/pool.ts";
import type { Id } from "../../domain/ids.ts";
import type { FeedState } from "../deps.ts";

export type Dependency = { status: "up" | "down" | "starting"; ms?: number; reason?: string };
export type Health = {
  status: "ok" | "degraded" | "down";
  dependencies: { database: Dependency; actors: Dependency; feed: Dependency };
};

type ChecksDeps = {
  db: Database;
  actors: Pick<ActorClient, "readUser">;
  feedState: () => FeedState;
};

const deadlineMs = 2_000;
const keepMs = 1_000;
/** A gateway without Kafka still serves; it only waits this long for a first look at the feed. */
const feedPatienceMs = 10_000;
/** No person: asking for this one goes the whole way through the sidecars to an actor and changes nothing. */
const nobody: Id = "00000000-0000-7000-8000-000000000000";

/** One look at all dependencies at a time, kept for a second, however many ask. */
export const createChecks = (deps: ChecksDeps) => {
  const startedAt = Date.now();
  let feedSeen = false;
  let last: { at: number; health: Promise<Health> } | null = null;

  const look = async (): Promise<Health> => {
    const [database, actors] = await Promise.all([
      check(() => ping(deps.db), "the database does not answer"),
      check(() => deps.actors.readUser(nobody), "no actor answers"),
    ]);
    const feed: Dependency = { status: deps.feedState() };
    const serving = database.status === "up" && actors.status === "up";
    const status = serving ? (feed.status === "up" ? "ok" : "degraded") : "down";
    return { status, dependencies: { database, actors, feed } };
  };

  return {
    read: (): Promise<Health> => {
      if (last === null || Date.now() - last.at > keepMs) last = { at: Date.now(), health: look() };
      return last.health;
    },
    feedHadItsTime: (): boolean => {
      feedSeen ||= deps.feedState() === "up";
      return feedSeen || Date.now() - startedAt > feedPatienceMs;
    },
  };
};

const check = async (ask: () => Promise<unknown>, reason: string): Promise<Dependency> => {
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("too late")), deadlineMs);
  });
  try {
    await Promise.race([ask(), late]);
    return { status: "up", ms: Math.round(performance.now() - startedAt) };
  } catch {
    return { status: "down", reason };
  } finally {
    clearTimeout(timer);
  }
};
