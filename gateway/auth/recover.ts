// A forgotten password and a new address: asked for and opened by a secret that came by mail or was kept on paper. Mounted by route.ts.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { changePassword } from "../../database/accounts/change-password.ts";
import { changeEmail } from "../../database/accounts/change-profile.ts";
import { countKeys } from "../../database/accounts/count-keys.ts";
import {
  type Account,
  readAccount,
  readAccountByEmail,
} from "../../database/accounts/read-account.ts";
import { inTransaction, type Queryable } from "../../database/pool.ts";
import { issueSecret } from "../../database/secrets/issue-secret.ts";
import { takeSecret } from "../../database/secrets/take-secret.ts";
import type { Id } from "../../domain/ids.ts";
import type { AppDeps } from "../deps.ts";
import { placeOf } from "../http/client-address.ts";
import type { GatewayEnv } from "../http/env.ts";
import { invalid } from "../http/refused.ts";
import { refuseCommon } from "./common-passwords.ts";
import type { Doors } from "./doors.ts";
import { closeEndedSoon } from "./ended.ts";
import { asGuess, createGuesses, type Guess } from "./guesses.ts";
import type { Letters } from "./letters.ts";
import { confirm, forgot, reset } from "./recover-described.ts";

/** How long the link in a letter opens something, s. */
export const linkSeconds = { reset: 60 * 60, email: 24 * 60 * 60 };

/** Letters of one person or to one address, and requests from one place, within a quarter of an hour. */
export const letterLimits = {
  perAccount: 3,
  perAddress: 20,
  windowMs: 15 * 60_000,
  what: "letters",
};

const unknownCode = () => invalid("code", "is unknown, used or has expired; ask for a new one");

/** The secret of either kind that opens an account: which kind, and whose. */
const takeOpener = async (
  connection: Queryable,
  secret: string,
): Promise<{ kind: "reset" | "recovery"; userId: Id }> => {
  for (const kind of ["reset", "recovery"] as const) {
    const taken = await takeSecret(connection, { kind, secret });
    if (taken?.userId) return { kind, userId: taken.userId };
  }
  throw unknownCode();
};

export const recoverRoutes = (
  app: OpenAPIHono<GatewayEnv>,
  deps: AppDeps,
  { passwords, addressOf, record }: Doors,
): void => {
  const { db, letters } = deps;
  const asked = createGuesses(letterLimits);
  /** In a transaction; only a code that opened nothing counts as a wrong guess. */
  const openedBy = <T>(guess: Guess, work: (connection: Queryable) => Promise<T>): Promise<T> =>
    asGuess(guess, "code", () => inTransaction(db, work));

  const sendLink = async (by: Letters, { id: userId, email }: Account): Promise<void> => {
    const of = { kind: "reset", userId, seconds: linkSeconds.reset } as const;
    by.resetPassword(email, (await issueSecret(db, of)).secret);
  };

  app.openapi(forgot, async (c) => {
    const { email } = c.req.valid("json");
    if (letters === null) return c.json({ byMail: false }, 200);
    asked.begin({ account: email.toLowerCase(), address: placeOf(addressOf(c)) });
    const account = await readAccountByEmail(db, email);
    // Not waited for: how long it takes would tell that there is such an account.
    if (account)
      sendLink(letters, account).catch((err: unknown) =>
        c.var.log.warn({ err, userId: account.id }, "a link to a new password could not be made"),
      );
    return c.json({ byMail: true }, 200);
  });

  app.openapi(reset, async (c) => {
    const { code, newPassword, endTokens } = c.req.valid("json");
    const guess = deps.guesses.begin({ account: `codes of ${placeOf(addressOf(c))}` });
    const hash = await passwords.hash(newPassword);
    const opened = await openedBy(guess, async (connection) => {
      const { kind, userId } = await takeOpener(connection, code);
      const account = await readAccount(connection, userId);
      if (!account) throw unknownCode();
      const { email, name } = account;
      await refuseCommon({ password: newPassword, path: "newPassword", email, name });
      await changePassword(connection, { userId, hash, keep: null, endTokens });
      const renewed = { kind: "recovery", userId, seconds: null } as const;
      const next = kind === "recovery" ? await issueSecret(connection, renewed) : null;
      const keys = await countKeys(connection, userId);
      return { userId, email, ...(next && { recoveryCode: next.secret }), ...keys };
    });
    deps.sessions.forget();
    await closeEndedSoon(deps);
    const { userId, ...answer } = opened;
    await record(c, { userId, type: "password-reset" });
    letters?.tell(answer.email, "Your password was replaced, and all devices were signed out.");
    return c.json(answer, 200);
  });

  app.openapi(confirm, async (c) => {
    const { code } = c.req.valid("json");
    const guess = deps.guesses.begin({ account: `codes of ${placeOf(addressOf(c))}` });
    const { userId, email, former } = await openedBy(guess, async (connection) => {
      const taken = await takeSecret(connection, { kind: "email", secret: code });
      const account = taken?.userId ? await readAccount(connection, taken.userId) : null;
      if (!taken?.email || !account) throw unknownCode();
      const change = { userId: account.id, email: taken.email, isVerified: true };
      if (!(await changeEmail(connection, change)))
        throw invalid("code", "is for an address that another account has by now");
      return { userId: account.id, email: taken.email, former: account.email };
    });
    await record(c, { userId, type: "email-changed", detail: email });
    if (former !== email)
      letters?.tell(former, `From now on you sign in with ${email} in place of this address.`);
    return c.json({ email }, 200);
  });
};
