// Before step 4: Kafka (KRaft, one node) as a part of the stack. Called by stack.ts.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PartSpec } from "../supervisor/part.ts";
import { tcpOpen } from "../supervisor/probes.ts";
import type { TaskRunner } from "../supervisor/task.ts";
import { serverProperties } from "./settings.ts";

const log4j = fileURLToPath(new URL("log4j2.xml", import.meta.url));

/** `java` and `classpath` come from platform/get; `directory` is Kafka's own in the data directory. */
export type KafkaOptions = {
  java: string;
  classpath: string;
  directory: string;
  port: number;
  controllerPort: number;
  task: TaskRunner;
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
  rmSync(log, { recursive: true, force: true });
  renameSync(fresh, log);
};

/** Formats the log at the first start, writes the settings, and says how the node is run. */
export const kafkaPart = async (options: KafkaOptions): Promise<PartSpec> => {
  const { java, classpath, directory, port, controllerPort } = options;
  const log = join(directory, "log");
  const config = join(directory, "server.properties");
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!existsSync(join(log, "meta.properties"))) await format(log, options);
  writeFileSync(config, serverProperties({ directory: log, port, controllerPort }));
  return {
    name: "kafka",
    stage: 0,
    file: java,
    args: [...jvm(classpath), "kafka.Kafka", config],
    env,
    ports: { kafka: port, controller: controllerPort },
    ready: tcpOpen(port),
    readyWithinMs: 90_000,
    stopSignal: "SIGTERM",
    stopWithinMs: 10_000,
  };
};
