// Which web pages may act with a person's cookie: CSRF and cross-site WebSocket protection ask here.
import { createMiddleware } from "hono/factory";
import type { GatewayEnv } from "./env.ts";
import { Refused } from "./refused.ts";

/** The public address, and its twin where one of localhost and 127.0.0.1 is used, and what the configuration adds. */
export const allowedOrigins = (publicUrl: string, more: string[] = []): string[] => {
  const own = new URL(publicUrl);
  const twin = new URL(publicUrl);
  if (own.hostname === "127.0.0.1") twin.hostname = "localhost";
  else if (own.hostname === "localhost") twin.hostname = "127.0.0.1";
  return [...new Set([own.origin, twin.origin, ...more])];
};

/** The `Origin` header when it names the very host the request went to, whatever name that is. */
export const ownOrigin = (headers: Headers | undefined): string[] => {
  const origin = headers?.get("origin");
  const host = headers?.get("host");
  return origin && host && URL.canParse(origin) && new URL(origin).host === host ? [origin] : [];
};

/** True when a request with a cookie comes from a page of ours. One that does not say where it comes from does not. */
export const isFromOurPage = (headers: Headers, origins: string[]): boolean => {
  if (headers.get("sec-fetch-site") === "same-origin") return true;
  const origin = headers.get("origin");
  return origin !== null && [...origins, ...ownOrigin(headers)].includes(origin);
};

/**
 * Refuses what changes something and comes from a page elsewhere, with a cookie or without: an answer to it may set or take away the cookie
 * (sign-in, sign-out). Programs say neither Origin nor Sec-Fetch-Site; "none" is a person's own doing.
 */
export const refuseForeignPage = (origins: string[]) =>
  createMiddleware<GatewayEnv>(async (c, next) => {
    const { headers } = c.req.raw;
    const site = headers.get("sec-fetch-site") ?? "none";
    const isFromPage = headers.has("origin") || site !== "none";
    const changes = !["GET", "HEAD", "OPTIONS"].includes(c.req.method);
    if (changes && isFromPage && !isFromOurPage(headers, origins)) throw foreignPage();
    await next();
  });

const foreignPage = (): Refused =>
  new Refused({
    code: "forbidden",
    message: "this page's origin is not allowed to sign in here; set PUBLIC_URL or ALLOWED_ORIGINS",
  });
