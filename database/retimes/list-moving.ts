// What is under way, and what has just ended. Asked every second by a gateway that tells its devices how far it is.
import type { Queryable } from "../pool.ts";
import { columns, type Retime } from "./retime.ts";

const statement = `
select ${columns} from retimes where finished_at is null and begun_at is not null
union all
select ${columns} from retimes where finished_at > now() - interval '10 seconds'
limit 1000`;

export const listMoving = async (db: Queryable): Promise<Retime[]> =>
  (await db.query<Retime>(statement)).rows;
