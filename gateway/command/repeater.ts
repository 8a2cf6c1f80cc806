// Keeps step 2's promise: repeats intents whose gateway died or gave up before the outcome. Started by main.ts.
import type { Logger } from "pino";
import { type ActorClient, ActorUnavailable, type ActorUnreadable } from "../../actors/client.ts";
import {
  claimStaleIntents,
  type StaleIntent,
} from "../../database/commands/claim-stale-intents.ts";
import { finishIntent } from "../../database/commands/finish-intent.ts";
import { giveUpIntent } from "../../database/commands/give-up-intent.ts";
import { isDatabaseDown } from "../../database/is-database-down.ts";
import type { CommandEnvelope, DirectoryEnvelope } from "../../domain/command.ts";
import type { Outages } from "../../domain/outages.ts";
import { type Loop, startLoop } from "../../process/loop.ts";
import { isOutdated, keepDirectoryIn, keptReplies, notAsked } from "../directory/ask.ts";
import { askAll } from "./ask-all.ts";
import { type ExecuteDeps, portsOf } from "./execute.ts";
import { forget } from "./forget.ts";
import { stayed } from "./parts.ts";
import { redraw } from "./redraw.ts";
import { StoredDirectoryPlan, StoredPlan } from "./stored.ts";
import { type Refusal, tellRefused } from "./tell-refused.ts";

export type RepeatDeps = ExecuteDeps & {
  actors: Pick<ActorClient, "tellRefused">;
  log: Logger;
  outages: Outages;
};

const everyMs = 5_000;
const olderThanMs = 30_000;
const forgetEveryMs = 60 * 60_000;
/** With the pauses of claim-stale-intents about seven hours; actors remember commands for longer (actors/outbox/applied.ts). */
const mostAttempts = 20;

/**
 * Claims and carries out what is older than `olderThanMs` without an outcome. What the actors refuse by now, and what never
 * succeeds, ends, and its person is told. Returns how many were finished.
 */
export const repeatUnfinished = async (deps: RepeatDeps, age = olderThanMs): Promise<number> => {
  const intents = await claimStaleIntents(deps.db, { olderThanMs: age, limit: 20 });
  let finished = 0;
  for (const intent of intents) {
    const log = deps.log.child({ userId: intent.userId, commands: intent.plan.length });
    try {
      await finish(deps, intent);
      finished += 1;
      log.info("an unfinished request was carried out");
    } catch (error) {
      if (error instanceof ActorUnavailable) deps.outages.failed("the actors", { err: error });
      else log.warn({ err: error }, "an unfinished request could not be carried out yet");
      if (intent.attempts >= mostAttempts) await giveUp({ ...deps, log }, intent, error);
    }
  }
  return finished;
};

/** Of a plan with an unreadable task the others have been asked; `refusals` is what was not done. */
class PartlyDone extends Error {
  readonly refusals: Refusal[];
  constructor(cause: ActorUnreadable, refusals: Refusal[]) {
    super(cause.message, { cause });
    this.name = "PartlyDone";
    this.refusals = refusals;
  }
}

/** Whoever asked has no answer, so a refusal is told. First told, then ended: what fails in between is repeated. */
const finish = async (deps: RepeatDeps, intent: StaleIntent, left = 1): Promise<void> => {
  const { userId, key, promisedAt } = intent;
  const plan = StoredPlan.parse(intent.plan);
  const orders = StoredDirectoryPlan.parse(intent.directory ?? []);
  const repeated = { promisedAt, by: "sweeper" as const };
  const ports = { actors: deps.actors, keepDirectory: keepDirectoryIn(deps.db) };
  const asked = await askAll(ports, { userId, orders, plan, repeated, isFinal: left === 0 });
  const { replies, unreadable, directed } = asked;
  if (left > 0 && isOutdated(orders, directed))
    return finish(deps, { ...intent, ...(await drawnAnew(deps, intent, { plan, orders })) }, 0);
  const ofTasks = plan.flatMap((envelope, place): Refusal[] => {
    const reply = replies[place];
    // A part that stayed where it was is told with its task, and what was to follow from the directory with that.
    if (reply === undefined || reply.ok || reply === stayed || reply === notAsked) return [];
    return [{ envelope, reason: reply.error.message }];
  });
  const ofDirectory = orders.flatMap((envelope, place): Refusal[] => {
    const reply = directed[place]?.reply;
    return reply === undefined || reply.ok ? [] : [{ envelope, reason: reply.error.message }];
  });
  const refusals = [...ofDirectory, ...ofTasks];
  if (unreadable) throw new PartlyDone(unreadable, refusals);
  await tellRefused(deps, refusals);
  const answers = directed.map(({ reply }) => reply);
  const directoryReplies = answers.length === 0 ? undefined : keptReplies(answers);
  await finishIntent(deps.db, { userId, key, replies, directoryReplies });
};

/** The plan on the directory there is now; null where the former one has to do. */
const drawnAnew = async (
  deps: RepeatDeps,
  { userId, key, directory }: StaleIntent,
  { plan, orders }: { plan: CommandEnvelope[]; orders: DirectoryEnvelope[] },
) => {
  const [first] = orders;
  if (first === undefined) return null;
  const { origin, command } = first;
  const undoes = command.type === "directory.back" ? origin.causationId : undefined;
  const request = { userId, key, origin, undoes };
  return redraw(portsOf(deps), request, { plan, directory: orders, was: directory ?? [] });
};

/** Ends the intent once its person could be told; while nobody can be told all is away, which is not this request's fault. */
const giveUp = async (deps: RepeatDeps, intent: StaleIntent, cause: unknown): Promise<void> => {
  const plan = StoredPlan.safeParse(intent.plan).data ?? [];
  const orders = StoredDirectoryPlan.safeParse(intent.directory ?? []).data ?? [];
  const reason = "it could not be done however often it was tried";
  try {
    const all = [...orders, ...plan].map((envelope) => ({ envelope, reason }));
    await tellRefused(deps, cause instanceof PartlyDone ? cause.refusals : all);
  } catch (err) {
    if (err instanceof ActorUnavailable || isDatabaseDown(err)) return;
    deps.log.error({ err }, "a person could not be told that a request was given up");
  }
  const { userId, key } = intent;
  const why = (cause instanceof Error ? cause.message : String(cause)).slice(0, 500);
  await giveUpIntent(deps.db, { userId, key, reason: why });
  deps.log.error("an unfinished request was given up: `npm run dead-letters -- list` shows why");
};

/** Repeats every 5 s and forgets what is over at first and then once an hour, until stopped. */
export const startRepeater = (deps: RepeatDeps): Loop => {
  let forgetAt = Date.now();
  const round = async (signal: AbortSignal): Promise<void> => {
    await repeatUnfinished(deps);
    deps.outages.worked("the database");
    if (Date.now() < forgetAt) return;
    forgetAt = Date.now() + forgetEveryMs;
    await forget(deps.db, signal);
  };
  const onFailure = (err: unknown): void => {
    if (isDatabaseDown(err)) deps.outages.failed("the database", { err });
    else deps.log.warn({ err }, "unfinished requests could not be looked for; tried again soon");
  };
  return startLoop(round, { everyMs, onFailure, waitsFirst: true });
};
