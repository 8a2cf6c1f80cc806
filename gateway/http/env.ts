// What a request carries through the gateway: filled by the first middlewares, read by the routes.
import type { HttpBindings } from "@hono/node-server";
import type { Logger } from "pino";
import type { Access } from "../../database/tokens/token-row.ts";
import type { Outages } from "../../domain/outages.ts";
import type { Id } from "../../domain/ids.ts";

/**
 * Who asks, and how they proved it: by the cookie or the bearer token of a session, or by a token made for a program.
 * `token` is the bare session token, the key of the session's row (`tokenKey` for a program's).
 */
export type Session = {
  userId: Id;
  token: string;
  by: "cookie" | "bearer" | "token";
  /** `read` may only look. */
  access: Access;
};

export type GatewayEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: {
    correlationId: Id;
    /** Names this one request; commands carry it as what caused them. */
    requestId: Id;
    traceparent: string;
    log: Logger;
    outages: Outages;
    session: Session;
    /** Of an answer in pieces: its status when all was said. Never rejects. */
    ended?: Promise<number>;
  };
};
