// Takes a secret back before it was used. Called by DELETE /account/invitations/{id}.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import type { SecretKind } from "./secret.ts";

const statement = `delete from one_time_secrets where id = $1 and user_id = $2 and kind = $3`;

/** False when this person has none of that id. */
export const removeSecret = async (
  db: Queryable,
  { id, userId, kind }: { id: Id; userId: Id; kind: SecretKind },
): Promise<boolean> => (await db.query(statement, [id, userId, kind])).rowCount === 1;
