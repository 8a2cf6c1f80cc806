// Puts another plan into a promise of which nothing was done yet. Called by execute when the directory had changed before its owner was asked.
import type { CommandEnvelope, DirectoryEnvelope } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import { prepared, type Queryable } from "../pool.ts";

const statement = prepared(
  "redraw-intent",
  `
update commands set plan = $4, directory = $5
where user_id = $1 and key = $2 and status = 'started' and directory = $3::jsonb`,
);

export type RedrawnIntent = {
  userId: Id;
  key: string;
  was: DirectoryEnvelope[];
  plan: CommandEnvelope[];
  directory: DirectoryEnvelope[];
};

/** Whether it did; it does not where it orders something else of the directory than `was` by now, or is over: then that holds. */
export const redrawIntent = async (
  db: Queryable,
  { userId, key, was, plan, directory }: RedrawnIntent,
): Promise<boolean> => {
  const values = [was, plan, directory].map((part) => JSON.stringify(part));
  return (await db.query(statement([userId, key, ...values]))).rowCount === 1;
};
