// Step 2: the gateway's promise to see a request through, written before any actor is asked. Called by execute.
import type { CommandEnvelope } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import { prepared, type Queryable } from "../pool.ts";

/** What is promised under a key. `fresh` is true for the one caller that wrote it. */
export type Intent = {
  fresh: boolean;
  bodyHash: string;
  plan: CommandEnvelope[];
  status: "started" | "done" | "given_up";
  replies: TaskReply[] | null;
  promisedAt: Date;
};

const statement = prepared(
  "start-intent",
  `
with fresh as (
  insert into commands (user_id, key, body_hash, plan, correlation_id, undoes)
  values ($1, $2, $3, $4::jsonb, $5, $6)
  on conflict (user_id, key) do nothing
  returning true as fresh, body_hash, plan, status, replies, created_at as "promisedAt"
)
select * from fresh
union all
select false, body_hash, plan, status, replies, created_at from commands
where user_id = $1 and key = $2 and not exists (select from fresh)`,
);

type Row = Omit<Intent, "bodyHash"> & { body_hash: string };

/** Writes the intent (`undoes`: the correlation id that the plan takes back), or returns the first one under the same user and key: its plan is the one to carry out. */
export const startIntent = async (
  db: Queryable,
  intent: {
    userId: Id;
    key: string;
    bodyHash: string;
    plan: CommandEnvelope[];
    undoes?: Id | undefined;
  },
): Promise<Intent> => {
  const { userId, key, bodyHash, plan, undoes = null } = intent;
  const correlationId = plan[0]?.origin.correlationId ?? null;
  const values = [userId, key, bodyHash, JSON.stringify(plan), correlationId, undoes];
  // The loser of a race waits for the winner's row, but its own snapshot is older than that row: ask once more.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const row = (await db.query<Row>(statement(values))).rows[0];
    if (row) {
      const { body_hash: known, ...rest } = row;
      return { ...rest, bodyHash: known };
    }
  }
  throw new Error(`commands: the intent of key ${key} is neither new nor there after 3 attempts`);
};
