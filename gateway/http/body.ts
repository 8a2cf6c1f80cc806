// Guards the body before a route parses it: its size, and text that no store could hold.
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { GatewayEnv } from "./env.ts";
import { invalid, Refused } from "./refused.ts";

/** Largest body in bytes: 1 MiB. A larger one is refused by its Content-Length, or as soon as it has passed the limit. */
export const maxBodyBytes = 1024 * 1024;

export const limitBody = createMiddleware<GatewayEnv>(async (c, next) => {
  const declared = c.req.header("content-length");
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  if (declared === undefined) await takeBody(c);
  else if (Number(declared) > maxBodyBytes) throw tooLarge();
  await next();
});

/**
 * Reads a body of unknown length, at most to the limit, and puts the request with what was read in the place of the one
 * that came. (Hono's own body limit cannot do this with @hono/node-server's request.)
 */
const takeBody = async (c: Context<GatewayEnv>): Promise<void> => {
  const { body, method, headers, signal } = c.req.raw;
  if (!body) return;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  const whole = size > 0 ? { body: Buffer.concat(chunks) } : {};
  c.req.raw = new Request(c.req.url, { method, headers, signal, ...whole });
};

const tooLarge = (): Refused =>
  new Refused({
    code: "payload_too_large",
    message: `the body must be at most ${maxBodyBytes} bytes`,
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
