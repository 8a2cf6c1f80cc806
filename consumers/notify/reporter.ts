// Finds tries whose actor has not heard of them: this process died in the middle, or the actor was away. Started by notify.ts.
import * as z from "zod";
import { claimUnreported } from "../../database/delivery/claim-unreported.ts";
import { forgetOldAttempts } from "../../database/delivery/forget-old-attempts.ts";
import { touchAttempts } from "../../database/delivery/touch-attempts.ts";
import type { Queryable } from "../../database/pool.ts";
import { Instant } from "../../domain/ids.ts";
import type { Outages } from "../../domain/outages.ts";
import { type Loop, startLoop } from "../../process/loop.ts";
import { failed, type Outcome } from "./channel.ts";
import { Addressee } from "./jobs.ts";
import type { Runner } from "./runner.ts";

type ReporterDeps = { db: Queryable; runner: Runner; outages: Outages };

const everyMs = 5_000;
const forgetEveryMs = 60 * 60_000;
/** Longer than a report takes; and what nobody has touched for so long, nobody is at any more. */
const ages = { finishedMs: 20_000, begunMs: 30_000 };

const StoredOutcome = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), at: Instant }),
  z.object({ ok: z.literal(false), reason: z.string(), permanent: z.boolean() }),
]) satisfies z.ZodType<Outcome>;

const interrupted = failed("the try was interrupted; whether it was sent is not known");

/**
 * Says which tries are under way here, then reports what is kept without having been reported; a try that nobody is at any
 * more was interrupted and counts as failed. Returns how many were reported.
 */
export const reportUnreported = async (
  { db, runner }: ReporterDeps,
  age = ages,
): Promise<number> => {
  await touchAttempts(db, runner.underWay());
  const found = await claimUnreported(db, { ...age, interrupted, limit: 100 });
  for (const { report, outcome, ...key } of found) {
    runner.tell(key, Addressee.parse(report), StoredOutcome.parse(outcome));
  }
  return found.length;
};

/** Reports every 5 s and forgets what is over once an hour, until stopped. */
export const startReporter = (deps: ReporterDeps): Loop => {
  let forgetAt = Date.now();
  const round = async (): Promise<void> => {
    await reportUnreported(deps);
    deps.outages.worked("the database, for deliveries");
    if (Date.now() >= forgetAt && (await forgetOldAttempts(deps.db, 1_000)) < 1_000)
      forgetAt = Date.now() + forgetEveryMs;
  };
  const onFailure = (err: unknown): void =>
    deps.outages.failed("the database, for deliveries", { err });
  return startLoop(round, { everyMs, onFailure });
};
