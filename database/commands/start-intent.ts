// Step 2: the gateway's promise to see a request through, written before any actor is asked. Called by execute.
import type { CommandEnvelope, DirectoryEnvelope } from "../../domain/command.ts";
import type { KeptDirectoryReply } from "../../domain/directory/reply.ts";
import type { Id } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { prepared, type Queryable } from "../pool.ts";
import { Failed, together } from "../together.ts";
import { firstOfKey, keyOf } from "./intent-key.ts";

/** What is promised under a key. `fresh` is true for the one caller that wrote it. */
export type Intent = {
  fresh: boolean;
  bodyHash: string;
  plan: CommandEnvelope[];
  status: "started" | "done" | "given_up";
  replies: TaskReply[] | null;
  /** What the request orders of the directory, before its plan; null for nothing. */
  directory: DirectoryEnvelope[] | null;
  directoryReplies: KeptDirectoryReply[] | null;
  promisedAt: Date;
};

/** An intent as it is given; `undoes`: the correlation id that the plan takes back. */
export type NewIntent = {
  userId: Id;
  key: string;
  bodyHash: string;
  plan: CommandEnvelope[];
  undoes?: Id | undefined;
  directory?: DirectoryEnvelope[] | undefined;
};

// In the order of the keys: two statements that wait for each other's rows cannot deadlock.
const promise = prepared(
  "start-intents",
  `
insert into commands (user_id, key, body_hash, plan, correlation_id, undoes, directory)
select user_id, key, body_hash, plan, correlation_id, undoes, directory
from jsonb_to_recordset($1::jsonb) as row (
  user_id uuid, key text, body_hash text, plan jsonb, correlation_id uuid, undoes uuid, directory jsonb
)
order by user_id, key
on conflict (user_id, key) do nothing
returning user_id as "userId", key, true as fresh, body_hash as "bodyHash", plan, status, replies,
  directory, directory_replies as "directoryReplies", created_at as "promisedAt"`,
);

/** Who was not the first waited for the row of who was: a statement of its own sees it. */
const known = prepared(
  "known-intents",
  `
select user_id as "userId", key, false as fresh, body_hash as "bodyHash", plan, status, replies,
  directory, directory_replies as "directoryReplies", created_at as "promisedAt"
from commands where user_id = any($1::uuid[]) and key = any($2::text[])`,
);

type Row = Intent & { userId: Id; key: string };

const startAll = async (db: Queryable, intents: NewIntent[]): Promise<(Intent | Failed)[]> => {
  const first = firstOfKey(intents);
  const { rows } = await db.query<Row>(promise([JSON.stringify(first.map(rowOf))]));
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  const others = first.filter((one) => !found.has(keyOf(one)));
  // What is promised by now stays so, whatever becomes of the question for the others.
  let problem: unknown = new Error("commands: an intent is neither new nor there");
  for (const row of await listKnown(db, others).catch((error: unknown) => {
    problem = error;
    return [];
  }))
    if (!found.has(keyOf(row))) found.set(keyOf(row), row);
  return intents.map((intent) => {
    const row = found.get(keyOf(intent));
    if (row === undefined) return new Failed(problem);
    // Of those that gave one key at once the first is fresh.
    found.set(keyOf(intent), { ...row, fresh: false });
    const { userId: _, key: __, ...started } = row;
    return started;
  });
};

const listKnown = async (db: Queryable, of: NewIntent[]): Promise<Row[]> => {
  if (of.length === 0) return [];
  const values = [of.map(({ userId }) => userId), of.map(({ key }) => key)];
  return (await db.query<Row>(known(values))).rows;
};

const rowOf = ({ userId, key, bodyHash, plan, undoes, directory = [] }: NewIntent) => ({
  user_id: userId,
  key,
  body_hash: bodyHash,
  plan,
  correlation_id: (plan[0] ?? directory[0])?.origin.correlationId ?? null,
  directory: directory.length === 0 ? null : directory,
  undoes: undoes ?? null,
});

/** Writes the intent, or returns the first one under the same user and key: its plan is the one to carry out. */
export const startIntent: (db: Queryable, intent: NewIntent) => Promise<Intent> =
  together(startAll);
