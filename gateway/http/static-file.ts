// Sends one file of a known folder, with its type, an ETag and how long it may be kept. Called by the page and /docs.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "hono";
import { getMimeType } from "hono/utils/mime";

/** A plain file name: no folders, nothing hidden, nothing that leads out of the folder. */
const plainName = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

/** Kept for a year: for names that change with the content. */
export const immutable = "public, max-age=31536000, immutable";
/** Asked about each time, answered with 304 while it is the same. */
export const revalidated = "no-cache";

/** The file as a response, 304 when the caller has it, or null when there is no such file. */
export const sendFile = async (
  c: Context,
  folder: string,
  name: string,
  cacheControl: string,
): Promise<Response | null> => {
  if (!plainName.test(name)) return null;
  const path = join(folder, name);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  const headers = {
    "content-type": getMimeType(name) ?? "application/octet-stream",
    "cache-control": cacheControl,
    etag: `W/"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`,
  };
  if (c.req.header("if-none-match") === headers.etag) return c.body(null, 304, headers);
  return c.body(new Uint8Array(await readFile(path)), 200, headers);
};
