// A reminder's Job came: its task's actor tells it. Called by host.ts; the scheduler repeats the Job until this resolves.
import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import type { Logger } from "pino";
import type { Dapr } from "./dapr.ts";
import type { Here } from "./host.ts";
import { readJobName } from "./task/jobs.ts";

const deadlineMs = 10_000;
/** Turns under way. All at once they would only make each other late, until deadlines pass and every Job comes again. */
const atOnce = 64;
/**
 * Jobs that are answered only when they are done, so that the scheduler repeats them if this process dies. The sidecar has 1,024
 * connections to its app; were they all held, its health probe would wait for one, find none and withdraw the app. What
 * comes beyond is answered at once and done from memory: if the process dies just then, the sweeper tells it instead.
 */
const maxHeld = 400;
const attempts = 5;

/** Hands a Job to the actor it names: here when it is active here, else wherever the sidecar has it hosted. */
export const jobHandler = (dapr: Dapr, log: Logger) => {
  const limit = pLimit(atOnce);

  const fire = async (job: NonNullable<ReturnType<typeof readJobName>>, here: Here) => {
    const { taskId, ...what } = job;
    const actor = { type: "TaskActor", id: taskId };
    try {
      const done = here(actor.type, actor.id, "fire", what);
      if (done !== null) return await done;
    } catch (err) {
      log.debug({ err, taskId }, "the actor is not here any more: asking the sidecar");
    }
    return dapr.invokeActor(actor, "fire", what, { deadlineMs });
  };

  /** As the scheduler would: again every second, a few times. */
  const fromMemory = async (work: () => Promise<unknown>): Promise<void> => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      try {
        await limit(work);
        return;
      } catch (err) {
        log.warn({ err, attempt }, "a reminder could not be told yet");
        await sleep(1_000);
      }
    }
  };

  return async (name: string, here: Here): Promise<void> => {
    const job = readJobName(name);
    if (job === null) {
      log.warn({ job: name.slice(0, 200) }, "a Job of an unknown name came and was let go");
      return;
    }
    const work = () => fire(job, here);
    if (limit.pendingCount < maxHeld) await limit(work);
    else void fromMemory(work);
  };
};
