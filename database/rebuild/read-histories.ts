// Tasks whose events Kafka no longer keeps, change by change from the audit log, which keeps all. Called by replay.
import type { FoldedEvent } from "../../domain/event.ts";
import { transact, type Queryable } from "../pool.ts";

const declaration = `
declare histories no scroll cursor for
with behind as (
  select a.subject from audit a left join tasks_rebuilt r on r.id = a.subject
  where a.type like 'punctual.task.%'
  group by a.subject, r.version
  having max(a.version) > coalesce(r.version, 0)
)
select subject, owner_id as ownerid, version as sequence, changes,
  to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time
from audit join behind using (subject)
where type like 'punctual.task.%'
order by subject, version`;

type Row = Omit<FoldedEvent, "data"> & Pick<FoldedEvent["data"], "changes">;

/** Every change of one task, in the order of its versions. */
export type History = [FoldedEvent, ...FoldedEvent[]];

/** Gives the whole history of every task that the audit log knows better than `tasks_rebuilt`, 500 or so at a time. */
export const readHistories = (
  connection: Queryable,
  onHistories: (histories: History[]) => Promise<void>,
): Promise<void> =>
  transact(connection, async () => {
    await connection.query(declaration);
    let open: History | undefined;
    for (;;) {
      const { rows } = await connection.query<Row>("fetch 1000 from histories");
      const whole: History[] = [];
      for (const { changes, ...rest } of rows) {
        const event = { ...rest, data: { changes } };
        if (open && open[0].subject === event.subject) open.push(event);
        else {
          if (open) whole.push(open);
          open = [event];
        }
      }
      if (rows.length === 0 && open) whole.push(open);
      if (whole.length > 0) await onHistories(whole);
      if (rows.length === 0) return;
    }
  });
