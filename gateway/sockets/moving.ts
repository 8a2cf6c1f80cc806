// How far a change of settings is with a person's tasks, on all their devices: each gateway asks the database and tells its own sockets. Called by listener.ts.
import { listMoving } from "../../database/retimes/list-moving.ts";
import type { Database } from "../../database/pool.ts";
import type { Retime } from "../../database/retimes/retime.ts";
import type { Id } from "../../domain/ids.ts";
import type { Hub } from "./hub.ts";
import { frame } from "./messages.ts";

/** Makes what tells what has gone on since it was last called. Nobody is told of what took no time. */
export const createMovingTeller = ({ hub, db }: { hub: Hub; db: Database }) => {
  let told = new Map<Id, Retime>();
  const tell = (retime: Retime): void => {
    const { id, userId, tasks, done, isFinished: over } = retime;
    const before = told.get(id);
    if (before?.done === done && before.isFinished === over) return;
    hub.deliver([userId], frame({ type: "moving", id, tasks, done, over }));
    told.set(id, retime);
  };
  return async (): Promise<void> => {
    if (hub.following().length === 0) return;
    const moving = await listMoving(db);
    const listed = new Set(moving.map(({ id }) => id));
    for (const retime of moving) if (!retime.isFinished || told.has(retime.id)) tell(retime);
    // While nobody could ask for a while, it has ended and is listed no more.
    const gone = [...told.values()].filter(({ id, isFinished }) => !isFinished && !listed.has(id));
    for (const retime of gone) tell({ ...retime, isFinished: true });
    told = new Map([...told].filter(([id]) => listed.has(id)));
  };
};
