// Before step 1: one HTTP GET with deadlines, and why it failed. Called by transfer.ts and download.ts.
import { reasonOf } from "./progress.ts";

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

/** A GET whose answer must begin within `firstByteMs`; the returned `stop` ends it. Redirects are followed. */
export const request = async (
  url: string,
  options: {
    headers?: Record<string, string>;
    firstByteMs: number;
    signal?: AbortSignal | undefined;
  },
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
    throw new DownloadFailed(
      `${url} could not be reached (${reasonOf(error)})`,
      "once begun",
      error,
    );
  } finally {
    clearTimeout(timer);
  }
};
