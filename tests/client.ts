// A person at the public HTTP API, for whole-stack tests: signs up, changes tasks, asks. Knows nothing of what is inside.
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { AuditEntry } from "../domain/audit.ts";
import { newId } from "../domain/ids.ts";
import { Problem } from "../domain/problem.ts";
import { ChatReply } from "../domain/reply.ts";
import { Settings } from "../domain/settings.ts";
import { Task, type TaskPatch } from "../domain/task.ts";
import { postAsNeighbour } from "./neighbours.ts";

const TaskPage = z.object({ tasks: z.array(Task), next: z.string().nullable() });
const EventPage = z.object({ events: z.array(AuditEntry), next: z.string().nullable() });
const SignedIn = z.object({ token: z.string(), user: z.object({ id: z.string() }) });
type Query = Record<string, string | number>;
type Headers = Record<string, string>;
type Part = "" | "/complete" | "/reopen" | "/restore";

/** What a request may carry. A string body is sent as it is; everything else as JSON. */
export type More = { body?: unknown; headers?: Headers; query?: Query };

/** Longest wait for one answer; the gateway itself gives up on an actor after 15 s. */
const answerWithinMs = 30_000;

/** Sends one request. Throws when no connection could be made or no answer came. */
export const send = (url: string, method: string, path: string, more: More = {}) => {
  const query = new URLSearchParams(
    Object.entries(more.query ?? {}).map(([name, value]) => [name, String(value)]),
  );
  const { body } = more;
  const sent =
    body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const type = body === undefined ? {} : { "content-type": "application/json" };
  return fetch(`${url}${path}${query.size > 0 ? `?${query}` : ""}`, {
    method,
    headers: { ...type, ...more.headers },
    signal: AbortSignal.timeout(answerWithinMs),
    ...sent,
  });
};

/** The problem of a refused request; throws when the answer is not problem+json that agrees with its status. */
export const problemOf = async (answer: Response): Promise<Problem> => {
  const type = answer.headers.get("content-type") ?? "none";
  const text = await answer.text();
  if (!type.startsWith("application/problem+json"))
    throw new Error(`${answer.status} came as ${type}: ${text.slice(0, 300)}`);
  const problem = Problem.parse(JSON.parse(text));
  if (problem.status !== answer.status) throw new Error(`${answer.status} says ${text}`);
  return problem;
};

/** The answer as `schema` says; throws with the problem when the request was refused. */
const expectOf = async <T>(schema: z.ZodType<T>, answer: Response): Promise<T> => {
  if (answer.ok) return schema.parse(await answer.json());
  const text = (await answer.text()).slice(0, 500);
  throw new Error(`${answer.url || "the sign-up"} answered ${answer.status}: ${text}`);
};

/** An account. Too many sign-ups from one address, or at once, are waited for as the server says. */
const register = async (url: string, body: object): Promise<Response> => {
  const door = new URL("/api/auth/sign-up/email", url);
  for (let attempt = 0; ; attempt += 1) {
    const answer = await postAsNeighbour(door, body, answerWithinMs);
    if (answer.status !== 429 || attempt === 5) return answer;
    await sleep(1_000 * Number(answer.headers.get("retry-after") ?? 1));
  }
};

/** A signed-up person with a bearer token and the session cookie. */
export type Person = ReturnType<typeof personOf>;

/** Makes an account with a random address and signs in. */
export const signUp = async (url: string, name = "Ada"): Promise<Person> => {
  const account = {
    name,
    email: `${name.toLowerCase()}-${newId()}@example.com`,
    password: "correct horse battery",
  };
  const answer = await register(url, account);
  const signed = answer.headers.get("set-auth-token") ?? "";
  const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  const { token, user } = await expectOf(SignedIn, answer);
  return personOf(url, { ...account, token, signed, cookie: cookie.join("; "), userId: user.id });
};

type Account = {
  name: string;
  email: string;
  password: string;
  userId: string;
  /** The bearer token, and its signed form. */
  token: string;
  signed: string;
  /** What a browser sends as `Cookie`. */
  cookie: string;
};

const personOf = (url: string, account: Account) => {
  const call = (method: string, path: string, more: More = {}) => {
    const headers = { authorization: `Bearer ${account.token}`, ...more.headers };
    return send(url, method, path, { ...more, headers });
  };
  const task = async (answer: Promise<Response>) => expectOf(Task, await answer);
  const page = async (query: Query = {}) =>
    expectOf(TaskPage, await call("GET", "/tasks", { query }));
  const events = async (query: Query = {}) =>
    expectOf(EventPage, await call("GET", "/events", { query }));

  return {
    ...account,
    url,
    /** Any request with the bearer token; its answer unjudged. */
    call,
    /** The same with the session cookie in place of the token, as the page does it. */
    callByCookie: (method: string, path: string, more: More = {}) =>
      send(url, method, path, { ...more, headers: { cookie: account.cookie, ...more.headers } }),
    create: (body: TaskPatch & { id?: string }, headers: Headers = {}) =>
      task(call("POST", "/tasks", { body, headers })),
    read: (id: string) => task(call("GET", `/tasks/${id}`)),
    patch: (id: string, body: TaskPatch, headers: Headers = {}) =>
      task(call("PATCH", `/tasks/${id}`, { body, headers })),
    put: (id: string, body: TaskPatch, headers: Headers = {}) =>
      task(call("PUT", `/tasks/${id}`, { body, headers })),
    /** POST to the task or one of its verbs. */
    post: (id: string, part: Part, headers: Headers = {}) =>
      task(call("POST", `/tasks/${id}${part}`, { headers })),
    remove: (id: string, headers: Headers = {}) =>
      task(call("DELETE", `/tasks/${id}`, { headers })),
    page,
    /** Every task a list shows, page by page. */
    list: async (query: Query = {}): Promise<Task[]> => {
      const { tasks, next } = await page({ limit: 200, ...query });
      for (let cursor = next; cursor !== null;) {
        const more = await page({ limit: 200, ...query, cursor });
        tasks.push(...more.tasks);
        cursor = more.next;
      }
      return tasks;
    },
    events,
    say: async (message: string, headers: Headers = {}, timeZone = "Europe/Berlin") =>
      expectOf(ChatReply, await call("POST", "/chat", { body: { message, timeZone }, headers })),
    settings: async () => expectOf(Settings, await call("GET", "/settings")),
  };
};
