// What every error looks like over HTTP (RFC 9457, application/problem+json). The gateway writes it, clients parse it.
import * as z from "zod";
import { ErrorCode, FieldError } from "./result.ts";

/**
 * `code` is stable and meant for programs, `detail` is a sentence for a person, `fields` names each wrong field in dotted
 * form, `currentVersion` comes with `version_mismatch`. Quote `correlationId` when you report a problem.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: ErrorCode,
  fields: z.array(FieldError).optional(),
  currentVersion: z.int().optional(),
  correlationId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
