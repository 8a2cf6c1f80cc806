// CORS: pages of the other allowed origins may call the API with a bearer token, never with the cookie.
import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import type { GatewayEnv } from "./env.ts";

const exposeHeaders = [
  "ETag",
  "Location",
  "Retry-After",
  "X-Command-Id",
  "X-Correlation-Id",
  "Idempotency-Replayed",
  "set-auth-token",
];

export const crossOrigin = (origins: string[]) => {
  const allowMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
  const answer = cors({ origin: origins, allowMethods, exposeHeaders, maxAge: 600 });
  return createMiddleware<GatewayEnv>(async (c, next) =>
    c.req.header("origin") === undefined ? next() : answer(c, next),
  );
};
