// What following an event needs: the copies, and the actors that are told. Used by consumer.ts and subtasks.ts.
import type { ActorClient, ClockClient } from "../../actors/client.ts";
import type { Queryable } from "../../database/pool.ts";

export type FollowActors = Pick<ActorClient, "execute" | "readTask"> &
  Pick<ClockClient, "addMissed">;
export type FollowDeps = { db: Queryable; actors: FollowActors };
