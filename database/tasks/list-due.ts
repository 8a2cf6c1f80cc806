// What of one person's open tasks is due up to a day. Called for the digest.
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { Id } from "../../domain/ids.ts";
import { type Day, When } from "../../domain/when.ts";
import type { Queryable } from "../pool.ts";

/** Whoever has more open tasks with a due has no digest of the oldest of them. */
const most = 10_000;

// A day to spare: a fixed time counts on the person's clock, not on its own.
const statement = `
select doc ->> 'title' as title, doc -> 'due' as due from tasks
where owner_id = $1 and not deleted and status in ('open', 'in_progress')
  and due_day <= $3
  and (due_day <= $2 or doc #>> '{due,kind}' = 'fixed')
order by due_day desc, id
limit ${most}`;

const DueTask = z.object({ title: z.string(), due: When });
export type DueTask = z.infer<typeof DueTask>;

/** Those due nearest to the day first. Of what has a fixed time some may be due after it. */
export const listDue = async (db: Queryable, ownerId: Id, day: Day): Promise<DueTask[]> => {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  return DueTask.array().parse((await db.query(statement, [ownerId, day, next])).rows);
};
