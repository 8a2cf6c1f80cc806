// Second middleware: what every answer tells the browser about safety. The page needs nothing from anywhere else.
import { createMiddleware } from "hono/factory";
import type { GatewayEnv } from "./env.ts";

/** `socketOrigins` because older browsers do not count a WebSocket to the same host as 'self'. */
const policy = (socketOrigins: string[]): string =>
  [
    "default-src 'self'",
    `connect-src ${["'self'", ...socketOrigins].join(" ")}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

export const secureHeaders = (origins: string[]) => {
  const headers: [string, string][] = [
    ["content-security-policy", policy(origins.map((origin) => origin.replace(/^http/, "ws")))],
    ["x-content-type-options", "nosniff"],
    ["x-frame-options", "DENY"],
    ["referrer-policy", "same-origin"],
    ["cross-origin-opener-policy", "same-origin"],
    ["permissions-policy", "camera=(), geolocation=(), microphone=()"],
    ...(origins[0]?.startsWith("https:")
      ? [["strict-transport-security", "max-age=31536000"] satisfies [string, string]]
      : []),
  ];
  return createMiddleware<GatewayEnv>(async (c, next) => {
    await next();
    for (const [name, value] of headers) c.res.headers.set(name, value);
  });
};
