// `npm run account`: lets a person who forgot everything back in, and invites others. Run by an operator.
import { parseArgs } from "node:util";
import { addAccountEvent } from "../database/account-events/add-account-event.ts";
import { readAccountByEmail } from "../database/accounts/read-account.ts";
import { removeSecondStep } from "../database/accounts/remove-second-step.ts";
import { openDatabase, type Database } from "../database/pool.ts";
import { issueSecret } from "../database/secrets/issue-secret.ts";
import { readToolConfig } from "./config.ts";
import { complain, say } from "./print.ts";

const help = `Lets a person who forgot their password back in, and invites others.

Usage: npm run account -- recover <e-mail> | invite [flags]

  recover <e-mail>       prints a code that chooses a new password, once, within an hour: at the sign-in, "Forgot your password?",
                         "I have a code". All devices are signed out by it
  invite                 prints an invitation that makes one account where SIGNUP=invite
  --second-step          with recover: also takes away the second step (the app's codes), for who lost that, too
  --days <n>             with invite: how long it holds (7; at most 90)
  --data-dir <dir>       the data directory of the running stack (default as for npm start)
  --help                 this page

Make sure that it is the person who asks: whoever has the code has the account. It talks to the database of the stack that runs with
npm start, or to DATABASE_URL and KAFKA_BROKERS where both are given.`;

const recover = async (db: Database, email: string, secondStep: boolean): Promise<void> => {
  const account = await readAccountByEmail(db, email);
  if (!account) throw new Error(`there is no account with the address ${email}`);
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

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "data-dir": { type: "string" },
      "second-step": { type: "boolean" },
      days: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help === true) return say(help);
  const [order, email, ...more] = positionals;
  const days = Number(values.days ?? 7);
  const isRecover = order === "recover" && email !== undefined;
  const isInvite = order === "invite" && email === undefined;
  if ((!isRecover && !isInvite) || more.length > 0) throw new Error(`not understood\n${help}`);
  if (!Number.isInteger(days) || days < 1 || days > 90)
    throw new Error("--days must be a whole number from 1 to 90");
  const db = openDatabase(readToolConfig(values["data-dir"]).databaseUrl, { max: 1 });
  try {
    if (isRecover) await recover(db, email, values["second-step"] === true);
    else await invite(db, days);
  } finally {
    await db.end();
  }
};

await main().catch((error: unknown) => {
  complain(`account: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
