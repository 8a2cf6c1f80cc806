// Hands a request on to better-auth and gives its answer as one of ours. Called by the account's doors.
import type { Context } from "hono";
import { ping } from "../../database/ping.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv } from "../http/env.ts";
import { Refused } from "../http/refused.ts";
import { clientAddressHeader } from "./auth.ts";
import type { Doors } from "./doors.ts";
import { closeEndedSoon } from "./ended.ts";
import { authRefusal } from "./problem.ts";

/** What hashes a password; a sign-up takes its turn itself, around more. */
const hashes = /\/(?:sign-in\/email|two-factor\/(?:enable|disable|generate-backup-codes))$/;
/** What ends this session for good. Where it only gets another token, its sockets hear of it when the new cookie is there. */
const ends = /\/sign-out$/;

type PassDeps = Pick<AppDeps, "auth" | "db" | "hub" | "log" | "sessions">;

export type Pass = (
  c: Context<GatewayEnv>,
  body?: unknown,
  method?: "GET" | "POST",
) => Promise<Response>;

/** `body` and `method` in the place of those that came. What better-auth refuses is thrown as a refusal of ours. */
export const createPass = (deps: PassDeps, { passwords, addressOf }: Doors): Pass => {
  const asked = async (c: Context<GatewayEnv>, body: unknown, method: string): Promise<Request> => {
    const headers = new Headers(c.req.raw.headers);
    headers.set(clientAddressHeader, addressOf(c));
    headers.delete("content-length");
    if (!headers.has("sec-fetch-site")) forgetFetchMode(headers);
    const sent = method === "GET" ? {} : { body: JSON.stringify(body ?? (await jsonOf(c))) };
    headers.set("content-type", "application/json");
    return new Request(c.req.url, { method, headers, ...sent });
  };
  return async (c, body, method) => {
    const request = await asked(c, body, method ?? c.req.method);
    const ask = () => deps.auth.handler(request);
    const answer = await (hashes.test(c.req.path) ? passwords.inTurn(ask) : ask());
    if (answer.status >= 500) await ping(deps.db); // better-auth hides what failed: when it is the database, say so
    if (answer.status >= 400) throw await authRefusal(answer);
    if (c.req.method !== "GET") deps.sessions.forget();
    if (ends.test(c.req.path)) await closeEndedSoon(deps);
    return answer;
  };
};

/**
 * Node's fetch sends a lone Sec-Fetch-Mode, from which better-auth concludes a browser and asks for an Origin. A browser
 * that says the mode always says the site as well.
 */
const forgetFetchMode = (headers: Headers): void => {
  for (const name of ["sec-fetch-mode", "sec-fetch-dest"]) headers.delete(name);
};

/** The body as JSON; an empty one is an empty object. */
export const jsonOf = async (c: Context<GatewayEnv>): Promise<unknown> => {
  const text = await c.req.text();
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    throw new Refused({ code: "invalid", message: "the body is not valid JSON" }, { status: 400 });
  }
};

/** An answer of better-auth with another body, which is made of the one it has. */
export const withBody = async (
  answer: Response,
  change: (body: unknown) => unknown,
): Promise<Response> => {
  const body: unknown = await answer.json();
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  return new Response(JSON.stringify(change(body)), { status: answer.status, headers });
};
