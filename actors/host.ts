// Dapr's actor callbacks as a Hono app. The sidecar calls it; each guarantee below has a test beside this file.
// https://docs.dapr.io/reference/api/actors_api/#actor-methods-called-by-dapr
import { Hono } from "hono";
import type { Logger } from "pino";
import { createOutages } from "../domain/outages.ts";
import { onlyWithAppToken } from "../process/app-token.ts";
import { isOutage } from "../sidecar/client.ts";
import { type Actor, type ActorFactory, BadCall, Unreadable } from "./actor.ts";
import { countTurn } from "./metrics.ts";
import { StillLeft } from "./relay/relay.ts";
import { tracedTurn } from "./tracing.ts";

/**
 * Calls an actor that is active in this process, without the sidecar; null when it is not. Safe even if the actor has moved
 * unheard: its turns are one at a time as ever, and the sidecar takes no state for an actor it does not host.
 */
export type Here = (
  type: string,
  id: string,
  method: string,
  argument: unknown,
) => Promise<unknown> | null;

/** `app` is what the sidecar calls, `here` the short way to what is active, `instances` how many are in memory. */
export type Host = { app: Hono; here: Here; instances: () => number };

/**
 * The host. Guarantees:
 * - only calls with the app token pass; `/healthz` and `/health/live` are open and never wait for a turn;
 * - once it is ending `/healthz` says so, and turns go on: the sidecar then takes the actors elsewhere in order;
 * - one turn at a time for an actor, whatever the sidecar does;
 * - a turn that throws answers 500 with the error's text and forgets the instance, so memory is never ahead of the store;
 * - a reminder handler that throws never ends the process;
 * - an actor whose stored state cannot be read answers 422, which callers do not repeat;
 * - deactivating an unknown actor is 200, and none waits for a turn: one under way can save no more;
 * - a sidecar that (re)starts asks for `/dapr/config`: all instances are forgotten, for they may have moved meanwhile;
 * - at most `mostInstances` stay in memory: beyond that those that were called longest ago are forgotten, once nothing of their
 *   turns is under way. Their next call reads their state anew.
 */
export const createHost = (options: {
  types: Record<string, ActorFactory>;
  appToken: string;
  log: Logger;
  /** A Job came. It comes again until this resolves. */
  onJob?: (name: string, here: Here, data: () => Promise<unknown>) => Promise<void>;
  mostInstances?: number;
  isEnding?: () => boolean;
}): Host => {
  const outages = createOutages(options.log);
  const turns = createTurns(options.types, {
    onDone: () => outages.worked(needed),
    most: options.mostInstances ?? mostInstances,
  });
  const here: Here = (type, id, method, argument) =>
    turns.isActive(type, id)
      ? turns.run(type, id, (actor) => actor.invoke(method, argument))
      : null;
  const app = new Hono();

  app.get("/healthz", (c) => c.body(null, options.isEnding?.() ? 503 : 200));
  app.get("/health/live", (c) => c.body(null, 200));
  app.use(onlyWithAppToken(options.appToken));
  app.get("/dapr/config", (c) => {
    turns.forgetAll();
    return c.json({
      entities: Object.keys(options.types),
      actorIdleTimeout: "10m",
      // While actors move, a turn under way gets no state from its sidecar, which waits for that very turn: the shorter the better.
      drainOngoingCallTimeout: "1s",
      drainRebalancedActors: true,
      reentrancy: { enabled: false },
    });
  });
  app.put("/actors/:type/:id/method/remind/:name", async (c) => {
    const { type, id, name } = c.req.param();
    await turns.run(type, id, (actor) => actor.remind(name));
    return c.body(null, 200);
  });
  app.put("/actors/:type/:id/method/:method", async (c) => {
    const { type, id, method } = c.req.param();
    const argument = parseBody(await c.req.text());
    const answer = await tracedTurn(`${type}/${method}`, argument, () =>
      turns.run(type, id, (actor) => actor.invoke(method, argument)),
    );
    return c.json(answer ?? null);
  });
  app.post("/job/:name", async (c) => {
    await options.onJob?.(c.req.param("name"), here, () => c.req.json());
    return c.body(null, 200);
  });
  // Never 404: the scheduler takes that for "this Job is not wanted" and removes it for good.
  app.all("/job/*", (c) => {
    options.log.warn({ path: c.req.path.slice(0, 200) }, "a Job of an unknown name came");
    return c.body(null, 200);
  });

  // Never waits for the actor's turn: that may wait for its state, which the sidecar holds back until this is answered.
  app.delete("/actors/:type/:id", (c) => {
    const { type, id } = c.req.param();
    turns.forget(type, id);
    return c.body(null, 200);
  });
  app.onError((error, c) => {
    if (error instanceof BadCall) return c.json({ code: "invalid", error: error.message }, 400);
    if (error instanceof StillLeft) return c.json({ code: "again", error: error.message }, 500);
    const facts = { err: error, path: c.req.path };
    if (isOutage(error)) outages.failed(needed, facts);
    else options.log.error(facts, "an actor turn failed");
    if (error instanceof Unreadable)
      return c.json({ code: "unreadable", error: error.message }, 422);
    return c.json({ code: "failed", error: error.message }, 500);
  });
  return { app, here, instances: turns.count };
};

/** A task's instance takes 5 to 7 kB (measured), so these some 60 MB. A state that was forgotten costs a read when it is called again. */
const mostInstances = 10_000;

const needed = "what the actors need (the sidecar, the database or the scheduler)";

/** Runs turns one at a time for each actor, and keeps the instances between them. `onDone`: a turn has succeeded. */
const createTurns = (
  types: Record<string, ActorFactory>,
  { onDone, most }: { onDone: () => void; most: number },
) => {
  /** The one called longest ago first. */
  const instances = new Map<string, Actor>();
  const tails = new Map<string, Promise<unknown>>();

  const instance = (type: string, id: string): Actor => {
    const key = `${type}/${id}`;
    const known = instances.get(key);
    if (known) return touch(key, known);
    const factory = types[type];
    if (!factory) throw new BadCall(`there is no actor type ${type} here`);
    const made = factory(id, () => instances.get(key) === made);
    instances.set(key, made);
    makeRoom();
    return made;
  };

  const touch = (key: string, actor: Actor): Actor => {
    instances.delete(key);
    instances.set(key, actor);
    return actor;
  };

  /** Those that are at work stay, however long ago they were called. */
  const makeRoom = (): void => {
    for (const [key, actor] of instances) {
      if (instances.size <= most) return;
      if (!tails.has(key) && actor.isBusy?.() !== true) instances.delete(key);
    }
  };

  const inTurn = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const before = tails.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    tails.set(key, turn);
    try {
      return await turn;
    } finally {
      if (tails.get(key) === turn) tails.delete(key);
    }
  };

  const run = <T>(type: string, id: string, work: (actor: Actor) => Promise<T>): Promise<T> => {
    const key = `${type}/${id}`;
    const askedAt = performance.now();
    const known = types[type] === undefined ? "unknown" : type;
    return inTurn(key, async () => {
      const actor = instance(type, id);
      try {
        const result = await work(actor);
        onDone();
        countTurn(known, "done", performance.now() - askedAt);
        return result;
      } catch (error) {
        const outcome = error instanceof BadCall ? "refused" : "failed";
        countTurn(known, outcome, performance.now() - askedAt);
        if (!(error instanceof BadCall) && instances.get(key) === actor) instances.delete(key);
        throw error;
      }
    });
  };

  return {
    run,
    count: () => instances.size,
    isActive: (type: string, id: string) => instances.has(`${type}/${id}`),
    forget: (type: string, id: string) => instances.delete(`${type}/${id}`),
    forgetAll: () => instances.clear(),
  };
};

const parseBody = (text: string): unknown => {
  try {
    return text === "" ? null : alone(JSON.parse(text));
  } catch (error) {
    throw error instanceof BadCall ? error : new BadCall("the argument is not JSON");
  }
};

/** A method here takes one object. The proxies of Dapr's own SDK for JavaScript put all arguments into a list (3.18), so a list of one is that one. */
const alone = (argument: unknown): unknown => {
  if (!Array.isArray(argument)) return argument;
  if (argument.length > 1) throw new BadCall("a method takes one argument");
  return argument[0] ?? null;
};
