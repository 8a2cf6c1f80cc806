// CORS: pages of the other allowed origins may call the API with a bearer token, never with the cookie.
import { cors } from "hono/cors";

export const crossOrigin = (origins: string[]) =>
  cors({
    origin: origins,
    allowMethods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    exposeHeaders: [
      "ETag",
      "Location",
      "Retry-After",
      "X-Command-Id",
      "X-Correlation-Id",
      "Idempotency-Replayed",
      "set-auth-token",
    ],
    maxAge: 600,
  });
