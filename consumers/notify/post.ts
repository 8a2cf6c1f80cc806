// One POST to an address that a person entered. Called by push.ts and webhook.ts.
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { createLookup, RefusedAddress, refusePrivateHost, type Rules } from "./address-guard.ts";
import { failed, impossible, type Outcome } from "./channel.ts";

type Letter = {
  url: string;
  headers: Record<string, string | number>;
  body: string | Buffer;
  deadlineMs: number;
};

/**
 * Sends, follows no redirect, and answers with the status; the answer's body is not read. Throws RefusedAddress for an
 * address that is not public, and what the network does otherwise; never takes longer than `deadlineMs`.
 */
export type Post = (letter: Letter) => Promise<number>;

export const createPost =
  (rules: Rules): Post =>
  ({ url, headers, body, deadlineMs }) =>
    new Promise((answered, reject) => {
      const target = new URL(url);
      if (!rules.allowPrivate) refusePrivateHost(target.hostname);
      const request = target.protocol === "https:" ? requestHttps : requestHttp;
      const sending = request(target, {
        method: "POST",
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        agent: false, // a connection of its own: what is kept alive would be shared between people
        signal: AbortSignal.timeout(deadlineMs),
        lookup: createLookup(rules),
      });
      sending.once("response", (response) => {
        answered(response.statusCode ?? 0);
        response.destroy();
      });
      sending.on("error", reject);
      sending.end(body);
    });

/** What came of a POST that had no answer. */
export const withoutAnswer = (who: string, error: unknown): Outcome => {
  if (error instanceof RefusedAddress)
    return impossible(`${who} has an address that is not public, and such are not asked`);
  if (!(error instanceof Error)) return failed(`${who} could not be reached`);
  if (error.name === "AbortError" || error.name === "TimeoutError")
    return failed(`${who} did not answer in time`);
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return failed(`${who} could not be reached: ${code}`);
};
