// A person's tokens, the newest first. Called by GET /tokens.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { columns, type Token } from "./token-row.ts";

const statement = `select ${columns} from tokens where user_id = $1 order by created_at desc, id desc`;

export const listTokens = async (db: Queryable, userId: Id): Promise<Token[]> =>
  (await db.query<Token>(statement, [userId])).rows;
