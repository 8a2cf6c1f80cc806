// How late reminders are, by stage: the one measure that two processes take. Used by the metrics.ts of actors and consumers.
import { histogram, latenessBuckets } from "./instruments.ts";

const lateness = histogram(
  "punctual_reminder_lateness_seconds",
  "How long after its instant a reminder was fired (the actor's decision) or accepted by a channel.",
  ["stage", "channel"],
  latenessBuckets,
);

/** A reminder came so late, in ms: as the actor's decision (no channel), or accepted by a channel. */
export const observeLateness = (
  of: { stage: "fired" } | { stage: "accepted"; channel: string },
  lateByMs: number,
): void => lateness.observe({ channel: "", ...of }, lateByMs / 1_000);
