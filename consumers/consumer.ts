// What the consumers have in common: a name, and what they do with events of the log. Read by reader.ts.
import type { Event } from "../domain/event.ts";

/** The readers of `task-events` and `reminders`. Each has its dead-letter topic; audit and search read together. */
export const consumerNames = ["audit", "search", "notify", "follow"] as const;
export type ConsumerName = (typeof consumerNames)[number];

/** `store` takes care of all the events or throws; storing an event again changes nothing. */
export type Consumer = { name: ConsumerName; store(events: Event[]): Promise<void> };

/** Thrown by a `store` that can store the same events later: what it needs is away, and nothing is wrong with them. */
export class NotNow extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "NotNow";
  }
}

/** A record of the log as it is in Kafka, before anything is known of its content. */
export type LogRecord = {
  topic: string;
  partition: number;
  offset: string;
  key: string | null;
  value: Buffer;
};

/** What a consumer gave up on, and why. */
export type DeadLetter = LogRecord & { consumer: ConsumerName; reason: string };
