// Guards the body before a route parses it: its size, and text that no store could hold.
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { GatewayEnv } from "./env.ts";
import { invalid, Refused } from "./refused.ts";

/** Largest body in bytes: 1 MiB. A larger one is refused by its Content-Length, or as soon as it has passed the limit. */
export const maxBodyBytes = 1024 * 1024;

export const limitBody = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw new Refused({
      code: "payload_too_large",
      message: `the body must be at most ${maxBodyBytes} bytes`,
    });
  },
});

/** Refuses text with NUL or half a surrogate pair (PostgreSQL stores neither), naming the field. */
export const refuseBrokenText = createMiddleware<GatewayEnv>(async (c, next) => {
  for (const [name, values] of Object.entries(c.req.queries())) {
    for (const value of values) refuseIn(value, [name]);
  }
  if (c.req.header("content-type")?.includes("json")) {
    const body: unknown = await c.req.json().catch(() => undefined); // the route answers broken JSON
    refuseIn(body, []);
  }
  await next();
});

const refuseIn = (value: unknown, path: string[]): void => {
  if (typeof value === "string") {
    if (value.includes("\0") || !value.isWellFormed()) {
      throw invalid(
        path.join("."),
        "must be text without NUL characters or broken surrogate pairs",
      );
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) refuseIn(inner, [...path, key]);
  }
};
