// Which topic an event goes to, and under which key. Called by the actors' outbox and the consumers.
import { type Event, isNoticeEvent, isReminderEvent } from "../domain/event.ts";
import { shownOf } from "../domain/shown.ts";
import type { TopicName } from "../domain/topics.ts";
import type { CloudEvent } from "./publish-bulk.ts";

/** A message for Kafka. `key` is the owner's user id, so that one person's messages stay in order. */
export type Message = { topic: TopicName; key: string; event: CloudEvent };

/** The record of a committed event for the log. */
export const logged = (event: Event): Message => ({
  topic: isReminderEvent(event) || isNoticeEvent(event) ? "reminders" : "task-events",
  key: event.ownerid,
  event,
});

/** What devices show of an event, as `task-updates` has it for outside readers; null when it shows nothing. */
export const shown = (event: Event): Message | null => {
  const update = shownOf(event);
  return update === null ? null : { topic: "task-updates", key: event.ownerid, event: update };
};
