// Before step 1: one attempt to bring a file over HTTP, continuing what an earlier attempt left. Called by download.ts.
import { open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { calmly, megabytes, reasonOf } from "./progress.ts";
import { DownloadFailed, type Limits, request } from "./request.ts";

export type Transfer = {
  url: string;
  part: string;
  label: string;
  progress: (line: string) => void;
  limits: Limits;
  signal?: AbortSignal | undefined;
};

/** What is known of a partial file: from which address and, for `If-Range`, which version of it. */
type Left = { url: string; validator: string };

const leftOf = async (transfer: Transfer): Promise<{ size: number; validator: string } | null> => {
  try {
    const left = JSON.parse(await readFile(`${transfer.part}.json`, "utf8")) as Left;
    const { size } = await stat(transfer.part);
    return left.url === transfer.url && size > 0 ? { size, validator: left.validator } : null;
  } catch {
    return null;
  }
};

/** `If-Range` takes a strong ETag or a date (RFC 9110 §13.1.5). Without either, a cut download starts over. */
const validatorOf = (headers: Headers): string | null => {
  const tag = headers.get("etag");
  return tag && !tag.startsWith("W/") ? tag : headers.get("last-modified");
};

/** How the answer continues the partial file: byte to go on at, or null when the part is complete already. */
const startAt = async (
  transfer: Transfer,
  response: Response,
  size: number,
): Promise<number | null> => {
  const range = response.headers.get("content-range") ?? "";
  if (response.status === 200) return 0;
  if (response.status === 206 && range.startsWith(`bytes ${size}-`)) return size;
  await response.body?.cancel();
  if (response.status === 416 && range === `bytes */${size}`) return null;
  if (response.status === 206 || response.status === 416) {
    await rm(transfer.part, { force: true });
    throw new DownloadFailed(`${transfer.url} continued at another byte than asked`, "yes");
  }
  const busy = response.status === 429 || response.status >= 500;
  throw new DownloadFailed(
    `${transfer.url} answered ${response.status}, expected 200`,
    busy ? "yes" : "no",
  );
};

/** Bytes of the whole file; null when the server does not say, or says it of a packed form that fetch unpacks. */
const totalOf = (headers: Headers, from: number): number | null => {
  const length = headers.get("content-length");
  return length === null || headers.has("content-encoding") ? null : from + Number(length);
};

/** Writes the body from byte `from` on; throws `DownloadFailed` (again) when it stalls or ends early. */
const writeBody = async (
  transfer: Transfer,
  { response, stop }: { response: Response; stop: AbortController },
  from: number,
): Promise<void> => {
  const { url, part, label, limits, progress, signal } = transfer;
  const total = totalOf(response.headers, from);
  const say = calmly(progress, limits.reportMs);
  const of = total === null ? "" : ` of ${megabytes(total)}`;
  let received = from;
  const file = await open(part, from === 0 ? "w" : "r+");
  const stalled = () => stop.abort(new Error(`nothing came for ${limits.stallMs / 1000} s`));
  const timer = setTimeout(stalled, limits.stallMs);
  try {
    for await (const chunk of response.body ?? []) {
      timer.refresh();
      await file.write(chunk, 0, chunk.length, received);
      received += chunk.length;
      const percent = total === null ? "" : `${Math.floor((received / total) * 100)} %, `;
      say(() => `${label}: ${percent}${megabytes(received)}${of}`);
    }
    if (total !== null && received !== total) throw new Error("the connection was cut");
  } catch (error) {
    signal?.throwIfAborted();
    const message = `${url} stopped after ${megabytes(received)}${of} (${reasonOf(error)})`;
    throw new DownloadFailed(message, "yes", error);
  } finally {
    clearTimeout(timer);
    await file.close();
  }
};

/** Brings `url` into `part`, going on where an earlier attempt stopped if the server can (Range, If-Range). */
export const transferOnce = async (transfer: Transfer): Promise<void> => {
  const left = await leftOf(transfer);
  const headers: Record<string, string> = left
    ? { range: `bytes=${left.size}-`, "if-range": left.validator }
    : {};
  const { firstByteMs } = transfer.limits;
  const answer = await request(transfer.url, { headers, firstByteMs, signal: transfer.signal });
  const from = await startAt(transfer, answer.response, left?.size ?? 0);
  if (from === null) return;
  const validator = validatorOf(answer.response.headers);
  if (validator === null) await rm(`${transfer.part}.json`, { force: true });
  else await writeFile(`${transfer.part}.json`, JSON.stringify({ url: transfer.url, validator }));
  await writeBody(transfer, answer, from);
};
