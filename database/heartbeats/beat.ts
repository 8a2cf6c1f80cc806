// Says that a process is at work, and what it sees. Called by the consumers every two seconds.
import type { Queryable } from "../pool.ts";

const statement = `
insert into heartbeats (name, facts) values ($1, $2)
on conflict (name) do update set at = now(), facts = excluded.facts`;

/** `facts` is what a reader should know beside the instant, which is the database's own. */
export const beat = async (db: Queryable, name: string, facts: object): Promise<void> => {
  await db.query(statement, [name, JSON.stringify(facts)]);
};
