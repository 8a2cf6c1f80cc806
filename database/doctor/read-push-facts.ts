// The keys by which push services know us (made with the first browser that asks), and how many browsers there are. Called by the doctor.
import type { Queryable } from "../pool.ts";

const statement = `
select (select count(*) from vapid_keys)::int as keys, (select count(*) from push_subscriptions)::int as browsers`;

export const readPushFacts = async (db: Queryable): Promise<{ keys: number; browsers: number }> => {
  const { rows } = await db.query<{ keys: number; browsers: number }>(statement);
  return rows[0] ?? { keys: 0, browsers: 0 };
};
