// What both actors are made with: the sidecar, and clock and randomness as arguments so that tests can hold them.
import type { Id } from "../domain/ids.ts";
import type { Dapr } from "./dapr.ts";
import type { Publish } from "../sidecar/publisher.ts";
import type { Relay } from "./relay/relay.ts";

/** `publish` and `relay` are shared by all actors of the process. `horizonMs`: how long before its instant a reminder has a Job at the earliest. */
export type ActorDeps = {
  dapr: Dapr;
  publish: Publish;
  relay: Relay;
  now: () => Date;
  newId: () => Id;
  random: () => number;
  horizonMs: number;
};
