// Tables and topics for a place where no platform makes them: the image `migrate`, run once before the other processes.
import { migrateAt } from "../database/migrate.ts";
import { topics } from "../domain/topics.ts";
import { ensureTopics } from "../platform/kafka/topics.ts";
import { readStores } from "./config.ts";

const { databaseUrl, kafkaBrokers } = readStores();
try {
  await migrateAt(databaseUrl);
  if (kafkaBrokers) await ensureTopics(kafkaBrokers.join(","), topics);
  process.stdout.write(kafkaBrokers ? "topics are up to date\n" : "no KAFKA_BROKERS: no topics\n");
} catch (error) {
  process.stderr.write(`tables and topics could not be made: ${String(error)}\n`);
  process.exitCode = 1;
}
