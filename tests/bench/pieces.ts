// Where the time of one write goes: the gateway's steps made one by one, as it makes them, at the same rate.
import { createActorClient } from "../../actors/client.ts";
import { readSession } from "../../database/accounts/read-session.ts";
import { finishIntent } from "../../database/commands/finish-intent.ts";
import { startIntent } from "../../database/commands/start-intent.ts";
import type { Database } from "../../database/pool.ts";
import type { CommandEnvelope } from "../../domain/command.ts";
import { newId } from "../../domain/ids.ts";
import { send, signUp } from "../client.ts";
import type { Stack } from "../stack.ts";
import { atRate, type Run } from "./load.ts";
import type { Row } from "./table.ts";

const perSecond = 50;
const seconds = 10;

const names = {
  http: "HTTP without any work (GET /health/live)",
  authenticate: "1. authenticate (one query)",
  start: "2. start the intent (one row)",
  actor: "3. actor call: read, decide, save, publish to both topics",
  finish: "4. finish the intent and write the read model (one statement)",
} as const;
type Piece = keyof typeof names;

const envelopeOf = (userId: string): CommandEnvelope => ({
  v: 1,
  command: { type: "task.create", taskId: newId(), fields: { title: "a piece" } },
  origin: {
    commandId: newId(),
    correlationId: newId(),
    causationId: newId(),
    actorId: userId,
    source: "rest",
    device: null,
    traceparent: null,
  },
});

/** Each step timed on its own. */
export const measurePieces = async (stack: Stack, db: Database): Promise<Row[]> => {
  const person = await signUp(stack.url);
  const { DAPR_HTTP_PORT, DAPR_API_TOKEN = "" } = stack.env.gateway;
  const actors = createActorClient({
    daprHttpPort: Number(DAPR_HTTP_PORT),
    daprApiToken: DAPR_API_TOKEN,
  });
  const runs = Object.fromEntries(
    Object.keys(names).map((piece) => [piece, { times: [], errors: 0, totalMs: 0 }]),
  ) as unknown as Record<Piece, Run>;
  const timed = async <T>(piece: Piece, work: () => Promise<T>): Promise<T> => {
    const startedAt = performance.now();
    const value = await work();
    runs[piece].times.push(performance.now() - startedAt);
    return value;
  };
  const steps = async (): Promise<void> => {
    const { userId, token } = person;
    const key = newId();
    const plan = [envelopeOf(userId)] as [CommandEnvelope];
    await timed("http", async () => (await send(stack.url, "GET", "/health/live")).arrayBuffer());
    await timed("authenticate", () => readSession(db, token));
    await timed("start", () => startIntent(db, { userId, key, bodyHash: "", plan }));
    const reply = await timed("actor", () => actors.execute(plan[0]));
    await timed("finish", () => finishIntent(db, { userId, key, replies: [reply] }));
  };
  await atRate(perSecond, 2, steps);
  for (const run of Object.values(runs)) run.times.length = 0;
  const whole = await atRate(perSecond, seconds, steps);
  return Object.entries(runs).map(([piece, run]) => ({
    name: names[piece as Piece],
    run: { ...run, errors: whole.errors, totalMs: whole.totalMs },
  }));
};
