// A reminder's Job came: its task's actor tells it. Called by host.ts; the scheduler repeats the Job until this resolves.
import pLimit from "p-limit";
import type { Logger } from "pino";
import type { Dapr } from "./dapr.ts";
import { readJobName } from "./task/jobs.ts";

const deadlineMs = 10_000;

/**
 * So many at once. Thousands can be due in the same second: all at once they would only make each other late, until deadlines
 * pass and the scheduler repeats them (measured: 5,000 took minutes).
 */
const atOnce = 32;

/** Hands a Job to the actor it names, wherever that is hosted. A name that is not ours is logged and let go. */
export const jobHandler = (dapr: Dapr, log: Logger) => {
  const limit = pLimit(atOnce);
  return async (name: string): Promise<void> => {
    const job = readJobName(name);
    if (job === null) {
      log.warn({ job: name.slice(0, 200) }, "a Job of an unknown name came and was let go");
      return;
    }
    const { taskId, reminderId, generation } = job;
    const actor = { type: "TaskActor", id: taskId };
    await limit(() => dapr.invokeActor(actor, "fire", { reminderId, generation }, { deadlineMs }));
  };
};
