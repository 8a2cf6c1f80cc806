// Written before the settings are changed, so that whatever dies on the way the tasks hear of it. Called by change-settings.ts.
import type { Origin } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { Queryable } from "../pool.ts";
import { lease } from "./retime.ts";

const statement = `
insert into retimes (id, user_id, origin, ready_at) values ($1, $2, $3, now() + ${lease})
on conflict (id) do update set ready_at = excluded.ready_at where retimes.begun_at is null`;

/** It is taken up in 30 s, unless it is begun or dropped before. A repetition has its 30 s anew; it changes nothing in one that is begun. */
export const promiseRetime = async (
  db: Queryable,
  { id, userId, origin }: { id: Id; userId: Id; origin: Omit<Origin, "commandId"> },
): Promise<void> => {
  await db.query(statement, [id, userId, JSON.stringify(origin)]);
};

/** The change was refused: there is nothing to tell, unless the same change was made before. */
export const dropRetime = async (db: Queryable, id: Id): Promise<void> => {
  await db.query("delete from retimes where id = $1 and begun_at is null", [id]);
};
