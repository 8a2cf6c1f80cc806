// Accounts: better-auth on our tables. Its handler serves /api/auth/* (route.ts); sessions.ts checks tokens by itself.
import { betterAuth } from "better-auth";
import { bearer } from "better-auth/plugins/bearer";
import type { Logger } from "pino";
import type { Database } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { ownOrigin } from "../http/origins.ts";

const day = 24 * 60 * 60;

/** How long a session holds without being used, in seconds; one that is used is renewed once a day. */
export const sessionSeconds = { expiresIn: 30 * day, renewAfter: day };

/** The header in which route.ts hands over the caller's address; a caller cannot set it. */
export const clientAddressHeader = "x-punctual-client-address";

export type AuthOptions = {
  db: Database;
  secret: string;
  publicUrl: string;
  /** Origins whose pages may use cookies here. */
  origins: string[];
  log: Logger;
  /** Sign-ins and sign-ups one address may try a minute. */
  attemptsPerMinute?: { signIn: number; signUp: number };
};

const defaultAttempts = { signIn: 20, signUp: 60 };

export const createAuth = (options: AuthOptions) => {
  const attempts = options.attemptsPerMinute ?? defaultAttempts;
  return betterAuth({
    appName: "Punctual",
    database: options.db,
    secret: options.secret,
    baseURL: options.publicUrl,
    basePath: "/api/auth",
    trustedOrigins: (request?: Request) => [...options.origins, ...ownOrigin(request?.headers)],
    emailAndPassword: { enabled: true, autoSignIn: true, requireEmailVerification: false },
    session: { expiresIn: sessionSeconds.expiresIn, updateAge: sessionSeconds.renewAfter },
    plugins: [bearer()],
    telemetry: { enabled: false },
    // What is no answer of better-auth (the database is away, a bug) is thrown to our onError instead of hidden in a 500.
    onAPIError: { throw: true },
    rateLimit: {
      enabled: true,
      storage: "memory",
      window: 60,
      max: 600,
      customRules: {
        "/sign-in/email": { window: 60, max: attempts.signIn },
        "/sign-up/email": { window: 60, max: attempts.signUp },
        "/change-password": { window: 60, max: attempts.signIn },
      },
    },
    advanced: {
      cookiePrefix: "punctual",
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    // Only its fixed sentence: the further arguments may hold an e-mail address.
    logger: {
      level: "warn",
      log: (level, message) =>
        options.log[level === "error" ? "warn" : "debug"]({ from: "better-auth" }, message),
    },
  });
};

export type Auth = ReturnType<typeof createAuth>;
