// An answer in pieces: server-sent events (HTML Living Standard §9.2). Called by POST /chat for those who accept them.
import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { GatewayEnv } from "./env.ts";
import { onError } from "./on-error.ts";

/** Proxies and browsers take a silent connection for a dead one. */
const aliveEveryMs = 2_000;

/** Whether the caller prefers an answer in pieces; JSON is what everyone else gets. */
export const wantsEvents = (accept: string | undefined): boolean =>
  (accept ?? "")
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .some((part) => /^text\/event-stream\s*(?:;(?!\s*q=0(?:\.0*)?\s*$).*)?$/.test(part));

/**
 * Answers 200 at once and then sends `text` (a JSON string) for each piece, and at the end `reply` with the result or `problem`
 * with what would have been the body of an error. Who goes away in between loses the answer; what `work` has begun to do
 * is done. The context's `ended` resolves at the end with the status that the answer would have had.
 */
export const streamEvents = (
  c: Context<GatewayEnv>,
  work: (onText: (delta: string) => void) => Promise<unknown>,
): Response => {
  c.header("X-Accel-Buffering", "no");
  const ended = Promise.withResolvers<number>();
  c.set("ended", ended.promise);
  return streamSSE(c, async (stream) => {
    const sender = inTurn(stream);
    const { send } = sender;
    send(": hello\n\n");
    let status = 200;
    const alive = setInterval(() => send(": alive\n\n"), aliveEveryMs);
    try {
      const reply = await work((delta) => send(event("text", JSON.stringify(delta))));
      send(event("reply", JSON.stringify(reply)));
    } catch (error) {
      const problem = onError(error instanceof Error ? error : new Error(String(error)), c);
      status = problem.status;
      send(event("problem", await problem.text()));
    } finally {
      clearInterval(alive);
      await sender.over().finally(() => ended.resolve(status));
    }
  });
};

const event = (name: string, data: string): string => `event: ${name}\ndata: ${data}\n\n`;

/** Writes one after the other; `over` resolves when all is written. A reader who is gone is no error. */
const inTurn = (stream: SSEStreamingApi) => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    send: (text: string): void => {
      last = last.then(() => (stream.closed || stream.aborted ? null : stream.write(text)));
    },
    over: () => last,
  };
};
