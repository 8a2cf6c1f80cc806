// How a route says no: it throws a refusal, and only onError knows which HTTP status that is.
import type * as z from "zod";
import { fieldErrors, type Refusal, type Result } from "../../domain/result.ts";

/** A refusal on its way to onError. `status` only where HTTP has a finer one than the code's (400 for broken JSON, 405). */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly status: number | undefined;
  readonly headers: Record<string, string>;
  constructor(refusal: Refusal, more: { status?: number; headers?: Record<string, string> } = {}) {
    super(refusal.message);
    this.name = "Refused";
    this.refusal = refusal;
    this.status = more.status;
    this.headers = more.headers ?? {};
  }
}

/** The value of a result; a refusal is thrown to onError. */
export const unwrap = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new Refused(result.error);
};

/** One wrong field as a refusal with code `invalid`. */
export const invalid = (path: string, message: string): Refused =>
  new Refused({ code: "invalid", message: `${path}: ${message}`, fields: [{ path, message }] });

/** What all validated routes do with a zod error. An id in the path that is no id names nothing: not_found. */
export const refuseInvalid = (
  result: { target: string } & ({ success: true } | { success: false; error: z.ZodError }),
): void => {
  if (result.success) return;
  if (result.target === "param") throw notFound();
  const fields = fieldErrors(result.error);
  const first = fields[0];
  const message = first ? `${first.path || "body"}: ${first.message}` : "the input is not valid";
  throw new Refused({ code: "invalid", message, fields });
};

/** The one answer for what does not exist and for what is not yours. */
export const notFound = (): Refused =>
  new Refused({ code: "not_found", message: "there is nothing of yours under this address" });
