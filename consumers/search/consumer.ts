// Step 5: the snapshots in the events into the read model that lists read. Fed by reader.ts.
import type { Queryable } from "../../database/pool.ts";
import { projectTasks } from "../../database/tasks/project-tasks.ts";
import type { Event } from "../../domain/event.ts";
import type { Task } from "../../domain/task.ts";
import type { Consumer } from "../consumer.ts";

/** The tasks as the events left them; events about people have none. */
export const snapshots = (events: Event[]): Task[] =>
  events.flatMap((event) => ("task" in event.data ? [event.data.task] : []));

export const searchConsumer = (db: Queryable): Consumer => ({
  name: "search",
  store: async (events) => {
    await projectTasks(db, snapshots(events));
  },
});
