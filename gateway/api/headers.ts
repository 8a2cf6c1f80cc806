// The headers a write may carry and an answer has, as the API page shows them.
import { z } from "zod";

const visible = (what: string, max: number) =>
  z
    .string()
    .regex(/^[\x21-\x7e]+$/, `must be 1 to ${max} visible ASCII characters`)
    .max(max, `must be 1 to ${max} visible ASCII characters`)
    .optional()
    .meta({ description: what });

export const WriteHeaders = z.object({
  "Idempotency-Key": visible(
    "Repeating a request with the same key and body gives the same answer for 7 days and changes nothing again. A UUID is also taken as the change's `commandId`.",
    255,
  ),
  "X-Device-Id": visible(
    "Names the device in the history, and in the updates other devices get.",
    64,
  ),
});

export const ConditionalHeaders = WriteHeaders.extend({
  "If-Match": z.string().max(64).optional().meta({
    description: 'The ETag the change is meant for, such as "3"; another version answers 412.',
  }),
});

/** Documented for an answer that holds a versioned thing. */
export const etagHeader = {
  ETag: {
    description: "The version, in quotes.",
    schema: { type: "string" as const },
    example: '"1"',
  },
};
