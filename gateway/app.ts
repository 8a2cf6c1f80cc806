// The edge as a value: every HTTP route and the guards before them. Never listens; main.ts and the tests do.
import { Hono } from "hono";
import { isDatabaseDown } from "../database/is-database-down.ts";
import { createDoors } from "./auth/doors.ts";
import { authRoutes } from "./auth/route.ts";
import type { AppDeps } from "./deps.ts";
import { guardBody, refuseBrokenQuery } from "./http/body.ts";
import { correlate } from "./http/correlation.ts";
import { crossOrigin } from "./http/cross-origin.ts";
import type { GatewayEnv } from "./http/env.ts";
import { onError } from "./http/on-error.ts";
import { secureHeaders } from "./http/security-headers.ts";
import { unknownPath } from "./http/unknown-path.ts";
import { mcpRoutes } from "./mcp/route.ts";
import { apiRoutes } from "./routes/api.ts";
import { docsRoutes } from "./routes/docs.ts";
import { healthRoutes } from "./routes/health.ts";
import { pageRoutes, sharedPageRoutes } from "./routes/page.ts";

/** The gateway's HTTP app, REST under `/` and `/api/v1`. Sockets are beside it (sockets/handler.ts). */
export const createApp = (deps: AppDeps): Hono<GatewayEnv> => {
  const app = new Hono<GatewayEnv>();
  app.onError((error, c) => {
    // Who is remembered while the database is away would only wait long for an actor that needs it too.
    if (isDatabaseDown(error)) deps.sessions.forget();
    return onError(error, c);
  });
  app.use(
    correlate(deps.log, deps.outages),
    secureHeaders(deps.origins),
    crossOrigin(deps.origins),
    refuseBrokenQuery,
    guardBody,
  );

  const doors = createDoors(deps);
  const accounts = authRoutes(deps, doors);
  const api = apiRoutes(deps, doors);
  const health = healthRoutes(deps);
  app.route("/", sharedPageRoutes(deps));
  app.route("/", health);
  app.route("/api/v1", health);
  app.route("/", accounts);
  app.route("/", api);
  app.route("/api/v1", api);
  app.route("/", mcpRoutes(deps));
  app.route("/", docsRoutes([accounts, api, health], deps.cookieName));
  app.route("/", pageRoutes(deps));
  app.notFound(unknownPath(app.routes));
  return app;
};
