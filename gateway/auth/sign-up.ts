// Who may make an account here: SIGNUP=open, invite or closed, and the first one always. Called by route.ts around a sign-up.
import * as z from "zod";
import { hasAccounts, hasAccountsAlone } from "../../database/accounts/has-accounts.ts";
import { type Database, inTransaction, type Queryable } from "../../database/pool.ts";
import { takeSecret } from "../../database/secrets/take-secret.ts";
import { invalid, Refused } from "../http/refused.ts";

export const SignUpMode = z.enum(["open", "invite", "closed"], {
  error: "must be open, invite or closed",
});
export type SignUpMode = z.infer<typeof SignUpMode>;

type Asked = { db: Database; mode: SignUpMode; invitation: string | undefined };

/**
 * Does `work`, which makes an account, if that may be. An invitation is used up with it, and given back where it fails: both are one
 * transaction around it, in which two who would both be the first, or have the same invitation, take turns.
 */
export const asMayBe = async <T>(
  { db, mode, invitation }: Asked,
  work: () => Promise<T>,
): Promise<T> => {
  if (mode === "open") return work();
  const isFirst = !(await hasAccounts(db));
  if (!isFirst && mode === "closed") throw closed();
  return inTransaction(db, async (connection) => {
    const mustBeAsked = !isFirst || (await hasAccountsAlone(connection));
    if (mustBeAsked) await mustBeInvited(connection, mode, invitation);
    return work();
  });
};

const mustBeInvited = async (
  connection: Queryable,
  mode: SignUpMode,
  secret: string | undefined,
): Promise<void> => {
  if (mode === "closed") throw closed();
  if (secret === undefined) throw invalid("invitation", "is needed to make an account here");
  const taken = await takeSecret(connection, { kind: "invitation", secret });
  if (!taken) throw invalid("invitation", "is unknown, used or has expired; ask for a new one");
};

const closed = (): Refused =>
  new Refused({ code: "forbidden", message: "no new accounts are made here" });
