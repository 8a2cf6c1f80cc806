// What follows from an event for other actors: subtasks go on with their parent, a missed reminder comes into the summary. Fed by reader.ts.
import { type Event, isReminderEvent, isTaskEvent } from "../../domain/event.ts";
import type { ReminderEvent } from "../../domain/reminder-event.ts";
import type { Consumer } from "../consumer.ts";
import type { FollowDeps } from "./deps.ts";
import { followParent, movesSubtasks } from "./subtasks.ts";

/** Throws ActorUnavailable when an actor cannot be asked now: the records come again, and asking twice changes nothing. */
export const followConsumer = (deps: FollowDeps): Consumer => ({
  name: "follow",
  store: async (events: Event[]) => {
    // In turn: a person's events are in the order in which they happened.
    for (const event of events) {
      if (isTaskEvent(event)) await followParent(deps, event);
      else if (isReminderEvent(event)) await followMissed(deps, event);
    }
  },
});

/** Whether another actor has to hear of an event: few are such. */
export const hasFollowers = (event: Event): boolean =>
  isTaskEvent(event) ? movesSubtasks(event) : isReminderEvent(event) && isMissed(event);

const isMissed = ({ type }: ReminderEvent): boolean => type === "punctual.reminder.missed.v1";

const followMissed = async ({ actors }: FollowDeps, event: ReminderEvent): Promise<void> => {
  const { scheduledFor, reminderId, taskId } = event.data.status;
  if (!isMissed(event) || scheduledFor === null) return;
  const { title } = event.data;
  await actors.addMissed(event.ownerid, { taskId, reminderId, title, scheduledFor });
};
