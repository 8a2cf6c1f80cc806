// Before step 1: brings an official archive with its published checksum. Called by the parts' release routes.
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Algorithm, type Checksum, hashFile, readChecksum } from "./checksum.ts";
import type { GetContext } from "./context.ts";
import { reasonOf } from "./progress.ts";
import { DownloadFailed, request, usualLimits } from "./request.ts";
import { transferOnce } from "./transfer.ts";

/** `file`: absolute path for the finished file. `label` starts each progress line. */
export type Download = { url: string; file: string; checksum: Checksum; label: string };

/** Of the context, what a download needs. */
export type DownloadContext = Pick<GetContext, "progress" | "limits" | "signal">;

const textLimit = 1_000_000;

/** A small text (a checksum file, an API's answer), at most 1 MB. Throws `DownloadFailed`. */
export const fetchText = async (ctx: DownloadContext, url: string): Promise<string> => {
  const { firstByteMs, stallMs } = { ...usualLimits, ...ctx.limits };
  const { response, stop } = await request(url, { firstByteMs, signal: ctx.signal });
  const timer = setTimeout(() => stop.abort(new Error("it came too slowly")), stallMs);
  try {
    if (!response.ok) {
      throw new DownloadFailed(`${url} answered ${response.status}, expected 200`, "no");
    }
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > textLimit) throw new DownloadFailed(`${url} is longer than 1 MB`, "no");
    }
    return text;
  } catch (error) {
    ctx.signal?.throwIfAborted();
    if (error instanceof DownloadFailed) throw error;
    throw new DownloadFailed(`${url} could not be read (${reasonOf(error)})`, "no", error);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
};

/** The checksum published at `url` for `fileName`. Throws when the file there does not name it. */
export const fetchChecksum = async (
  ctx: DownloadContext,
  url: string,
  algorithm: Algorithm,
  fileName: string,
): Promise<Checksum> => {
  const checksum = readChecksum(await fetchText(ctx, url), algorithm, fileName);
  if (checksum) return checksum;
  throw new DownloadFailed(`${url} holds no ${algorithm} checksum of ${fileName}`, "no");
};

const verify = async ({ url, checksum }: Download, part: string): Promise<void> => {
  const got = await hashFile(part, checksum.algorithm);
  if (got === checksum.hex) return;
  await rm(part, { force: true });
  await rm(`${part}.json`, { force: true });
  throw new DownloadFailed(
    `${url} has the wrong ${checksum.algorithm} checksum: expected ${checksum.hex}, got ${got}; the file was removed`,
    "no",
  );
};

/** An address that cannot be reached at all fails at once, so that a machine without network waits for nothing. */
const mayRetry = (error: unknown, attempt: number): error is DownloadFailed =>
  error instanceof DownloadFailed &&
  (error.again === "yes" || (error.again === "once begun" && attempt > 1));

/**
 * Downloads to `file`, which appears only complete and with the right checksum. A cut connection is continued with
 * Range where the server can, else started over; a partial file stays for the next start. Throws `DownloadFailed`.
 */
export const download = async (ctx: DownloadContext, wanted: Download): Promise<void> => {
  const { progress, signal } = ctx;
  const limits = { ...usualLimits, ...ctx.limits };
  const part = `${wanted.file}.part`;
  await mkdir(dirname(wanted.file), { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await transferOnce({ ...wanted, part, limits, progress, signal });
      break;
    } catch (error) {
      if (!mayRetry(error, attempt)) throw error;
      if (attempt >= limits.attempts) {
        throw new DownloadFailed(`${error.message}, ${attempt} attempts`, "no", error.cause);
      }
      progress(`${wanted.label}: ${error.message}; trying again`);
      await pause(limits.pauseMs * attempt, undefined, { signal });
    }
  }
  await verify(wanted, part);
  await rename(part, wanted.file);
  await rm(`${part}.json`, { force: true });
};
