// A reminder's Job came: its task's actor tells it. Called by host.ts; the scheduler repeats the Job until this resolves.
import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import type { Logger } from "pino";
import { type Backoff, backoffMs } from "../domain/backoff.ts";
import { createOutages } from "../domain/outages.ts";
import { type Dapr, isUnreadable } from "./dapr.ts";
import type { Here } from "./host.ts";
import { readJobName } from "./task/jobs.ts";

const deadlineMs = 10_000;
/** Turns under way. All at once they would only make each other late, until deadlines pass and every Job comes again. */
const atOnce = 64;
/**
 * Jobs that are answered only when they are done, so that the scheduler repeats them if this process dies. The sidecar has 1,024
 * connections to its app; were they all held, its health probe would wait for one, find none and withdraw the app. What
 * comes beyond is answered at once and done from memory: if the process dies just then, the armer tells it instead.
 */
const maxHeld = 400;
const attempts = 5;
const pauses: Backoff = { firstMs: 1_000, mostMs: 5_000 };
/** So many failing Jobs are told apart; beyond that their pauses begin anew. */
const maxRemembered = 10_000;

type Pause = (ms: number) => Promise<unknown>;

/**
 * Hands a Job to the actor it names: here when it is active here, else wherever the sidecar has it hosted. A failure is answered
 * only after a pause: the scheduler counts its interval from the trigger, so a slow failure would come again without any.
 */
export const jobHandler = (dapr: Pick<Dapr, "invokeActor">, log: Logger, pause: Pause = sleep) => {
  const limit = pLimit(atOnce);
  const failures = createFailures();
  const outages = createOutages(log);
  let held = 0;

  const fire = async (job: NonNullable<ReturnType<typeof readJobName>>, here: Here) => {
    const { taskId, ...what } = job;
    const actor = { type: "TaskActor", id: taskId };
    try {
      const done = here(actor.type, actor.id, "fire", what);
      if (done !== null) return await done;
    } catch (err) {
      log.debug({ err, taskId }, "the actor is not here any more: asking the sidecar");
    }
    try {
      return await dapr.invokeActor(actor, "fire", what, { deadlineMs });
    } catch (err) {
      if (!isUnreadable(err)) throw err;
      // Coming again every second mends nothing. Once it can be read the armer finds that it is overdue.
      log.error({ err, taskId }, "a reminder's task cannot be read and its Job was let go");
      return null;
    }
  };

  /** One attempt; throws after the pause when it fails. */
  const attempt = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await limit(work);
      failures.forget(name);
      outages.worked(needed);
    } catch (err) {
      outages.failed(needed, { err });
      await pause(failures.pauseOf(name));
      throw err;
    }
  };

  /** As the scheduler would: again after a pause, a few times; then the armer does it. */
  const fromMemory = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    for (let n = 1; n <= attempts; n += 1) {
      const worked = await attempt(name, work).then(
        () => true,
        () => false,
      );
      if (worked) return;
    }
  };

  return async (name: string, here: Here): Promise<void> => {
    const job = readJobName(name);
    if (job === null) {
      log.warn({ job: name.slice(0, 200) }, "a Job of an unknown name came and was let go");
      return;
    }
    const work = () => fire(job, here);
    if (held >= maxHeld) return void fromMemory(name, work);
    held += 1;
    await attempt(name, work).finally(() => (held -= 1));
  };
};

const needed = "what reminders need (the database or their actors)";

/** How long each Job is to pause after its next failure. */
const createFailures = () => {
  const counts = new Map<string, number>();
  return {
    forget: (name: string): void => void counts.delete(name),
    pauseOf: (name: string): number => {
      const before = counts.get(name) ?? 0;
      if (counts.size >= maxRemembered) counts.clear();
      counts.set(name, before + 1);
      return backoffMs(before + 1, pauses);
    },
  };
};
