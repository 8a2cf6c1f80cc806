// Step 1 of the trip: one HTTP request with a deadline, repeated while the gateway is away. Called by the other files here.
import { readEvents } from "./events.ts";
import { isPassing, type Problem, problemOf, readProblem, unreachable } from "./problem.ts";

/** `version` is that of what was read or changed, where the answer names it by an ETag. */
export type Answer<T> = { ok: true; value: T; version?: number } | { ok: false; problem: Problem };

/** What makes a write repeatable: `key` is kept over every attempt, `correlationId` follows it to the socket and the log. */
export type Ticket = { key: string; correlationId: string };

export type Call = {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: unknown;
  ticket?: Ticket;
  device?: string;
  /** The version the change was made on: another one is refused with `version_mismatch`. */
  ifVersion?: number | undefined;
  /**
   * Hears the words of an answer while it is being made. Where the server streams (`text`, then `reply` or `problem`), they
   * come piece by piece; null means that what was heard is void, the answer begins anew.
   */
  onWords?: (words: string | null) => void;
};

/** The outside world of a request; tests give their own. */
export type Net = {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  wait: (ms: number) => Promise<void>;
  now: () => number;
  /** Aborted when the person has left: what is not under way yet is then not sent, it would go out as whoever signs in next. */
  over?: AbortSignal;
  /** Each request is tried once: who asks tries again by themselves. */
  once?: true;
};

export const browserNet: Net = {
  fetch: (url, init) => fetch(url, init),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: Date.now,
};

/** The browser's network for as long as a person is here. */
export const netUntil = (over: AbortSignal): Net => ({
  ...browserNet,
  over,
  wait: (ms) => Promise.race([browserNet.wait(ms), aborted(over)]),
});

/** The browser's network while a line holds, each request tried once; what is under way when the line is lost ends without an answer. */
export const netWhile = (line: () => AbortSignal): Net => ({
  ...browserNet,
  once: true,
  fetch: (url, { signal, ...init }) =>
    fetch(url, { ...init, signal: AbortSignal.any([line(), ...(signal ? [signal] : [])]) }),
});

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));

/** One attempt may take this long (the gateway gives up after 15 s). */
const attemptTimeoutMs = 16_000;
/** No new attempt begins after this: a write outlives a restart of the gateway, a read has a person waiting for it. */
const giveUpMs = { write: 60_000, read: 10_000 };
const pausesMs = [300, 1_000, 2_000, 4_000];
const longPauseMs = 8_000;

/**
 * Sends a request and reads JSON. A read, or a write with a ticket, is repeated while nothing answers or it came too
 * fast (its key makes that harmless); anything else is tried once. Never throws: what went wrong is a `Problem`.
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
    if (net.over?.aborted) return { ok: false, problem: unreachable };
    if (repeats > 0) call.onWords?.(null);
    const answer = await attempt<T>(path, call, net);
    if (answer.ok || net.once || !isPassing(answer.problem)) return answer;
    const { retryAfterMs = 0 } = answer.problem;
    const pause = Math.max(pausesMs[repeats] ?? longPauseMs, retryAfterMs);
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
    if (isStream(response)) return await streamed<T>(response, call);
    const text = await response.text();
    const value = (text === "" ? null : JSON.parse(text)) as T;
    const version = versionOf(response);
    return { ok: true, value, ...(version !== undefined && { version }) };
  } catch {
    return { ok: false, problem: unreachable };
  }
};

const versionOf = (response: Response): number | undefined => {
  const tag = /^(?:W\/)?"(\d+)"$/.exec(response.headers.get("etag") ?? "")?.[1];
  return tag === undefined ? undefined : Number(tag);
};

const isStream = (response: Response): boolean =>
  (response.headers.get("content-type") ?? "").startsWith("text/event-stream");

/** A stream's words on their way, and its answer at the end. One that was cut off has none, like a lost line. */
const streamed = async <T>(response: Response, { onWords }: Call): Promise<Answer<T>> => {
  if (response.body === null) return { ok: false, problem: unreachable };
  for await (const { name, data } of readEvents(response.body)) {
    if (name === "text") onWords?.(JSON.parse(data) as string);
    if (name === "reply") return { ok: true, value: JSON.parse(data) as T };
    if (name === "problem") return { ok: false, problem: problemOf(JSON.parse(data) as object) };
  }
  return { ok: false, problem: unreachable };
};

const headersOf = ({ body, ticket, device, ifVersion, onWords }: Call): Record<string, string> => ({
  accept: onWords ? "text/event-stream, application/json" : "application/json",
  ...(body === undefined ? {} : { "content-type": "application/json" }),
  ...(ticket && { "idempotency-key": ticket.key, "x-correlation-id": ticket.correlationId }),
  ...(device !== undefined && { "x-device-id": device }),
  ...(ifVersion !== undefined && { "if-match": `"${ifVersion}"` }),
});
