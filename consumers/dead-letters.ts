// `npm run dead-letters`: shows what the consumers gave up on, or hands it to them again. Run by an operator.
import { parseArgs } from "node:util";
import { listGivenUp } from "../database/commands/list-given-up.ts";
import { retryGivenUp } from "../database/commands/retry-given-up.ts";
import { leave } from "../process/leave.ts";
import { openDatabase, type Database } from "../database/pool.ts";
import { auditConsumer } from "./audit/consumer.ts";
import { readSidecarConfig, readToolConfig } from "./config.ts";
import { consumerNames, type Consumer, type ConsumerName } from "./consumer.ts";
import { readLetters, replayLetters, type WaitingLetter } from "./dead-letters/letters.ts";
import { type OpenPublisher, resend } from "./dead-letters/resend.ts";
import type { Publisher } from "../sidecar/sdk.ts";
import { openKafka, type KafkaLog } from "./kafka.ts";
import { complain, counted, number, say } from "./print.ts";
import { searchConsumer } from "./search/consumer.ts";

const help = `Shows or repeats what the consumers of the log, and the gateway, gave up on.

Usage: npm run dead-letters -- list|replay [audit|search|notify|follow|commands] [flags]

  list              what waits: when, whose, from where in the log, and why it was given up
  replay            hands each waiting one to its consumer again; what is refused again waits on with its new reason
  audit, …          only the letters of this consumer; commands: requests that were promised and could not be carried out
  --data-dir <dir>  the data directory of the running stack (default as for npm start)
  --help            this page

It talks to the stack that runs with npm start, or to DATABASE_URL and KAFKA_BROKERS where both are given. Letters of notify and follow go
back to their topic through the sidecar of the consumers: DAPR_HTTP_PORT and DAPR_API_TOKEN where no stack runs here.`;

const consumers: Record<ConsumerName, (db: Database, publisher: OpenPublisher) => Consumer> = {
  audit: auditConsumer,
  search: (db) => searchConsumer(db),
  notify: (_, publisher) => resend(publisher, "notify", "reminders"),
  follow: (_, publisher) => resend(publisher, "follow", "follow-ups"),
};

const list = async (kafka: KafkaLog, names: ConsumerName[]): Promise<void> => {
  for (const name of names) {
    let count = 0;
    await readLetters(kafka, name, async (letters) => {
      count += letters.length;
      for (const letter of letters) say(`  ${line(letter)}`);
    });
    say(`${name}: ${count === 0 ? "nothing waits" : `${counted(count, "letter")} above`}`);
  }
};

const line = ({ record, origin }: WaitingLetter): string =>
  [
    new Date(record.timestampMs).toISOString(),
    `letter ${record.offset}`,
    `${origin.topic} ${origin.partition}:${origin.offset}`,
    `owner ${record.key ?? "unknown"}`,
    origin.reason,
  ].join("  ");

const replay = async (
  kafka: KafkaLog,
  names: ConsumerName[],
  db: Database,
  publisher: OpenPublisher,
): Promise<void> => {
  for (const name of names) {
    const { stored, refused } = await replayLetters(kafka, consumers[name](db, publisher));
    if (stored + refused === 0) say(`${name}: nothing waits`);
    else say(`${name}: ${counted(stored, "letter")} stored, ${number(refused)} refused again`);
  }
};

const mostShown = 1_000;

/** Requests that the gateway promised and could not carry out. */
const listCommands = async (db: Database): Promise<void> => {
  const found = await listGivenUp(db, { limit: mostShown });
  for (const { userId, key, promisedAt, attempts, commands: types, reason } of found)
    say(
      `  ${[promisedAt.toISOString(), `key ${key}`, `owner ${userId}`, types.join(" "), counted(attempts, "try", "tries"), reason].join("  ")}`,
    );
  const count = found.length;
  say(`commands: ${count === 0 ? "nothing waits" : `${counted(count, "request")} above`}`);
};

const replayCommands = async (db: Database): Promise<void> => {
  const count = await retryGivenUp(db);
  if (count === 0) say("commands: nothing waits");
  else
    say(
      `commands: ${counted(count, "request")} will be carried out within seconds, unless the task has changed since`,
    );
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "data-dir": { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  const [order, ...wanted] = positionals;
  const asked = <T extends string>(all: readonly T[]) =>
    all.filter((name) => wanted.length === 0 || wanted.includes(name));
  const names = asked(consumerNames);
  const [commands] = asked(["commands"]);
  const known = wanted.every((name) => name === commands || names.some((one) => one === name));
  if (values.help === true) return say(help);
  if ((order !== "list" && order !== "replay") || !known)
    throw new Error(`not understood\n${help}`);
  const config = readToolConfig(values["data-dir"]);
  const kafka = await openKafka(config.kafkaBrokers);
  const db = openDatabase(config.databaseUrl, { max: 1 });
  let opened: Publisher | undefined;
  const publisher: OpenPublisher = async () => {
    const { httpPort: port, apiToken } = readSidecarConfig(values["data-dir"], "consumers");
    const { openPublisher } = await import("../sidecar/sdk.ts");
    opened ??= openPublisher({ port, apiToken }, "pubsub-log");
    return opened;
  };
  try {
    await (order === "list" ? list(kafka, names) : replay(kafka, names, db, publisher));
    if (commands) await (order === "list" ? listCommands(db) : replayCommands(db));
  } finally {
    await Promise.allSettled([kafka.close(), db.end(), opened?.close()]);
  }
};

const code = await main().then(
  () => 0,
  (error: unknown) => {
    complain(`dead-letters: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  },
);
// A sidecar that takes connections and is silent keeps the SDK's call under way for longer than anyone waits for it.
await leave(code);
