// Middleware of every route that belongs to a person: finds out who asks, or answers 401.
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Auth } from "./auth.ts";
import type { KnownSession, Sessions } from "./sessions.ts";
import { type Allowance, charge } from "../http/allowance.ts";
import { maxBodyBytes, takeJson } from "../http/body.ts";
import type { GatewayEnv } from "../http/env.ts";
import { isFromOurPage } from "../http/origins.ts";
import { Refused } from "../http/refused.ts";

export type AuthenticateDeps = {
  sessions: Sessions;
  auth: Auth;
  origins: string[];
  allowance: Allowance;
};

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

export const authenticate = (deps: AuthenticateDeps) =>
  createMiddleware<GatewayEnv>(async (c, next) => {
    const session = await identify(deps.sessions, c);
    if (session.by === "cookie" && !safeMethods.has(c.req.method)) {
      if (!isFromOurPage(c.req.raw.headers, deps.origins)) throw foreignPage();
    }
    if (session.access === "read" && !safeMethods.has(c.req.method) && !decidesItself(c.req.path))
      throw readOnly();
    c.set("session", session);
    c.set("log", c.var.log.child({ userId: session.userId }));
    charge(deps.allowance, session.userId);
    await takeJson(c, maxBodyBytes);
    await next();
    if (session.mayRenew) await renew(deps.auth, c);
  });

/** The door for assistants takes every call as a POST, so it looks at what is called. */
const decidesItself = (path: string): boolean => path === "/mcp";

/** The refusal of a change asked for with a token that may only read. */
export const readOnly = (): Refused =>
  new Refused({
    code: "forbidden",
    message: "this token may only read; make one that may also change things",
  });

/** A bearer token wins over a cookie: who sends one means it. */
const identify = async (sessions: Sessions, c: Context<GatewayEnv>): Promise<KnownSession> => {
  const bearer = /^bearer\s+(.+)$/i.exec(c.req.header("authorization") ?? "")?.[1]?.trim();
  const cookie = c.req.header("cookie");
  const session =
    bearer === undefined
      ? cookie && (await sessions.ofCookie(cookie))
      : await sessions.ofBearer(bearer);
  if (session) return session;
  throw new Refused({
    code: "unauthenticated",
    message:
      bearer === undefined
        ? "send a bearer token or the session cookie; POST /api/auth/sign-in/email gives both"
        : "this token is unknown or has expired; sign in again",
  });
};

const foreignPage = (): Refused =>
  new Refused({
    code: "unauthenticated",
    message:
      "a change made with the session cookie must come from a page of this site (Origin); programs use a bearer token",
  });

/** Lets better-auth prolong the session, and passes its new cookie on. Failing here must not fail the request. */
const renew = async (auth: Auth, c: Context<GatewayEnv>): Promise<void> => {
  try {
    const answer = await auth.api.getSession({ headers: c.req.raw.headers, asResponse: true });
    for (const cookie of answer.headers.getSetCookie()) c.res.headers.append("set-cookie", cookie);
  } catch (error) {
    c.var.log.warn({ err: error }, "a session could not be renewed");
  }
};
