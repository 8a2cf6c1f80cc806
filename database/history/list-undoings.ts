// Which requests took a request back, which took those back, and so on. Called by undo.
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";

/** `correlationId` took `undoes` back. */
export type Undoing = { correlationId: Id; undoes: Id };

/** Only what had an effect counts: a plan of which every command was refused took nothing back. */
const hadEffect = (table: string): string =>
  `(${table}.replies @> '[{"ok": true}]' or ${table}.directory_replies @> '[{"ok": true}]')`;

const statement = `
with recursive chain as (
  select correlation_id, undoes from commands
  where user_id = $1 and undoes = $2 and ${hadEffect("commands")}
  union
  select c.correlation_id, c.undoes from commands c join chain on c.undoes = chain.correlation_id
  where c.user_id = $1 and ${hadEffect("c")}
)
select correlation_id as "correlationId", undoes from chain`;

/** The undoings of a request and those of each of them, of the last 7 days. */
export const listUndoings = async (
  db: Queryable,
  which: { userId: Id; correlationId: Id },
): Promise<Undoing[]> =>
  (await db.query<Undoing>(statement, [which.userId, which.correlationId])).rows;
