// Writes down what happened to an account. Called by the account's routes and the doors.
import { type Id, newId } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import type { AccountEventType } from "./account-event.ts";

const statement = `
insert into account_events (id, user_id, type, address, agent, detail) values ($1, $2, $3, $4, left($5, 300), left($6, 300))`;

export type NewAccountEvent = {
  userId: Id;
  type: AccountEventType;
  address?: string | undefined;
  agent?: string | undefined;
  /** What it was about, in a word a person knows: the name of a token, a new address. No secret. */
  detail?: string | undefined;
};

export const addAccountEvent = async (
  db: Queryable,
  { userId, type, address, agent, detail }: NewAccountEvent,
): Promise<void> => {
  await db.query(statement, [newId(), userId, type, address, agent, detail]);
};
