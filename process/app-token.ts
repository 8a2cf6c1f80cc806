// Who calls is the sidecar: only it knows the app token. The guard of every app that a sidecar calls.
import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/** Lets calls with the app token pass, all others get 401. How long it takes says nothing of the token, nor of its length. */
export const onlyWithAppToken =
  (appToken: string): MiddlewareHandler =>
  async (c, next) => {
    if (isSame(c.req.header("dapr-api-token") ?? "", appToken)) return next();
    return c.json({ error: "the app token is missing or wrong" }, 401);
  };

/** Whether two secrets are the same. */
export const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
