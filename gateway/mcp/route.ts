// /mcp: any assistant that speaks the Model Context Protocol (streamable HTTP) works with the person's list. Mounted by app.ts.
import { createMcpHandler } from "@modelcontextprotocol/server";
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppDeps } from "../deps.ts";
import { charge } from "../http/allowance.ts";
import { authenticate } from "../auth/authenticate.ts";
import type { GatewayEnv } from "../http/env.ts";
import { isFromOurPage } from "../http/origins.ts";
import { Refused } from "../http/refused.ts";
import { originOf } from "../routes/write.ts";
import { type Call, createCall } from "./call.ts";
import { createServer } from "./server.ts";

/** Calls in one batch. More than a full bucket holds would be told to wait for ever. */
const mostAtOnce = 50;

/** Stateless: every request stands for itself, so any replica answers it. */
export const mcpRoutes = (deps: AppDeps): Hono<GatewayEnv> => {
  const app = new Hono<GatewayEnv>();
  const handler = createMcpHandler(
    ({ authInfo }) => createServer(authInfo?.extra?.["call"] as Call),
    {
      onerror: (error) => deps.log.debug({ err: error }, "an assistant's request was not served"),
    },
  );

  app.use("/mcp", challenge, authenticate(deps));
  app.all("/mcp", async (c) => {
    const { userId, by, access, token } = c.var.session;
    if (by === "cookie") throw bearerOnly();
    // A page elsewhere that got hold of a name of this host (DNS rebinding) says where it comes from.
    if (c.req.header("origin") !== undefined && !isFromOurPage(c.req.raw.headers, deps.origins))
      throw foreign();
    const origin = originOf(c, undefined, "mcp");
    const call = createCall({ deps, userId, access, origin, signal: c.req.raw.signal });
    const authInfo = { token, clientId: userId, scopes: [access], extra: { call } };
    const parsedBody: unknown =
      c.req.method === "POST" ? await c.req.json().catch(notJson) : undefined;
    // One call is charged already; a batch is as many as it holds.
    if (Array.isArray(parsedBody) && parsedBody.length > mostAtOnce) throw tooManyAtOnce();
    if (Array.isArray(parsedBody)) charge(deps.allowance, userId, parsedBody.length - 1);
    return handler.fetch(c.req.raw, { authInfo, parsedBody });
  });
  return app;
};

/** RFC 6750 §3: who is told 401 is told which scheme to use. */
const challenge = createMiddleware<GatewayEnv>(async (c, next) => {
  await next();
  if (c.res.status === 401) c.res.headers.set("www-authenticate", 'Bearer realm="punctual"');
});

const notJson = (): never => {
  throw new Refused({ code: "invalid", message: "the body is not JSON" }, { status: 400 });
};

const tooManyAtOnce = (): Refused =>
  new Refused(
    { code: "invalid", message: `a batch holds at most ${mostAtOnce} calls; send several` },
    { status: 400 },
  );

const bearerOnly = (): Refused =>
  new Refused({ code: "unauthenticated", message: "send a bearer token; POST /tokens makes one" });

const foreign = (): Refused =>
  new Refused({ code: "forbidden", message: "pages of another site may not ask here" });
