// Middleware of what only a person does, who is signed in: no program's token reaches their account. Used by the routes of tokens and of the account.
import { createMiddleware } from "hono/factory";
import type { GatewayEnv } from "../http/env.ts";
import { Refused } from "../http/refused.ts";

/** `what` is told to programs: `tokens are made and ended`. */
export const byPerson = (what: string) =>
  createMiddleware<GatewayEnv>(async (c, next) => {
    if (c.var.session.by === "token")
      throw new Refused({ code: "forbidden", message: `${what} by a person who is signed in` });
    await next();
    c.res.headers.set("cache-control", "no-store");
  });
