// One line of a person's audit log: an event as the audit consumer stored it. GET /events shows it.
import * as z from "zod";
import { Source } from "./command.ts";
import { Changes } from "./changes.ts";
import { Id, Instant } from "./ids.ts";

/**
 * What changed, who did it, through which door, and why. `subject` is the task, person, reminder or notice, `version` its
 * version after the change; the type `punctual.log.gap.v1` marks a version of which nothing is known any more. `occurredAt` when it was committed, `recordedAt` when the log stored it, `seq` grows in the order of storing.
 */
export const AuditEntry = z.object({
  seq: z.int().min(1),
  eventId: Id,
  type: z.string(),
  subject: Id,
  ownerId: Id,
  actorId: Id,
  origin: z.union([Source, z.literal("unknown")]),
  device: z.string().nullable(),
  commandId: Id,
  correlationId: Id,
  causationId: Id,
  traceparent: z.string().nullable(),
  version: z.int().min(1),
  occurredAt: Instant,
  recordedAt: Instant,
  changes: Changes,
});
export type AuditEntry = z.infer<typeof AuditEntry>;
