// What a host of actors tells of a trace: the turns it was asked for, and what they published. Called by host.ts and main.ts.
import type { Publish } from "../sidecar/publisher.ts";
import { tracing } from "../process/tracing/tracing.ts";

/** Whose order it was: an envelope carries the trace of the request that made it. */
const parentOf = (argument: unknown): string | null => {
  const { origin } = (argument ?? {}) as { origin?: { traceparent?: unknown } };
  return typeof origin?.traceparent === "string" ? origin.traceparent : null;
};

/** Takes a turn and tells of it. `name` is its actor's type and method. */
export const tracedTurn = <T>(
  name: string,
  argument: unknown,
  turn: () => Promise<T>,
): Promise<T> => tracing({ name, kind: "server", parent: parentOf(argument) }, turn);

/** Publishes, and tells what Kafka has taken or not. */
export const tracedPublish =
  (publish: Publish): Publish =>
  (message) => {
    const { traceparent: parent } = message.event as { traceparent?: string };
    return tracing({ name: `publish ${message.topic}`, kind: "producer", parent }, () =>
      publish(message),
    );
  };
