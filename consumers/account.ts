// `npm run account`: lets a person who forgot everything back in, invites others, deletes who is to be gone. Run by an operator.
import { parseArgs } from "node:util";
import { addAccountEvent } from "../database/account-events/add-account-event.ts";
import { type Account, readAccountByEmail } from "../database/accounts/read-account.ts";
import { removeSecondStep } from "../database/accounts/remove-second-step.ts";
import { deleteAccount } from "../database/deletions/delete-account.ts";
import { openDatabase, type Database } from "../database/pool.ts";
import { issueSecret } from "../database/secrets/issue-secret.ts";
import { readToolConfig } from "./config.ts";
import { complain, say } from "./print.ts";

const help = `Lets a person who forgot their password back in, invites others, and deletes accounts.

Usage: npm run account -- recover <e-mail> | invite | delete <e-mail> [flags]

  recover <e-mail>       prints a code that chooses a new password, once, within an hour: at the sign-in, "Forgot your password?",
                         "I have a code". All devices are signed out by it
  invite                 prints an invitation that makes one account where SIGNUP=invite
  delete <e-mail>        deletes an account for good, as its person can on the account page: for those who are back after an older
                         backup was restored, or who cannot do it themselves. What they had is erased by a gateway that runs
  --yes                  with delete: it is meant
  --second-step          with recover: also takes away the second step (the app's codes), for who lost that, too
  --days <n>             with invite: how long it holds (7; at most 90)
  --data-dir <dir>       the data directory of the running stack (default as for npm start)
  --help                 this page

Make sure that it is the person who asks: whoever has the code has the account. It talks to the database of the stack that runs with
npm start, or to DATABASE_URL and KAFKA_BROKERS where both are given.`;

const accountOf = async (db: Database, email: string): Promise<Account> => {
  const account = await readAccountByEmail(db, email);
  if (account) return account;
  throw new Error(`there is no account with the address ${email}`);
};

const recover = async (db: Database, email: string, secondStep: boolean): Promise<void> => {
  const account = await accountOf(db, email);
  const userId = account.id;
  if (secondStep) {
    await removeSecondStep(db, userId);
    await addAccountEvent(db, { userId, type: "two-factor-off", detail: "by the operator" });
  }
  const { secret } = await issueSecret(db, { kind: "reset", userId, seconds: 3_600 });
  await addAccountEvent(db, { userId, type: "recovery-by-operator" });
  say(
    `The code of ${account.name} <${account.email}>, good once and for an hour:\n\n  ${secret}\n`,
  );
};

const invite = async (db: Database, days: number): Promise<void> => {
  const seconds = days * 24 * 3_600;
  const { secret } = await issueSecret(db, { kind: "invitation", userId: null, seconds });
  say(`An invitation, good once and for ${days} days:\n\n  ${secret}\n`);
};

const remove = async (db: Database, email: string, isMeant: boolean): Promise<void> => {
  const { id, name, email: known } = await accountOf(db, email);
  if (!isMeant) throw new Error(`say --yes to delete the account of ${name} <${known}> for good`);
  await deleteAccount(db, id);
  say(`The account of ${name} <${known}> is deleted; a gateway that runs erases what it had.`);
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "data-dir": { type: "string" },
      "second-step": { type: "boolean" },
      yes: { type: "boolean" },
      days: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help === true) return say(help);
  const [order, email, ...more] = positionals;
  const days = Number(values.days ?? 7);
  const isOf = (order === "recover" || order === "delete") && email !== undefined;
  const isInvite = order === "invite" && email === undefined;
  if ((!isOf && !isInvite) || more.length > 0) throw new Error(`not understood\n${help}`);
  if (!Number.isInteger(days) || days < 1 || days > 90)
    throw new Error("--days must be a whole number from 1 to 90");
  const db = openDatabase(readToolConfig(values["data-dir"]).databaseUrl, { max: 1 });
  try {
    if (!isOf) await invite(db, days);
    else if (order === "delete") await remove(db, email, values.yes === true);
    else await recover(db, email, values["second-step"] === true);
  } finally {
    await db.end();
  }
};

await main().catch((error: unknown) => {
  complain(`account: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
