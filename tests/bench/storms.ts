// The worst that can be asked of the gateway, a row of the benchmark each. Used by neighbour.ts.
import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { newId } from "../../domain/ids.ts";
import type { Person } from "../client.ts";
import type { Stack } from "../running-stack.ts";
import { atOnce } from "./load.ts";

const agent = new Agent({ keepAlive: true });
type Sent = { method: string; path: string; token?: string | undefined; body?: Buffer | undefined };

/** The status of one request; "none" when no answer came. */
export const send = (url: string, { method, path, token, body }: Sent): Promise<string> =>
  new Promise((resolve) => {
    const headers = {
      ...(body && { "content-type": "application/json", "content-length": String(body.length) }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const asked = request(`${url}${path}`, { agent, method, headers, timeout: 30_000 });
    asked.on("response", (answer) => {
      answer.resume();
      answer.on("end", () => resolve(String(answer.statusCode)));
      answer.on("error", () => resolve("none"));
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve("none"));
    asked.end(body);
  });

/** A body. */
export const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** `{"a":{"a":…` as deep as so many bytes allow. */
const deepBody = (bytes: number): Buffer => {
  const levels = Math.floor(bytes / 6);
  return Buffer.from(`${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`);
};

const longMessage = (at: number): string =>
  `${at} ${"please remember to buy the milk and call Bob about it ".repeat(11)}`.slice(0, 590);

/** Something bad, done by `who`; the statuses of what was answered to it. */
export type Storm = { name: string; run: (stack: Stack, who: Person) => Promise<string[]> };

const deep = (kilobytes: number): Storm => ({
  name: `a deep body of ${kilobytes} kB, three times without and three times with a token`,
  run: async ({ url }, { token }) => {
    const body = deepBody(kilobytes * 1_000);
    const statuses: string[] = [];
    for (const by of [undefined, token, undefined, token, undefined, token])
      statuses.push(await send(url, { method: "POST", path: "/tasks", token: by, body }));
    return statuses;
  },
});

const many = async (
  width: number,
  count: number,
  one: (at: number) => Promise<string>,
): Promise<string[]> => {
  const statuses: string[] = [];
  await atOnce(width, count, async (at) => void statuses.push(await one(at)));
  return statuses;
};

export const storms: Storm[] = [
  { name: "nothing else", run: () => pause(5_000, []) },
  {
    name: "70 sign-ups at once",
    run: ({ url }) =>
      many(70, 70, () => {
        const email = `${newId()}@example.com`;
        const body = json({ name: "Eve", email, password: "correct horse battery" });
        return send(url, { method: "POST", path: "/api/auth/sign-up/email", body });
      }),
  },
  {
    name: "24 long chat messages at once",
    run: ({ url }, { token }) =>
      many(24, 24, (at) => {
        const body = json({ message: longMessage(at) });
        return send(url, { method: "POST", path: "/chat", token, body });
      }),
  },
  {
    name: "300 orders in a row",
    run: ({ url }, { token }) =>
      many(1, 300, (at) => {
        const body = json({ message: `add buy bread ${at} tomorrow 5pm` });
        return send(url, { method: "POST", path: "/chat", token, body });
      }),
  },
  deep(96),
  deep(294),
  deep(1_000),
];
