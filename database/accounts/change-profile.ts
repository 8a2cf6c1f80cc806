// A person's name and address. Called by PATCH /account and by what confirms a new address.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

const rename = `update "user" set "name" = $2, "updatedAt" = now() where "id" = $1`;
const move = `
update "user" set "email" = lower($2), "emailVerified" = $3, "updatedAt" = now()
where "id" = $1 and not exists (select from "user" where "email" = lower($2) and "id" <> $1)`;

export const changeName = async (
  db: Queryable,
  { userId, name }: { userId: Id; name: string },
): Promise<void> => {
  await db.query(rename, [userId, name]);
};

/** `isVerified`: a letter to it was answered. False when another account has it by now. */
export const changeEmail = async (
  db: Queryable,
  { userId, email, isVerified }: { userId: Id; email: string; isVerified: boolean },
): Promise<boolean> => {
  try {
    return (await db.query(move, [userId, email, isVerified])).rowCount === 1;
  } catch (error) {
    // Two took it at the same time.
    if ((error as { code?: string }).code === "23505") return false;
    throw error;
  }
};
