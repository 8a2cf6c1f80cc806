// What both actors are made with: the sidecar, and clock and randomness as arguments so that tests can hold them.
import type { Id } from "../domain/ids.ts";
import type { Dapr } from "./dapr.ts";

/** `pubsub` is the name of the Dapr pub/sub component the outbox publishes to. */
export type ActorDeps = {
  dapr: Dapr;
  pubsub: string;
  now: () => Date;
  newId: () => Id;
  random: () => number;
};
