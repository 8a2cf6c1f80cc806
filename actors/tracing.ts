// What a host of actors tells of a trace: the turns it was asked for, and what they published. Called by host.ts and main.ts.
import type { Publish } from "../sidecar/publisher.ts";
import { traced } from "../process/tracing/tracing.ts";

/** Whose order it was: an envelope carries the trace of the request that made it. */
const parentOf = (argument: unknown): string | null => {
  const { origin } = (argument ?? {}) as { origin?: { traceparent?: unknown } };
  return typeof origin?.traceparent === "string" ? origin.traceparent : null;
};

/** A turn was answered. `name` is its actor's type and method. */
export const tracedTurn = (name: string, argument: unknown, startedAt: number): void =>
  traced({ name, kind: "server", parent: parentOf(argument), startedAt });

/** Publishes, and tells what Kafka has taken. */
export const tracedPublish =
  (publish: Publish): Publish =>
  async (message) => {
    const startedAt = performance.now();
    await publish(message);
    const { traceparent: parent } = message.event as { traceparent?: string };
    traced({ name: `publish ${message.topic}`, kind: "producer", parent, startedAt });
  };
