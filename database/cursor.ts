// Opaque cursors of paged lists: the sort key of a page's last row, in base64url. Used by the list statements.
import type * as z from "zod";
import { ok, refuse, type Result } from "../domain/result.ts";

export const cursorOf = (place: unknown): string =>
  Buffer.from(JSON.stringify(place)).toString("base64url");

/** The place a cursor names, null when there is none, a refusal with `invalid` when it was not made by `cursorOf`. */
export const readCursor = <T>(
  schema: z.ZodType<T>,
  cursor: string | undefined,
): Result<T | null> => {
  if (cursor === undefined) return ok(null);
  const place = schema.safeParse(decode(cursor));
  if (place.success) return ok(place.data);
  const message = "must be a cursor that a list gave as `next`";
  return refuse("invalid", `cursor: ${message}`, { fields: [{ path: "cursor", message }] });
};

const decode = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
};
