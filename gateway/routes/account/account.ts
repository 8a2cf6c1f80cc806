// /account: a person's name, address and password, and what they are to keep for a bad day. Mounted by api.ts.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { changePassword } from "../../../database/accounts/change-password.ts";
import { changeEmail, changeName } from "../../../database/accounts/change-profile.ts";
import { type Account, readAccount } from "../../../database/accounts/read-account.ts";
import { inTransaction } from "../../../database/pool.ts";
import { issueSecret } from "../../../database/secrets/issue-secret.ts";
import { listSecrets } from "../../../database/secrets/list-secrets.ts";
import { removeSecret } from "../../../database/secrets/remove-secret.ts";
import type { Id } from "../../../domain/ids.ts";
import { refuseCommon } from "../../auth/common-passwords.ts";
import type { Doors } from "../../auth/doors.ts";
import { closeEndedSoon } from "../../auth/ended.ts";
import { createGuesses } from "../../auth/guesses.ts";
import { letterLimits, linkSeconds } from "../../auth/recover.ts";
import type { AppDeps } from "../../deps.ts";
import type { GatewayEnv } from "../../http/env.ts";
import { notFound, Refused } from "../../http/refused.ts";
import { moveEmail, newPassword, read, recoveryCode, rename } from "./described.ts";

export const accountRoutes = (
  app: OpenAPIHono<GatewayEnv>,
  deps: AppDeps,
  { passwords, record }: Doors,
): void => {
  const { db, letters } = deps;
  const asked = createGuesses(letterLimits);

  /** The account of who asks. One that is gone has no session either, so this is a race at most. */
  const own = async (userId: Id): Promise<Account> => {
    const account = await readAccount(db, userId);
    if (!account) throw notFound();
    return account;
  };
  const docOf = async (account: Account) => {
    const { id: userId, createdAt, ...shown } = account;
    const [[code], [moving]] = await Promise.all([
      listSecrets(db, { userId, kind: "recovery" }),
      listSecrets(db, { userId, kind: "email" }),
    ]);
    return {
      id: userId,
      ...shown,
      createdAt: createdAt.toISOString(),
      newEmail: moving?.email ?? null,
      recoveryCodeMadeAt: code?.createdAt.toISOString() ?? null,
      mail: letters !== null,
      signUp: deps.signUp,
    };
  };

  app.openapi(read, async (c) => c.json(await docOf(await own(c.var.session.userId)), 200));

  app.openapi(rename, async (c) => {
    const { userId } = c.var.session;
    const { name } = c.req.valid("json");
    await changeName(db, { userId, name });
    await record(c, { userId, type: "name-changed", detail: name });
    return c.json(await docOf(await own(userId)), 200);
  });

  app.openapi(moveEmail, async (c) => {
    const { userId } = c.var.session;
    const { email, password } = c.req.valid("json");
    await passwords.check({ userId, password, path: "password" });
    const { email: former } = await own(userId);
    if (letters !== null) {
      // Else whoever has an account could have us write to anybody, as often as they like.
      for (const account of [userId, email.toLowerCase()]) asked.begin({ account });
      const secret = { kind: "email", userId, email, seconds: linkSeconds.email } as const;
      const { id, secret: code } = await issueSecret(db, secret);
      await letters.confirmEmail(email, code).catch(async (error: unknown) => {
        await removeSecret(db, { id, userId, kind: "email" });
        throw error;
      });
      letters.tell(former, `Somebody who knows your password asked to sign in with ${email}.`);
      await record(c, { userId, type: "email-asked", detail: email });
      return c.json({ email: former, sentTo: email }, 200);
    }
    if (!(await changeEmail(db, { userId, email, isVerified: false }))) throw taken();
    await record(c, { userId, type: "email-changed", detail: email });
    return c.json({ email: (await own(userId)).email, sentTo: null }, 200);
  });

  app.openapi(newPassword, async (c) => {
    const { userId, token: keep } = c.var.session;
    const { currentPassword, newPassword: chosen, endTokens } = c.req.valid("json");
    await passwords.check({ userId, password: currentPassword, path: "currentPassword" });
    const { email, name } = await own(userId);
    await refuseCommon({ password: chosen, path: "newPassword", email, name });
    const hash = await passwords.hash(chosen);
    await inTransaction(db, (connection) =>
      changePassword(connection, { userId, hash, keep, endTokens }),
    );
    deps.sessions.forget();
    await closeEndedSoon(deps);
    await record(c, { userId, type: "password-changed" });
    letters?.tell(email, "Your password was changed, and all other devices were signed out.");
    return c.body(null, 204);
  });

  app.openapi(recoveryCode, async (c) => {
    const { userId } = c.var.session;
    const { password } = c.req.valid("json");
    await passwords.check({ userId, password, path: "password" });
    const { secret } = await issueSecret(db, { kind: "recovery", userId, seconds: null });
    await record(c, { userId, type: "recovery-code-made" });
    return c.json({ recoveryCode: secret }, 200);
  });
};

const taken = (): Refused => {
  const message = "another account has this address";
  return new Refused({
    code: "conflict",
    message: `email: ${message}`,
    fields: [{ path: "email", message }],
  });
};
