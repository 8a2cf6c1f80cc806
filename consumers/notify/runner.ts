// Makes claimed tries beside each other, keeps each outcome and tells the actor. Fed by consumer.ts and by its own sweep.
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { AttemptKey } from "../../database/delivery/claim-attempts.ts";
import { claimUnreported } from "../../database/delivery/claim-unreported.ts";
import { finishAttempt } from "../../database/delivery/finish-attempt.ts";
import { forgetOldAttempts } from "../../database/delivery/forget-old-attempts.ts";
import { markReported } from "../../database/delivery/mark-reported.ts";
import { attempt, attemptMs, type AttemptDeps } from "./attempt.ts";
import { failed, type Outcome } from "./channel.ts";
import { createGate, type Gate } from "./gate.ts";
import { Addressee, type Job } from "./jobs.ts";

/** Tells the actor that asked for a try what came of it; throws when the actor cannot be reached. */
export type Report = (
  to: Addressee,
  what: { channel: Job["channel"]; attempt: number; outcome: Outcome },
) => Promise<unknown>;

export type RunnerDeps = AttemptDeps & { report: Report; log: Logger };

const gateSize = { atOnce: 32, waiting: 5_000, waitMs: 30_000 };
const keepTries = 10;
