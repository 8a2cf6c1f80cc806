// Before step 4: Kafka (KRaft, one node) as a part of the stack. Called by engines.ts.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PartSpec } from "../supervisor/part.ts";
import { tcpOpen } from "../supervisor/probes.ts";
import type { TaskRunner } from "../supervisor/task.ts";
import { serverProperties } from "./settings.ts";
import { ensureTopics, type Topic } from "./topics.ts";

const log4j = fileURLToPath(new URL("log4j2.xml", import.meta.url));

/**
 * `java` and `classpath` come from platform/get; `directory` is Kafka's own in the data directory. `say` hears when a log that
 * was there is gone; `topics` are made whenever they are missing.
 */
export type KafkaOptions = {
  java: string;
  classpath: string;
  directory: string;
  port: number;
  controllerPort: number;
  task: TaskRunner;
  topics: readonly Topic[];
  say: (line: string) => void;
};

// C1 only and the serial collector: half the CPU of a start, and fast enough for one person's log.
const jvm = (classpath: string): string[] => [
  "-Xms64m",
  "-Xmx512m",
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-Djava.net.preferIPv4Stack=true",
  `-Dlog4j2.configurationFile=${log4j}`,
  "-cp",
  classpath,
];

const env = { PATH: process.env["PATH"], LANG: "C", TZ: "UTC" };

/** A cluster id as Kafka makes them: 16 bytes in base64url, not beginning with a dash. */
const newClusterId = (): string => {
  const id = randomBytes(16).toString("base64url");
  return id.startsWith("-") ? newClusterId() : id;
};

const format = async (log: string, options: KafkaOptions): Promise<void> => {
  const fresh = `${log}.new`;
  const config = join(options.directory, "format.properties");
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(config, serverProperties({ ...options, directory: fresh }));
  await options.task({
    name: "kafka-format",
    file: options.java,
    args: [
      ...jvm(options.classpath),
      "kafka.tools.StorageTool",
      "format",
      "-t",
      newClusterId(),
      "-c",
      config,
    ],
    env,
    withinMs: 60_000,
  });
  putAside(log);
  renameSync(fresh, log);
};

/** What is left of a broken log is kept, once, for whoever wants to look into it. */
const putAside = (log: string): void => {
  if (existsSync(log) && readdirSync(log).length > 0) {
    rmSync(`${log}.broken`, { recursive: true, force: true });
    renameSync(log, `${log}.broken`);
  } else rmSync(log, { recursive: true, force: true });
};

/** Makes what a start needs and does not find: the settings, and a log where there is none. */
const prepare = async (options: KafkaOptions, isFirst: boolean): Promise<void> => {
  const { directory, port, controllerPort, say } = options;
  const log = join(directory, "log");
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!existsSync(join(log, "meta.properties"))) {
    if (!isFirst) say(lost(log));
    await format(log, options);
  }
  writeFileSync(
    join(directory, "server.properties"),
    serverProperties({ directory: log, port, controllerPort }),
  );
};

/** The sentence for a log that is gone while the stack runs. */
export const lost = (log: string): string =>
  `Kafka's log ${log} is gone: a new, empty one is made. Tasks, lists and history are kept; changes of the last moments that the history had not read yet are missing in it`;

/**
 * How the node is run. Before each start its log is formatted if there is none, and after each start the missing topics are
 * made: so it heals when its directory is deleted while it runs.
 */
export const kafkaPart = (options: KafkaOptions): PartSpec => {
  const { java, classpath, directory, port, controllerPort, topics } = options;
  let starts = 0;
  return {
    name: "kafka",
    stage: 0,
    file: java,
    args: [...jvm(classpath), "kafka.Kafka", join(directory, "server.properties")],
    env,
    ports: { kafka: port, controller: controllerPort },
    before: () => prepare(options, starts++ === 0),
    ready: tcpOpen(port),
    after: () => ensureTopics(`127.0.0.1:${port}`, topics),
    readyWithinMs: 90_000,
    stopSignal: "SIGTERM",
    stopWithinMs: 10_000,
  };
};
