// Ends what a second step was shown for: devices that are not asked for it, and sign-ins that wait for it. Called where a password or a second step changes.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/** better-auth keeps both under random names, with the person's id as the value. */
const statement = `delete from "verification" where "value" = $1`;

/** From then on each device of this person is asked for the second step again. */
export const endTrust = async (db: Queryable, userId: Id): Promise<void> => {
  await db.query(statement, [userId]);
};
