// What a host of actors measures of itself: each name, its labels, and what it means. Counted where it happens; docs/operations.md says what to watch.
import { counter, gauge, histogram, requestBuckets } from "../process/metrics/instruments.ts";
import { observeLateness } from "../process/metrics/lateness.ts";
import type { Publish } from "../sidecar/publisher.ts";
import type { Relay } from "./relay/relay.ts";
import type { ReminderDecided } from "./task/doc.ts";

const turns = histogram(
  "punctual_actor_turn_seconds",
  "Turns by actor type and outcome (done, refused, failed), with the wait for the turn before.",
  ["type", "outcome"],
  requestBuckets,
);
const reminders = counter(
  "punctual_reminder_events_total",
  "What happened to reminders: scheduled, fired, missed, snoozed, cancelled, delivered and so on.",
  ["event"],
);

// A counter that begins with its first event shows no increase for it: these are there from the start.
for (const event of ["scheduled", "fired", "missed"]) reminders.inc({ event }, 0);

/** A turn is over. `outcome` is one of a few words. */
export const countTurn = (type: string, outcome: "done" | "refused" | "failed", ms: number): void =>
  turns.observe({ type, outcome }, ms / 1_000);

/** What a saved decision says of reminders. */
export const countReminders = (told: readonly ReminderDecided[]): void => {
  for (const { type, status } of told) {
    reminders.inc({ event: type.split(".")[2] ?? type });
    if (type !== "punctual.reminder.fired.v1" || status.lateByMs === null) continue;
    observeLateness({ stage: "fired" }, status.lateByMs);
  }
};

/** Shows what waits to be published: what is on its way to Kafka, and the actors whose outbox the relay has to bring out. */
export const watchOutboxes = (publish: Publish, relay: Pick<Relay, "waiting">): Publish => {
  const since = new Map<object, number>();
  const ageOf = (at: number | undefined): number =>
    at === undefined ? 0 : (performance.now() - at) / 1_000;
  gauge(
    "punctual_outbox_depth",
    "Events on their way to Kafka (publishing), and actors with some left after Kafka did not take them (left).",
    () => ({ publishing: since.size, left: relay.waiting().actors }),
    "state",
  );
  gauge(
    "punctual_outbox_oldest_seconds",
    "How long the oldest of them has been waiting.",
    () => ({
      publishing: ageOf(since.values().next().value),
      left: relay.waiting().forMs / 1_000,
    }),
    "state",
  );
  return async (message) => {
    since.set(message, performance.now());
    try {
      await publish(message);
    } finally {
      since.delete(message);
    }
  };
};

/** Shows how many actors are in memory. */
export const watchInstances = (count: () => number): void =>
  gauge("punctual_actor_instances", "Actors in the memory of this host.", count);
