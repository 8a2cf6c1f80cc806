// POST /api/auth/sign-up/email and its like: the door to better-auth, with our limits and our errors. Mounted by app.ts.
import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import { ping } from "../../database/ping.ts";
import { problems } from "../api/answers.ts";
import type { AppDeps } from "../deps.ts";
import { guardAnonymousBody } from "../http/body.ts";
import { clientAddress } from "../http/client-address.ts";
import type { GatewayEnv } from "../http/env.ts";
import { refuseForeignPage } from "../http/origins.ts";
import { notFound, Refused, refuseInvalid } from "../http/refused.ts";
import { closeEndedSoon } from "./ended.ts";
import { clientAddressHeader } from "./auth.ts";
import { createHashing } from "./hashing.ts";
import { authRefusal } from "./problem.ts";
import { CurrentSession, Done, SignedIn, SignIn, SignUp } from "./schemas.ts";

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { "application/json": { schema } },
  description,
});
const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
});
/** These paths are the same under every prefix, and need no session. */
const described = { tags: ["accounts"], security: [], servers: [{ url: "/" }] };

const signUp = createRoute({
  ...described,
  method: "post",
  path: "/api/auth/sign-up/email",
  operationId: "signUp",
  summary: "Make an account and sign in",
  request: body(SignUp),
  responses: { 200: json(SignedIn, "Signed in."), ...problems(409, 422, 429) },
});
const signIn = createRoute({
  ...described,
  method: "post",
  path: "/api/auth/sign-in/email",
  operationId: "signIn",
  summary: "Sign in",
  request: body(SignIn),
  responses: { 200: json(SignedIn, "Signed in."), ...problems(401, 422, 429) },
});
const signOut = createRoute({
  ...described,
  method: "post",
  path: "/api/auth/sign-out",
  operationId: "signOut",
  summary: "End this session",
  responses: { 200: json(Done, "The token and the cookie are void.") },
});
const getSession = createRoute({
  ...described,
  method: "get",
  path: "/api/auth/get-session",
  operationId: "readSession",
  summary: "Who am I",
  responses: { 200: json(CurrentSession, "The session, or null when there is none.") },
});

/** What else of better-auth is open. All the rest of it is not. */
const more = [
  ["POST", "/api/auth/change-password"],
  ["GET", "/api/auth/list-sessions"],
  ["POST", "/api/auth/revoke-session"],
  ["POST", "/api/auth/revoke-other-sessions"],
] as const;

/** What hashes a password, and what ends sessions. */
const hashes = /\/(?:sign-up\/email|sign-in\/email|change-password)$/;
const ends = /\/(?:sign-out|change-password|revoke-session|revoke-other-sessions)$/;

type AuthRouteDeps = Pick<
  AppDeps,
  "auth" | "db" | "hub" | "log" | "origins" | "sessions" | "trustedProxyHops"
>;

export const authRoutes = (deps: AuthRouteDeps) => {
  const app = new OpenAPIHono<GatewayEnv>({ defaultHook: refuseInvalid });
  const inTurn = createHashing();
  app.use("/api/auth/*", refuseForeignPage(deps.origins), guardAnonymousBody);

  const pass = async (c: Context<GatewayEnv>, parsed?: unknown): Promise<Response> => {
    const headers = new Headers(c.req.raw.headers);
    headers.set(clientAddressHeader, addressOf(c, deps.trustedProxyHops));
    headers.delete("content-length");
    if (!headers.has("sec-fetch-site")) forgetFetchMode(headers);
    const { method } = c.req;
    const sent = method === "GET" ? {} : { body: JSON.stringify(parsed ?? (await bodyOf(c))) };
    headers.set("content-type", "application/json");
    const asked = new Request(c.req.url, { method, headers, ...sent });
    const ask = () => deps.auth.handler(asked);
    const answer = await (hashes.test(c.req.path) ? inTurn(ask) : ask());
    if (answer.status >= 500) await ping(deps.db); // better-auth hides what failed: when it is the database, say so
    if (answer.status >= 400) throw await authRefusal(answer);
    if (method !== "GET") deps.sessions.forget();
    if (ends.test(c.req.path)) await closeEndedSoon(deps);
    return answer;
  };

  // The answers are better-auth's own responses, which Hono's types cannot compare with the documented schemas.
  app.openapi(signUp, async (c) => (await pass(c, c.req.valid("json"))) as never);
  app.openapi(signIn, async (c) => (await pass(c, c.req.valid("json"))) as never);
  app.openapi(signOut, async (c) => (await pass(c, {})) as never);
  app.openapi(getSession, async (c) => (await pass(c)) as never);
  for (const [method, path] of more) app.on(method, path, (c) => pass(c));
  app.all("/api/auth/*", () => {
    throw notFound();
  });
  return app;
};

/**
 * Node's fetch sends a lone Sec-Fetch-Mode, from which better-auth concludes a browser and asks for an Origin. A browser
 * that says the mode always says the site as well.
 */
const forgetFetchMode = (headers: Headers): void => {
  for (const name of ["sec-fetch-mode", "sec-fetch-dest"]) headers.delete(name);
};

/** A new password ends all other sessions unless the caller wants to keep them: it is changed when the old one is known to others. */
const bodyOf = async (c: Context<GatewayEnv>): Promise<unknown> => {
  const text = await c.req.text();
  const given: unknown = text === "" ? {} : parsed(text);
  return c.req.path.endsWith("/change-password") && typeof given === "object"
    ? { revokeOtherSessions: true, ...given }
    : given;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused({ code: "invalid", message: "the body is not valid JSON" }, { status: 400 });
  }
};

const addressOf = (c: Context<GatewayEnv>, trustedProxyHops: number): string =>
  clientAddress(
    {
      forwarded: c.req.header("x-forwarded-for"),
      remote: c.env?.incoming?.socket.remoteAddress,
    },
    trustedProxyHops,
  );
