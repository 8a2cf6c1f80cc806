// A relay with nothing to do, for tests of actors whose messages always go out.
import type { Relay } from "../actors/relay/relay.ts";

export const idleRelay: Relay = {
  left: async () => undefined,
  onJob: () => undefined,
  waiting: () => ({ actors: 0, forMs: 0 }),
};
