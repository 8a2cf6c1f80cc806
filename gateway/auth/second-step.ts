// A second step at the sign-in (an app's codes) and passkeys in the place of both: better-auth's doors for them. Mounted by route.ts.
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import type { AccountEventType } from "../../database/account-events/account-event.ts";
import { endTrust } from "../../database/accounts/end-trust.ts";
import { readAccount } from "../../database/accounts/read-account.ts";
import { Id } from "../../domain/ids.ts";
import { parse } from "../../domain/result.ts";
import type { AppDeps } from "../deps.ts";
import type { GatewayEnv, Session } from "../http/env.ts";
import { Refused, unwrap } from "../http/refused.ts";
import { createCodes } from "./codes.ts";
import type { Doors } from "./doors.ts";
import { jsonOf, type Pass, withBody } from "./pass.ts";
import { Password } from "./schemas.ts";
import { endReplaced } from "./welcome.ts";

/** What of the plugins is open as it is, to whom is signed in, and what of it goes into the account's journal. */
const own: [method: "GET" | "POST", path: string, event?: AccountEventType][] = [
  ["POST", "/api/auth/passkey/verify-registration", "passkey-added"],
  ["POST", "/api/auth/passkey/delete-passkey", "passkey-removed"],
  ["GET", "/api/auth/passkey/list-user-passkeys"],
];

/** The same for what asks for the password, which is guessed at within the same limits as everywhere. */
const shown: [path: string, event?: AccountEventType][] = [
  ["/api/auth/two-factor/disable", "two-factor-off"],
  ["/api/auth/two-factor/generate-backup-codes", "backup-codes-made"],
  ["/api/auth/two-factor/enable"],
];

/** What finishes a sign-in, or turns the second step on. */
const codes = ["verify-totp", "verify-backup-code"] as const;

type Passed = { session: { userId: string } };

export const secondStepRoutes = (
  app: OpenAPIHono<GatewayEnv>,
  deps: AppDeps,
  doors: Doors,
  pass: Pass,
): void => {
  const { turnOn, goOn } = createCodes(deps, doors, pass);
  /** Who asks; no program's token gets here. */
  const sessionOf = async (c: Context<GatewayEnv>): Promise<Session | null> => {
    const bearer = /^bearer\s+(.+)$/i.exec(c.req.header("authorization") ?? "")?.[1]?.trim();
    const session =
      bearer === undefined
        ? await deps.sessions.ofCookie(c.req.header("cookie") ?? "")
        : await deps.sessions.ofBearer(bearer);
    return session?.by === "token" ? null : session;
  };
  const mustBeIn = async (c: Context<GatewayEnv>): Promise<Session> => {
    const session = await sessionOf(c);
    if (session) return session;
    throw new Refused({ code: "unauthenticated", message: "sign in first" });
  };

  for (const [method, path, type] of own)
    app.on(method, path, async (c) => {
      const { userId } = await mustBeIn(c);
      const answer = await pass(c);
      if (type) await doors.record(c, { userId, type });
      return answer;
    });

  for (const [path, type] of shown)
    app.post(path, async (c) => {
      const { userId } = await mustBeIn(c);
      const answer = await doors.passwords.asShown(userId, "password", () => pass(c));
      // Of the devices that need not show it better-auth forgets only this one.
      if (type === "two-factor-off") await endTrust(deps.db, userId);
      if (type) await doors.record(c, { userId, type });
      return answer;
    });

  /** A new key to the account is asked for with the password, however old the session is. */
  app.post("/api/auth/passkey/generate-register-options", async (c) => {
    const { userId } = await mustBeIn(c);
    const { password } = unwrap(parse(z.strictObject({ password: Password }), await jsonOf(c)));
    await doors.passwords.check({ userId, password, path: "password" });
    return pass(c, undefined, "GET");
  });

  for (const name of codes)
    app.post(`/api/auth/two-factor/${name}`, async (c) => {
      const session = await sessionOf(c);
      return session ? turnOn(c, session) : goOn(c);
    });

  app.get("/api/auth/passkey/generate-authenticate-options", (c) => pass(c));
  app.post("/api/auth/passkey/verify-authentication", async (c) => {
    const answer = await pass(c);
    const { session } = (await answer.clone().json()) as Passed;
    const userId = Id.parse(session.userId);
    await endReplaced(c, deps, userId);
    await doors.record(c, { userId, type: "signed-in" });
    // The page has no use for the token that its cookie holds, but for who it is.
    const account = await readAccount(deps.db, userId);
    const user = account && { id: userId, name: account.name, email: account.email };
    return withBody(answer, () => ({ user }));
  });
};
