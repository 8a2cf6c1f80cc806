// Starts one stack for all flow and browser tests and stops it after the last. Called by vitest as their global setup, once
// for each of the two projects; whoever comes second uses the first one's.
import type { TestProject } from "vitest/node";
import { freePort } from "./dapr.ts";
import { hasTests } from "./asked.ts";
import { type Stack, startStack, tireless } from "./stack.ts";

// Each project loads this module anew, so what they share is kept on the process.
const shared = globalThis as typeof globalThis & {
  punctualStack?: { users: number; started: Promise<Stack> };
};

const start = async (): Promise<Stack> => {
  const startedAt = Date.now();
  // Whoever tests e-mail listens there (mail-server.ts); webhooks and push services of tests are on this machine.
  const smtpPort = await freePort();
  const stack = await startStack({
    env: {
      ...tireless, // the fault tests write as fast as they can, as one person
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      MAIL_FROM: "Punctual <punctual@example.org>",
      NOTIFY_ALLOW_PRIVATE_ADDRESSES: "true",
    },
    onLine: (line) => {
      if (!line.includes("ready")) process.stdout.write(`${line}\n`);
    },
  });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`the stack for the tests is ready after ${seconds} s at ${stack.url}\n`);
  process.env["PUNCTUAL_TEST_STACK"] = stack.dataDir;
  process.env["PUNCTUAL_TEST_SMTP_PORT"] = String(smtpPort);
  return stack;
};

/** The setup; resolves with the teardown. Nothing is started for a project none of whose files was asked for. */
export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  if (!(await hasTests(project))) return undefined;
  shared.punctualStack ??= { users: 0, started: start() };
  const { punctualStack } = shared;
  punctualStack.users += 1;
  await punctualStack.started;
  return async () => {
    punctualStack.users -= 1;
    if (punctualStack.users === 0) await (await punctualStack.started).stop();
  };
};
