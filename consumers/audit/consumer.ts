// Step 5: every event once into the audit log. Fed by reader.ts.
import { appendEvents } from "../../database/audit/append-events.ts";
import type { Queryable } from "../../database/pool.ts";
import type { Consumer } from "../consumer.ts";

export const auditConsumer = (db: Queryable): Consumer => ({
  name: "audit",
  store: async (events) => {
    await appendEvents(db, events);
  },
});
