// Guards the body before a route parses it: its size, its encoding, its shape, and text that no store could hold.
import { isUtf8 } from "node:buffer";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { GatewayEnv } from "./env.ts";
import { invalid, Refused } from "./refused.ts";
import {
  findBrokenText,
  isBroken,
  type JsonFault,
  maxJsonDepth,
  maxJsonDigits,
  maxJsonValues,
  scanJson,
} from "./scan-json.ts";

/** Largest body in bytes of someone who is signed in: 1 MiB. Refused by its Content-Length, or as soon as it has passed the limit. */
export const maxBodyBytes = 1024 * 1024;

/** The same of someone who is not, or not yet: 64 KiB. A sign-up has less than one. */
export const maxAnonymousBodyBytes = 64 * 1024;

/**
 * First guard of every request. Whoever shows no token and no cookie is held to the small limit at once; the body of the others
 * is only looked at when it is known whose it is (`authenticate`), or when a door of the accounts takes it.
 */
export const guardBody = createMiddleware<GatewayEnv>(async (c, next) => {
  const mayBeKnown = c.req.header("authorization") ?? c.req.header("cookie");
  if (mayBeKnown === undefined) await takeBody(c, maxAnonymousBodyBytes);
  else refuseDeclared(c, maxBodyBytes);
  await next();
});

/** For the doors that take a body from anyone, signed in or not. */
export const guardAnonymousBody = createMiddleware<GatewayEnv>(async (c, next) => {
  await takeJson(c, maxAnonymousBodyBytes);
  await next();
});

/**
 * The body as JSON that a route may parse; anything else that is not empty is refused, and an empty one of a PATCH or PUT. Elsewhere an empty one
 * is none, whatever type it is said to be of: many clients name JSON with every request.
 */
export const takeJson = async (c: Context<GatewayEnv>, limit: number): Promise<void> => {
  const { byteLength } = await takeBody(c, limit);
  if (byteLength > 0 && !isJson(c)) throw notJson();
  if (byteLength > 0) return;
  if (c.req.method === "PATCH" || c.req.method === "PUT") throw noBody();
  if (isJson(c)) keepText(c, "{}");
};

const empty = new Uint8Array();

/** Reads the body once, at most to the limit; every later reader gets what was read here. */
const takeBody = async (c: Context<GatewayEnv>, limit: number): Promise<Uint8Array> => {
  if (c.req.method === "GET" || c.req.method === "HEAD") return empty;
  refuseDeclared(c, limit);
  const isTaken = c.req.bodyCache.text !== undefined;
  const bytes = isTaken ? new Uint8Array(await c.req.arrayBuffer()) : await readBody(c, limit);
  if (bytes.byteLength > limit) throw tooLarge(limit);
  if (bytes.byteLength > 0 && !isTaken && isJson(c)) refuseBytes(c, bytes);
  return bytes;
};

const refuseDeclared = (c: Context<GatewayEnv>, limit: number): void => {
  if (Number(c.req.header("content-length") ?? 0) > limit) throw tooLarge(limit);
};

/**
 * A body of unknown length is read here, and the request with what was read takes the place of the one that came. (Hono's own
 * body limit cannot do this with @hono/node-server's request.)
 */
const readBody = async (c: Context<GatewayEnv>, limit: number): Promise<Uint8Array> => {
  if (c.req.header("content-length") !== undefined)
    return new Uint8Array(await c.req.arrayBuffer());
  const { body, method, headers, signal } = c.req.raw;
  if (!body) return empty;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  c.req.raw = new Request(c.req.url, { method, headers, signal, ...(size > 0 && { body: bytes }) });
  return bytes;
};

/** Refuses what is costly to parse or no UTF-8 (RFC 8259 §8.1), before anything is built of it; keeps the text for the route. */
const refuseBytes = (c: Context<GatewayEnv>, bytes: Uint8Array): void => {
  if (!isUtf8(bytes)) throw broken("must be UTF-8");
  const fault = scanJson(bytes);
  if (fault !== null) throw broken(saidOf[fault]);
  const text = new TextDecoder().decode(bytes);
  const path = findBrokenText(text);
  if (path) throw brokenText(path);
  keepText(c, text);
};

const keepText = (c: Context<GatewayEnv>, text: string): void => {
  c.req.bodyCache.text = Promise.resolve(text) as never; // Hono types what it stores as what it resolves to
};

const saidOf: Record<JsonFault, string> = {
  too_deep: `must be nested at most ${maxJsonDepth} levels deep`,
  too_many_values: `must hold at most ${maxJsonValues} values`,
  too_long_number: `must hold no number of more than ${maxJsonDigits} digits`,
};

const isJson = (c: Context<GatewayEnv>): boolean => {
  const [type = "", ...parameters] = (c.req.header("content-type") ?? "").toLowerCase().split(";");
  if (!/^application\/([\w.-]+\+)?json$/.test(type.trim())) return false;
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith("charset="));
  if (charset !== undefined && !/^charset="?(?:utf-?8|us-ascii)"?$/.test(charset)) throw notUtf8();
  return true;
};

/** Refuses text with NUL or half a surrogate pair in the query, naming the parameter. */
export const refuseBrokenQuery = createMiddleware<GatewayEnv>(async (c, next) => {
  for (const [name, values] of Object.entries(c.req.queries()))
    if (values.some(isBroken)) throw brokenText([name]);
  await next();
});

const brokenText = (path: string[]): Refused =>
  invalid(path.join("."), "must be text without NUL characters or broken surrogate pairs");

const tooLarge = (limit: number): Refused =>
  new Refused({ code: "payload_too_large", message: `the body must be at most ${limit} bytes` });

/** Wrong as a whole, so 400 and not 422. */
const broken = (message: string): Refused =>
  new Refused(
    { code: "invalid", message: `body: ${message}`, fields: [{ path: "body", message }] },
    { status: 400 },
  );

const noBody = (): Refused => broken("must be JSON; this request has none");

const notJson = (): Refused =>
  new Refused({
    code: "unsupported_media_type",
    message: "the body must be JSON, with Content-Type: application/json",
  });

const notUtf8 = (): Refused =>
  new Refused({ code: "unsupported_media_type", message: "the body must be JSON in UTF-8" });
