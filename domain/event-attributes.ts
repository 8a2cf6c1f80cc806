// What every event carries. Used by event.ts and reminder-event.ts, and by the actors that make events.
import * as z from "zod";
import { type Origin, Source } from "./command.ts";
import { Id, Instant } from "./ids.ts";

/**
 * CloudEvents 1.0 attributes (§3) and our extension attributes, which the specification wants in lower case.
 * `subject` is the id of the task or user; `sequence` its version after the change.
 */
export const attributes = {
  specversion: z.literal("1.0"),
  id: Id,
  source: z.string(),
  subject: Id,
  time: Instant,
  datacontenttype: z.literal("application/json"),
  sequence: z.int().min(1),
  ownerid: Id,
  actorid: Id,
  origin: Source,
  device: z.string().optional(),
  commandid: Id,
  correlationid: Id,
  causationid: Id,
  traceparent: z.string().optional(),
};

/** The attributes an event takes from its command's origin. */
export const originAttributes = (origin: Origin) => ({
  specversion: "1.0" as const,
  datacontenttype: "application/json" as const,
  actorid: origin.actorId,
  origin: origin.source,
  commandid: origin.commandId,
  correlationid: origin.correlationId,
  causationid: origin.causationId,
  ...(origin.device === null ? {} : { device: origin.device }),
  ...(origin.traceparent === null ? {} : { traceparent: origin.traceparent }),
});
