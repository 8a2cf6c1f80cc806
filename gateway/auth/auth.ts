// Accounts: better-auth on our tables. Its handler serves /api/auth/* (route.ts); sessions.ts checks tokens by itself.
import { betterAuth } from "better-auth";
import { passkey } from "@better-auth/passkey";
import { bearer } from "better-auth/plugins/bearer";
import { twoFactor } from "better-auth/plugins/two-factor";
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
  /** Sign-ups one address may try a minute. */
  signUpsPerMinute?: number;
};

/** The name passkeys are bound to. Browsers take names only, so on this machine it is localhost's, not its address. */
export const passkeyHost = (publicUrl: string): string => {
  const { hostname } = new URL(publicUrl);
  return hostname === "127.0.0.1" ? "localhost" : hostname;
};

/** Whoever used the passkey has shown that it is them: by a finger, a face, a PIN. */
const mustBeVerified = async (isVerified: boolean | undefined): Promise<void> => {
  if (isVerified !== true) throw new Error("the device did not ask who uses it");
};

export const createAuth = (options: AuthOptions) =>
  betterAuth({
    appName: "Punctual",
    database: options.db,
    secret: options.secret,
    baseURL: options.publicUrl,
    basePath: "/api/auth",
    trustedOrigins: (request?: Request) => [...options.origins, ...ownOrigin(request?.headers)],
    emailAndPassword: { enabled: true, autoSignIn: true, requireEmailVerification: false },
    // freshAge: whoever adds a key to the account shows the password (second-step.ts), however old the session is.
    session: {
      expiresIn: sessionSeconds.expiresIn,
      updateAge: sessionSeconds.renewAfter,
      freshAge: 0,
    },
    plugins: [
      bearer(),
      twoFactor({ issuer: "Punctual" }),
      passkey({
        rpName: "Punctual",
        rpID: passkeyHost(options.publicUrl),
        origin: options.origins,
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        // It takes the place of password and second step, so presence alone is not enough; the plugin asks for no more.
        registration: {
          afterVerification: ({ verification }) =>
            mustBeVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            mustBeVerified(verification.authenticationInfo.userVerified),
        },
      }),
    ],
    telemetry: { enabled: false },
    // What is no answer of better-auth (the database is away, a bug) is thrown to our onError instead of hidden in a 500.
    onAPIError: { throw: true },
    rateLimit: {
      enabled: true,
      storage: "memory",
      window: 60,
      max: 600,
      // Sign-ins are counted by guesses.ts, which knows accounts and devices.
      customRules: {
        "/sign-in/email": false,
        // Each leaves a row, and nobody has to say who they are.
        "/passkey/generate-authenticate-options": { window: 60, max: 30 },
        "/sign-up/email": { window: 60, max: options.signUpsPerMinute ?? 60 },
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

export type Auth = ReturnType<typeof createAuth>;
