// Makes claimed tries beside each other, keeps what came of each, and tells the actor. Fed by consumer.ts and reporter.ts.
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { AttemptKey } from "../../database/delivery/claim-attempts.ts";
import { finishAttempt } from "../../database/delivery/finish-attempt.ts";
import { markReported } from "../../database/delivery/mark-reported.ts";
import type { Outages } from "../../domain/outages.ts";
import { attempt, type AttemptDeps } from "./attempt.ts";
import { failed, type Outcome } from "./channel.ts";
import { countTry } from "../metrics.ts";
import { createGate, createGates, type Gate } from "./gate.ts";
import type { Addressee, Job } from "./jobs.ts";

/** Tells the actor that asked for a try what came of it; throws when the actor cannot be reached. */
export type Report = (
  to: Addressee,
  what: { channel: Job["channel"]; attempt: number; outcome: Outcome },
) => Promise<unknown>;

export type RunnerDeps = AttemptDeps & { report: Report; log: Logger; outages: Outages };

export type Runner = {
  /** Makes a try that was claimed; returns at once. */
  start(job: Job): void;
  /** Tells the actor of an outcome that is kept; returns at once. What cannot be told stays for the reporter. */
  tell(key: AttemptKey, report: Addressee, outcome: Outcome): void;
  /** The tries that were started and have no outcome yet. */
  underWay(): AttemptKey[];
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
};

/** What waits longer for its turn is tried later: the actor must hear of every try within two minutes. */
const waitMs = 20_000;
const ofChannel = { atOnce: 32, waiting: 5_000, waitMs };
/** One person's receiver that hangs must not take up a whole channel. */
const ofPerson = { atOnce: 4, waiting: 1_000, waitMs };
const keepTries = 10;

export const createRunner = (deps: RunnerDeps): Runner => {
  const gates: Record<Job["channel"], Gate> = {
    email: createGate(ofChannel),
    push: createGate(ofChannel),
    webhook: createGate(ofChannel),
  };
  const personal = createGates(ofPerson);
  const running = new Set<Promise<void>>();
  const follow = (work: Promise<void>): void => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };

  const underWay = new Set<Job>();
  const make = async (job: Job): Promise<void> => {
    underWay.add(job);
    const { channel, event } = job;
    const outcome = await personal(`${channel} ${event.ownerid}`, () =>
      gates[channel](() => tryOnce(deps, job)),
    );
    const known = outcome ?? failed("too much was to be sent at once");
    countTry(job, known);
    await keep(deps, job, known);
    underWay.delete(job);
    await tell(deps, job, job.report, known);
  };

  return {
    start: (job) => follow(make(job)),
    tell: (key, report, outcome) => follow(tell(deps, key, report, outcome)),
    underWay: () => [...underWay],
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
};

const logOf = (deps: RunnerDeps, { notification, channel, attempt: number }: AttemptKey): Logger =>
  deps.log.child({ notification, channel, attempt: number });

const tryOnce = async (deps: RunnerDeps, job: Job): Promise<Outcome> => {
  try {
    return await attempt(deps, job);
  } catch (err) {
    logOf(deps, job).warn({ err }, "a message could not be prepared");
    return failed("the message could not be prepared");
  }
};

/** An outcome that is not kept would be a second message after a crash, so it is tried for 10 s. */
const keep = async (deps: RunnerDeps, job: Job, outcome: Outcome): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await finishAttempt(deps.db, job, outcome);
      return;
    } catch (err) {
      if (tries === keepTries) {
        logOf(deps, job).error({ err }, "an outcome could not be kept");
        return;
      }
      await sleep(1_000);
    }
  }
};

const tell = async (
  deps: RunnerDeps,
  key: AttemptKey,
  report: Addressee,
  outcome: Outcome,
): Promise<void> => {
  const log = logOf(deps, key);
  try {
    await deps.report(report, { channel: key.channel, attempt: key.attempt, outcome });
    deps.outages.worked("the actor a delivery is reported to");
    await markReported(deps.db, key);
    log.info({ ok: outcome.ok, ...(outcome.ok ? {} : outcome) }, "a try was reported");
  } catch (err) {
    // The reporter repeats it.
    deps.outages.failed("the actor a delivery is reported to", { err });
  }
};
