// Before step 1: the engines (PostgreSQL, Kafka, Dapr's control plane) and what they must hold (tables, topics), all at
// once as far as they do not need each other. An engine whose address was given is not started. Called by stack.ts.
import { join } from "node:path";
import { topics } from "../domain/topics.ts";
import type { GetContext } from "./get/context.ts";
import { getDapr } from "./get/dapr.ts";
import { getJava } from "./get/java.ts";
import { getKafka } from "./get/kafka.ts";
import { kafkaPart } from "./kafka/part.ts";
import { ensureTopics } from "./kafka/topics.ts";
import { placementPart, schedulerPart } from "./parts/dapr.ts";
import { postgresPart } from "./postgres/part.ts";
import { partLine, say, seconds, stopwatch } from "./print.ts";
import type { Setting } from "./setting.ts";
import type { PartSpec } from "./supervisor/part.ts";
import type { Supervisor } from "./supervisor/supervisor.ts";
import type { TaskRunner } from "./supervisor/task.ts";
import { buildWeb } from "./web.ts";

/** What starting needs. `task` runs short programs, `get` finds or fetches engines. */
export type Starter = {
  setting: Setting;
  supervisor: Supervisor;
  task: TaskRunner;
  get: GetContext;
};

/** Starts a part and says how long it took. */
export const startPart = async (
  { supervisor, setting }: Starter,
  spec: PartSpec,
): Promise<void> => {
  const took = stopwatch();
  await setting.ports.release(Object.values(spec.ports));
  await supervisor.start(spec);
  say(partLine(spec.name, `ready in ${seconds(took())}`));
};

const startPostgres = async (starter: Starter): Promise<void> => {
  const { setting, task } = starter;
  const { places, known, password, flags } = setting;
  if (flags.databaseUrl) return say(partLine("postgres", "the one given by DATABASE_URL"));
  const port = known.ports["postgres"] ?? 0;
  const directory = places.postgres;
  const part = await postgresPart({ directory, dataDir: places.root, password, port, task });
  await startPart(starter, part);
};

const migrate = async ({ setting, task }: Starter): Promise<void> => {
  const { root, known } = setting;
  const took = stopwatch();
  await task({
    name: "migrate",
    file: process.execPath,
    args: [join(root, "database", "migrate.ts")],
    env: { ...process.env, DATABASE_URL: known.databaseUrl },
    withinMs: 31 * 60_000, // a minute more than a statement of it may take (database/migrate.ts)
  });
  say(partLine("tables", `ready in ${seconds(took())}`));
};

const makeTopics = async ({ setting }: Starter): Promise<void> => {
  const took = stopwatch();
  await ensureTopics(setting.known.kafkaBrokers, topics);
  say(partLine("topics", `ready in ${seconds(took())}`));
};

const startKafka = async (starter: Starter): Promise<void> => {
  const { setting, task, get } = starter;
  const { places, known, flags } = setting;
  if (flags.kafkaBrokers) {
    say(partLine("kafka", "the one given by KAFKA_BROKERS"));
    return makeTopics(starter);
  }
  const [{ java }, { classpath, from }] = await Promise.all([getJava(get), getKafka(get)]);
  if (from !== "cache") say(partLine("kafka", `its program: ${from}`));
  const port = known.ports["kafka"] ?? 0;
  const controllerPort = known.ports["kafka-controller"] ?? 0;
  const directory = places.kafka;
  const tell = (line: string): void => say(partLine("kafka", line));
  await startPart(
    starter,
    kafkaPart({ java, classpath, directory, port, controllerPort, task, topics, say: tell }),
  );
};

const controlPorts = (ports: Record<string, number>, name: string, inner: string) => ({
  port: ports[name] ?? 0,
  healthPort: ports[`${name}-health`] ?? 0,
  innerPort: ports[`${name}-${inner}`] ?? 0,
});

// Resolves with daprd's path: the sidecars come later.
const startDapr = async (starter: Starter): Promise<string> => {
  const { setting, get } = starter;
  const { flags, known, places } = setting;
  const { daprd, placement, scheduler, from } = await getDapr(get);
  if (from !== "cache") say(partLine("dapr", `its programs: ${from}`));
  const { ports } = known;
  const schedulerPorts = controlPorts(ports, "scheduler", "peer");
  const clientPort = ports["scheduler-client"] ?? 0;
  const parts: PartSpec[] = [];
  if (!flags.daprPlacement) {
    parts.push(placementPart(placement, controlPorts(ports, "placement", "raft")));
  }
  if (!flags.daprScheduler) {
    parts.push(schedulerPart(scheduler, { ...schedulerPorts, clientPort }, places.scheduler));
  }
  await Promise.all(parts.map((part) => startPart(starter, part)));
  return daprd;
};

const buildPage = async ({ setting, task }: Starter): Promise<void> => {
  const took = stopwatch();
  const built = await buildWeb(setting.root, task);
  say(partLine("page", built ? `built in ${seconds(took())}` : "is up to date"));
};

/** Starts all engines and prepares tables, topics and the page. Resolves with the path of daprd for the sidecars. */
export const startEngines = async (starter: Starter): Promise<string> => {
  const [daprd] = await Promise.all([
    startDapr(starter),
    startPostgres(starter).then(() => migrate(starter)),
    startKafka(starter),
    buildPage(starter),
  ]);
  return daprd;
};
