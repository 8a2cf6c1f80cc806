// Step 1 of the trip: one HTTP request with a deadline, repeated while the gateway is away. Called by the other files here.
import { isPassing, type Problem, readProblem, unreachable } from "./problem.ts";

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** What makes a write repeatable: `key` is kept over every attempt, `correlationId` follows it to the socket and the log. */
export type Ticket = { key: string; correlationId: string };

export type Call = {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: unknown;
  ticket?: Ticket;
  device?: string;
};

/** The outside world of a request; tests give their own. */
export type Net = {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  wait: (ms: number) => Promise<void>;
  now: () => number;
};

export const browserNet: Net = {
  fetch: (url, init) => fetch(url, init),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: Date.now,
};

/** One attempt may take this long (the gateway gives up after 15 s). */
const attemptTimeoutMs = 16_000;
/** No new attempt begins after this: a write outlives a restart of the gateway, a read has a person waiting for it. */
const giveUpMs = { write: 60_000, read: 10_000 };
const pausesMs = [300, 1_000, 2_000, 4_000];
const longPauseMs = 8_000;

/**
 * Sends a request and reads JSON. A read, or a write with a ticket, is repeated while nothing answers (its key makes that
 * harmless); anything else is tried once. Never throws: what went wrong is a `Problem`.
 */
export const request = async <T>(
  path: string,
  call: Call = {},
  net: Net = browserNet,
): Promise<Answer<T>> => {
  const isRead = (call.method ?? "GET") === "GET";
  const startedAt = net.now();
  const patienceMs = isRead ? giveUpMs.read : call.ticket ? giveUpMs.write : 0;
  for (let repeats = 0; ; repeats += 1) {
    const answer = await attempt<T>(path, call, net);
    if (answer.ok || !isPassing(answer.problem)) return answer;
    const pause = pausesMs[repeats] ?? longPauseMs;
    if (net.now() + pause - startedAt > patienceMs) return answer;
    await net.wait(pause);
  }
};

const attempt = async <T>(path: string, call: Call, net: Net): Promise<Answer<T>> => {
  try {
    const response = await net.fetch(path, {
      method: call.method ?? "GET",
      headers: headersOf(call),
      credentials: "same-origin",
      signal: AbortSignal.timeout(attemptTimeoutMs),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    if (!response.ok) return { ok: false, problem: await readProblem(response) };
    const text = await response.text();
    return { ok: true, value: (text === "" ? null : JSON.parse(text)) as T };
  } catch {
    return { ok: false, problem: unreachable };
  }
};

const headersOf = ({ body, ticket, device }: Call): Record<string, string> => ({
  accept: "application/json",
  ...(body === undefined ? {} : { "content-type": "application/json" }),
  ...(ticket && { "idempotency-key": ticket.key, "x-correlation-id": ticket.correlationId }),
  ...(device !== undefined && { "x-device-id": device }),
});
