// What the consumers measure of themselves: each name, its labels, and what it means. Counted where it happens; docs/operations.md says what to watch.
import { isReminderEvent } from "../domain/event.ts";
import { Channel } from "../domain/reminder.ts";
import { counter, gauge, histogram, requestBuckets } from "../process/metrics/instruments.ts";
import { observeLateness } from "../process/metrics/lateness.ts";
import type { Armed } from "./arming/round.ts";
import type { Outcome } from "./notify/channel.ts";
import type { Job } from "./notify/jobs.ts";
import { consumerNames } from "./consumer.ts";
import type { Fate } from "./reader.ts";

const records = counter(
  "punctual_consumer_records_total",
  "Records read, by reader and fate (done, again).",
  ["reader", "fate"],
);
const bulks = histogram(
  "punctual_consumer_bulk_seconds",
  "How long a reader took over a bulk of records.",
  ["reader"],
  requestBuckets,
);
const letters = counter("punctual_dead_letters_total", "Records that were given up.", ["consumer"]);
const deliveries = counter(
  "punctual_deliveries_total",
  "Tries to deliver, by channel and outcome (accepted, failed, impossible).",
  ["channel", "outcome"],
);
const rounds = counter("punctual_arming_rounds_total", "Rounds of the armer, by outcome.", [
  "outcome",
]);
const armed = counter(
  "punctual_armed_total",
  "What rounds did: overdue things told, tasks and people armed, failed calls.",
  ["what"],
);

// A counter that begins with its first event shows no increase for it: these are there from the start.
for (const consumer of consumerNames) letters.inc({ consumer }, 0);
for (const outcome of ["done", "partly", "failed"]) rounds.inc({ outcome }, 0);
for (const channel of Channel.options)
  for (const outcome of ["accepted", "failed", "impossible"])
    deliveries.inc({ channel, outcome }, 0);

/** A bulk was answered. */
export const countBulk = (reader: string, fates: readonly Fate[], ms: number): void => {
  bulks.observe({ reader }, ms / 1_000);
  for (const fate of fates) records.inc({ reader, fate });
};

/** A record was given up. */
export const countLetter = (consumer: string): void => letters.inc({ consumer });

/** What came of a try; an accepted reminder also says how late it was. */
export const countTry = (
  { channel, event }: Pick<Job, "channel" | "event">,
  outcome: Outcome,
): void => {
  const word = outcome.ok ? "accepted" : outcome.permanent ? "impossible" : "failed";
  deliveries.inc({ channel, outcome: word });
  if (!outcome.ok || !isReminderEvent(event)) return;
  const due = event.data.status.scheduledFor;
  if (due === null) return;
  const lateByMs = Math.max(0, Date.parse(outcome.at) - Date.parse(due));
  observeLateness({ stage: "accepted", channel }, lateByMs);
};

/** From the process's start on, so that a silence that began with it is seen, too. */
let lastRoundAt = performance.timeOrigin;

/** A round of the armer is over; null: it failed. One that only met refusals arms nothing: it does not count as the last one. */
export const countRound = (did: Armed | null, now = Date.now()): void => {
  rounds.inc({ outcome: did === null ? "failed" : did.failed > 0 ? "partly" : "done" });
  if (did === null) return;
  if (did.failed === 0 || did.overdue + did.tasks + did.people > 0) lastRoundAt = now;
  for (const [what, count] of Object.entries(did)) armed.inc({ what }, count);
};

type Watched = {
  /** Records behind each group; null while Kafka does not say. */
  lag: () => Record<string, number> | null;
  schedulerAwaySince: () => number | null;
};

/** Shows how the consumers stand at the moment of a scrape. */
export const watchConsumers = ({ lag, schedulerAwaySince }: Watched): void => {
  gauge("punctual_consumer_lag", "Records that a group has yet to read.", lag, "group");
  gauge(
    "punctual_arming_last_round_timestamp_seconds",
    "When the last round of the armer ended in which not all was refused (at first: when the process began), seconds since 1970.",
    () => lastRoundAt / 1_000,
  );
  gauge(
    "punctual_scheduler_away_seconds",
    "How long the scheduler (or the sidecar before it) has not answered; 0 while it does.",
    () => {
      const since = schedulerAwaySince();
      return since === null ? 0 : (Date.now() - since) / 1_000;
    },
  );
};
