// `npm run doctor`: looks at this machine and at a stack, a line each: ok, or what is wrong and what to do. Exit code 1 when something is wrong.
import { leave } from "../process/leave.ts";
import { lookAtDatabase } from "./doctor/database.ts";
import { type Finding, look } from "./doctor/finding.ts";
import { lookAtDisk, lookAtHealth, lookAtNode } from "./doctor/findings.ts";
import { lookAtKafka } from "./doctor/kafka.ts";
import { lookAtMail } from "./doctor/mail.ts";
import { lookAtParts, lookAtPorts } from "./doctor/stack.ts";
import { type Target, targetOfEnvironment, targetOfRun } from "./doctor/target.ts";
import { parseFlags } from "./flags.ts";
import { complain, say } from "./print.ts";
import { placesIn } from "./state/data-dir.ts";
import { readRunFile } from "./state/run-file.ts";

const help = `Looks at this machine and at the stack that runs here, a line each.

Usage: npm run doctor -- [--data-dir <dir>]

Where no stack runs with the data directory, it looks at what DATABASE_URL, KAFKA_BROKERS, DAPR_HTTP_PORT, DAPR_API_TOKEN, PUBLIC_URL and
SMTP_URL name, at those that are given. Exit code 0: all is well; 1: something is wrong; 2: it was not understood.`;

const lineOf = ({ name, said, problem }: Finding): string =>
  `${problem === undefined ? "ok    " : "WRONG "} ${name.padEnd(14)} ${said}${problem === undefined ? "" : `\n       ${problem}`}`;

const lookAtRun = async ({ parts }: Target): Promise<Finding[]> =>
  Object.keys(parts).length === 0 ? [] : [lookAtParts(parts), await lookAtPorts(parts)];

/** All at once: a part that hangs holds up no other line. */
const lookAtStack = async (target: Target): Promise<Finding[]> => {
  const { url, databaseUrl, brokers } = target;
  const found = await Promise.all([
    url === undefined ? [] : lookAtHealth(url),
    lookAtRun(target),
    databaseUrl === undefined
      ? []
      : look("postgresql", "is it up, and DATABASE_URL its address?", () =>
          lookAtDatabase(databaseUrl, url),
        ),
    brokers === undefined ? [] : lookAtKafka(brokers),
    // The SDK it asks with is a part of a second to load.
    import("./doctor/dapr.ts").then(({ lookAtDapr }) => lookAtDapr(target)),
    look("mail", "look at SMTP_URL and at the server", () => lookAtMail(target.smtpUrl)),
  ]);
  return found.flat();
};

/** The exit code. */
const main = async (): Promise<number> => {
  const flags = parseFlags(process.argv.slice(2), process.env);
  if (flags === "help") {
    say(help);
    return 0;
  }
  const runs = readRunFile(placesIn(flags.dataDir).runFile);
  const target = runs === null ? targetOfEnvironment(process.env) : targetOfRun(runs);
  const idle: Finding = { name: "stack", said: `not running with the data in ${flags.dataDir}` };
  const findings = [
    ...lookAtNode(new Date()),
    await lookAtDisk(flags.dataDir),
    ...(target === null ? [idle] : await lookAtStack(target)),
  ];
  for (const one of findings) say(lineOf(one));
  const wrong = findings.filter(({ problem }) => problem !== undefined).length;
  say(wrong === 0 ? "All is well" : `${wrong} of ${findings.length} are wrong`);
  return wrong === 0 ? 0 : 1;
};

const code = await main().catch((error: unknown) => {
  complain((error as Error).message);
  return 2;
});
// A sidecar that takes connections and is silent keeps the SDK's call under way for longer than anyone waits for it.
await leave(code);
