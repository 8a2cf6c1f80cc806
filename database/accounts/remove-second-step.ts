// Takes the second step of a sign-in away from an account whose person lost it. Called by `npm run account`.
import type { Id } from "../../domain/ids.ts";
import { type Database, inTransaction } from "../pool.ts";
import { endTrust } from "./end-trust.ts";

export const removeSecondStep = (db: Database, userId: Id): Promise<void> =>
  inTransaction(db, async (connection) => {
    await connection.query(`delete from "twoFactor" where "userId" = $1`, [userId]);
    await connection.query(`update "user" set "twoFactorEnabled" = false where "id" = $1`, [
      userId,
    ]);
    await endTrust(connection, userId);
  });
