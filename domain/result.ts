// What a person can cause is a value. Every refusal in the system is one of these; only bugs and networks throw.
import * as z from "zod";

/** Every stable error code. Clients may switch on these; a code never changes its meaning. */
export const ErrorCode = z.enum([
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "nothing_to_undo",
  "version_mismatch",
  "idempotency_mismatch",
  "payload_too_large",
  "unsupported_media_type",
  "rate_limited",
  "unavailable",
  "internal",
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** One wrong field: `path` in dotted form (`due.at`), `message` says what would be right. */
export const FieldError = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** A refusal: a code, a sentence for a person, the wrong fields if any, and the current version where it helps. */
export const Refusal = z.object({
  code: ErrorCode,
  message: z.string(),
  fields: z.array(FieldError).optional(),
  currentVersion: z.int().optional(),
});
export type Refusal = z.infer<typeof Refusal>;

export type Refused = { ok: false; error: Refusal };
export type Result<T> = { ok: true; value: T } | Refused;

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (
  code: ErrorCode,
  message: string,
  more: Omit<Refusal, "code" | "message"> = {},
): Refused => ({
  ok: false,
  error: { code, message, ...more },
});

/** Nobody reads more complaints than this, and what is wrong may be wrong twenty thousand times. */
const maxFieldErrors = 50;
const maxPath = 200;

/** A zod error as field errors, the paths as a client wrote them; of very many the first. */
export const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.slice(0, maxFieldErrors).flatMap(errorsOf).slice(0, maxFieldErrors);

const errorsOf = (issue: z.core.$ZodIssue): FieldError[] => {
  const at = issue.path.map(String);
  if (issue.code !== "unrecognized_keys") return [{ path: pathOf(at), message: issue.message }];
  return issue.keys.slice(0, maxFieldErrors).map((key) => ({
    path: pathOf([...at, key]),
    message: "is not a field that can be set here",
  }));
};

/** What a client calls a field may be as long as its whole request. */
const pathOf = (at: string[]): string => {
  const path = at.join(".");
  return path.length > maxPath ? `${path.slice(0, maxPath)}…` : path;
};

/** Parses what came from outside: a refusal with code `invalid` names each wrong field. */
export const parse = <T>(schema: z.ZodType<T>, input: unknown): Result<T> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const fields = fieldErrors(parsed.error);
  const first = fields[0];
  return refuse(
    "invalid",
    first ? `${first.path || "body"}: ${first.message}` : "the input is not valid",
    { fields },
  );
};
