// Before step 1: one attempt to bring a file over HTTP, continuing what an earlier attempt left. Called by download.ts.
import { open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { calmly, megabytes, reasonOf } from "./progress.ts";

/** Deadlines in ms: `firstByteMs` until the answer's head, `stallMs` between two pieces of the body. */
export type Limits = {
  firstByteMs: number;
  stallMs: number;
  attempts: number;
  pauseMs: number;
  reportMs: number;
};

export const usualLimits: Limits = {
  firstByteMs: 10_000,
  stallMs: 30_000,
  attempts: 5,
  pauseMs: 1_000,
  reportMs: 2_000,
};

export type Transfer = {
  url: string;
  part: string;
  label: string;
  progress: (line: string) => void;
  limits: Limits;
  signal?: AbortSignal | undefined;
};

/** Whether another attempt may go well: "once begun" = only if the server has sent something before. */
export type Again = "yes" | "no" | "once begun";

/** Why a download failed, with the address in the message. */
export class DownloadFailed extends Error {
  override readonly name = "DownloadFailed";
  readonly again: Again;
  constructor(message: string, again: Again, cause?: unknown) {
    super(message, { cause });
    this.again = again;
  }
}

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

/** A GET whose answer must begin within `firstByteMs`; the returned `stop` ends it. Redirects are followed. */
export const request = async (
  url: string,
  options: { headers?: Record<string, string>; firstByteMs: number; signal?: AbortSignal | undefined },
): Promise<{ response: Response; stop: AbortController }> => {
  const stop = new AbortController();
  const late = `no answer within ${options.firstByteMs / 1000} s`;
  const timer = setTimeout(() => stop.abort(new Error(late)), options.firstByteMs);
  const signal = options.signal ? AbortSignal.any([stop.signal, options.signal]) : stop.signal;
  // `identity`: some servers call a .tgz "Content-Encoding: gzip", and fetch would then unpack it.
  const headers = { "accept-encoding": "identity", ...options.headers };
  try {
    return { response: await fetch(url, { headers, signal }), stop };
  } catch (error) {
    options.signal?.throwIfAborted();
    throw new DownloadFailed(`${url} could not be reached (${reasonOf(error)})`, "once begun", error);
  } finally {
    clearTimeout(timer);
  }
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
  throw new DownloadFailed(`${transfer.url} answered ${response.status}, expected 200`, busy ? "yes" : "no");
};

/** Writes the body from byte `from` on; throws `DownloadFailed` (again) when it stalls or ends early. */
const writeBody = async (
  transfer: Transfer,
  { response, stop }: { response: Response; stop: AbortController },
  from: number,
): Promise<void> => {
  const { url, part, label, limits, progress, signal } = transfer;
  const length = Number(response.headers.get("content-length") ?? Number.NaN);
  const total = Number.isNaN(length) ? null : from + length;
  const say = calmly(progress, limits.reportMs);
  const of = total === null ? "" : ` of ${megabytes(total)}`;
  let received = from;
  const stalled = () => stop.abort(new Error(`nothing came for ${limits.stallMs / 1000} s`));
  const timer = setTimeout(stalled, limits.stallMs);
  const file = await open(part, from === 0 ? "w" : "r+");
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
