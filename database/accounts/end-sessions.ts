// Ends sessions: one by its id or token, or all of a person but one. Called by the account's routes and doors.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const ofToken = `delete from "session" where "token" = $1`;
const one = `delete from "session" where "userId" = $1 and "id" = $2`;
/** Devices that need not show the second step, and sign-ins that wait for it, end too: "everywhere else" is not signed in again without. */
const others = `
with trusted as (delete from "verification" where "value" = $1)
delete from "session" where "userId" = $1 and "token" <> $2`;

/** False when this person has no session of that id. */
export const endSession = async (
  db: Queryable,
  { userId, id }: { userId: Id; id: Id },
): Promise<boolean> => (await db.query(one, [userId, id])).rowCount === 1;

/** Ends all but the one of `token`, and whatever made the second step needless; returns how many sessions. */
export const endOtherSessions = async (
  db: Queryable,
  { userId, token }: { userId: Id; token: string },
): Promise<number> => (await db.query(others, [userId, token])).rowCount ?? 0;

/** Ends the session that signs in with this token, should there be one. */
export const endSessionOf = async (db: Queryable, token: string): Promise<void> => {
  await db.query(ofToken, [token]);
};
