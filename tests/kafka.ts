// A real one-node Kafka in a temporary folder for the tests that need one of their own, on loopback.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Kafka, logLevel, Partitioners } from "../kafka/kafkajs.ts";
import { topics } from "../domain/topics.ts";
import { getJava } from "../platform/get/java.ts";
import { getKafka } from "../platform/get/kafka.ts";
import { freePort, until } from "./dapr.ts";

export type TestRecord = { key?: string; value: string | Buffer; headers?: Record<string, string> };

export type TestKafka = {
  brokers: string;
  client: Kafka;
  /** Appends records to a topic, in order. */
  send(topic: string, records: TestRecord[]): Promise<void>;
  /** How many records a topic holds. */
  count(topic: string): Promise<number>;
  /** Deletes a topic and makes it anew, empty. */
  renew(topic: string): Promise<void>;
  /** Stops the server's process where it is, as a machine that hangs; `go` lets it run on. */
  freeze(): void;
  go(): void;
  stop(): Promise<void>;
};

const properties = (folder: string, port: number, controllerPort: number) => `
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=${join(folder, "data")}
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
`;

const engine = async () => {
  const cacheDir = process.env["PUNCTUAL_CACHE_DIR"] ?? join(homedir(), ".cache", "punctual");
  const context = { cacheDir, env: process.env, progress: () => undefined };
  const [{ classpath }, { java }] = await Promise.all([getKafka(context), getJava(context)]);
  return { classpath, java };
};

/** Starts Kafka with the topics of the system (about 8 s). `stop` ends it and deletes its folder. */
export const startKafka = async (): Promise<TestKafka> => {
  const { classpath, java } = await engine();
  const folder = await mkdtemp(join(tmpdir(), "punctual-kafka-"));
  const [port, controllerPort] = await Promise.all([freePort(), freePort()]);
  const file = join(folder, "server.properties");
  await writeFile(file, properties(folder, port, controllerPort));
  const jvm = ["-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classpath];
  const id = "AAAAAAAAAAAAAAAAAAAAAg";
  const format = ["kafka.tools.StorageTool", "format", "-t", id, "-c", file];
  await promisify(execFile)(java, [...jvm, ...format]);
  const server = spawn(java, [...jvm, "kafka.Kafka", file], { stdio: "ignore" });
  const brokers = `127.0.0.1:${port}`;
  const client = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING });
  const admin = client.admin();
  const producer = client.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    idempotent: true, // a topic that was just made moves once more, and what is sent then would be sent again
    maxInFlightRequests: 1,
  });
  await until("kafka", () => admin.connect().then(() => true), 40_000);
  await admin.createTopics({
    waitForLeaders: true,
    topics: topics.map(({ name, partitions }) => ({ topic: name, numPartitions: partitions })),
  });
  await producer.connect();
  return {
    brokers,
    client,
    send: async (topic, records) => {
      for (let from = 0; from < records.length; from += 200) {
        await producer.send({ topic, messages: records.slice(from, from + 200) });
      }
    },
    count: async (topic) =>
      (await admin.fetchTopicOffsets(topic)).reduce(
        (sum, { high, low }) => sum + Number(high) - Number(low),
        0,
      ),
    renew: async (topic) => {
      const numPartitions = topics.find(({ name }) => name === topic)?.partitions ?? 1;
      await admin.deleteTopics({ topics: [topic] });
      await admin.createTopics({ waitForLeaders: false, topics: [{ topic, numPartitions }] });
      await until(
        "a topic made anew",
        async () => (await admin.fetchTopicOffsets(topic)).length > 0,
      );
    },
    freeze: () => void server.kill("SIGSTOP"),
    go: () => void server.kill("SIGCONT"),
    stop: async () => {
      await Promise.allSettled([admin.disconnect(), producer.disconnect()]);
      if (server.exitCode === null && server.signalCode === null) {
        const exited = once(server, "exit");
        server.kill("SIGKILL");
        await exited;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
};
