// How far a change of settings is with a person's tasks, on all their devices: each gateway asks the database and tells its own sockets. Called by listener.ts.
import { listMoving } from "../../database/retimes/list-moving.ts";
import type { Database } from "../../database/pool.ts";
import type { Id } from "../../domain/ids.ts";
import type { Hub } from "./hub.ts";
import { frame } from "./messages.ts";

/** Makes what tells what has gone on since it was last called. Nobody is told of what took no time. */
export const createMovingTeller = ({ hub, db }: { hub: Hub; db: Database }) => {
  let told = new Map<Id, number>();
  return async (): Promise<void> => {
    if (hub.following().length === 0) return;
    const moving = await listMoving(db);
    const telling = moving.filter(({ id, isFinished }) => !isFinished || told.has(id));
    for (const { id, userId, tasks, done, isFinished } of telling) {
      const over = isFinished ? Infinity : done;
      if (told.get(id) === over) continue;
      hub.deliver([userId], frame({ type: "moving", id, tasks, done, over: isFinished }));
      told.set(id, over);
    }
    const known = new Set(moving.map(({ id }) => id));
    told = new Map([...told].filter(([id]) => known.has(id)));
  };
};
