// Step 6: makes the tries that the actors ask for on the topic `reminders`. Fed by reader.ts.
// A record is done as soon as its tries are claimed in the database, and they are made behind that: a channel that hangs
// would else hold up all that follows in the partition. Should this process die, the reporter and the actor's patience take over.
import { claimAttempts, type AttemptKey } from "../../database/delivery/claim-attempts.ts";
import type { Queryable } from "../../database/pool.ts";
import type { Event } from "../../domain/event.ts";
import type { Consumer } from "../consumer.ts";
import { accepted, type Outcome } from "./channel.ts";
import { jobsOf, type Job } from "./jobs.ts";
import type { Runner } from "./runner.ts";

type NotifyDeps = { db: Queryable; runner: Runner; now: () => Date };

/** Claiming makes a try this process's own: a record that is delivered again starts nothing. */
export const notifyConsumer = ({ db, runner, now }: NotifyDeps): Consumer => ({
  name: "notify",
  store: async (events: Event[]) => {
    const jobs = events.flatMap((event) => jobsOf(event, now()));
    const claimed = await claimAttempts(db, jobs.map(rowOf));
    const outcomes = new Map(claimed.map(({ outcome, ...key }) => [nameOf(key), outcome]));
    for (const job of jobs) {
      const outcome = outcomes.get(nameOf(job));
      outcomes.delete(nameOf(job)); // a bulk may hold an event twice
      if (outcome === undefined) continue;
      if (outcome === null) runner.start(job);
      else runner.tell(job, job.report, acceptedBefore(outcome));
    }
  },
});

const rowOf = ({ notification, formerly, channel, attempt, report }: Job) => ({
  notification,
  formerly,
  channel,
  attempt,
  report,
});

const nameOf = ({ notification, channel, attempt }: AttemptKey): string =>
  `${notification} ${channel} ${attempt}`;

/** An earlier try that nobody had heard of was accepted. */
const acceptedBefore = (outcome: unknown): Outcome => {
  const at = typeof outcome === "object" && outcome && "at" in outcome ? outcome.at : null;
  return typeof at === "string" ? { ok: true, at } : accepted();
};
