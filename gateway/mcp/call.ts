// One request of an assistant: who asks, their clock, and the way to the actors. Made by route.ts, used by the tools.
import { createHash } from "node:crypto";
import type { Origin, TaskCommand } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import { type Clock, clockAt } from "../../domain/language/clock.ts";
import { sayWhen } from "../../domain/language/say-when.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { type Owner, ownerOf, type Settings } from "../../domain/settings.ts";
import { readPerson as readStored } from "../../database/people/read-person.ts";
import type { Access } from "../../database/tokens/token-row.ts";
import { execute } from "../command/execute.ts";
import type { Speaker } from "../chat/details.ts";
import type { AppDeps } from "../deps.ts";
import { unwrap } from "../http/refused.ts";

export type CallDeps = Pick<AppDeps, "db" | "actors" | "chat" | "history" | "now" | "log">;

export type Call = {
  deps: CallDeps;
  userId: Id;
  access: Access;
  origin: Omit<Origin, "commandId">;
  /** Nobody waits for the answer any more. */
  signal: AbortSignal;
  /** The person, read once a request. */
  person: () => Promise<Person>;
};

/** What a person's words and dates mean, and how they are said to them. */
export type Person = { settings: Settings; owner: Owner; clock: Clock; speaker: Speaker };

/** Makes the call of a request; the person is asked for when a tool first wants to know. */
export const createCall = (call: Omit<Call, "person">): Call => {
  let known: Promise<Person> | null = null;
  return { ...call, person: () => (known ??= readPerson(call)) };
};

const readPerson = async ({ deps, userId }: Omit<Call, "person">): Promise<Person> => {
  const person = await readStored(deps.db, userId);
  const { settings } = person;
  const { timeZone: zone, locale, weekStart, dayParts } = settings;
  const now = deps.now().toISOString();
  const clock = clockAt({ now, zone, locale, weekStart, dayParts });
  const speaker: Speaker = { zone, locale, say: (when) => sayWhen(when, { now, zone, locale }) };
  return { settings, owner: ownerOf(person), clock, speaker };
};

type Once = { asked: unknown; key?: string | undefined };
type Done = { replies: TaskReply[]; correlationId: Id };

/**
 * Carries out commands for the person, as every other door does. `asked` with the same `key` is done once, and answers the
 * correlation id of that once.
 */
export const order = async (
  { deps, userId, origin, person }: Call,
  commands: TaskCommand[],
  { asked, key }: Once,
): Promise<Done> => {
  const { owner } = await person();
  const bodyHash = key === undefined ? "" : hashOf(["mcp", asked]);
  const request = { userId, key, bodyHash, commands, origin, owner };
  const { replies, plan } = unwrap(await execute(deps, request));
  // Without those of the parts that went along.
  const own = replies.filter((_, n) => plan[n]?.after === undefined);
  return { replies: own, correlationId: plan[0]?.origin.correlationId ?? origin.correlationId };
};

const hashOf = (asked: unknown): string =>
  createHash("sha256").update(JSON.stringify(asked)).digest("base64url");
