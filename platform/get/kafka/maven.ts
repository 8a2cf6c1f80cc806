// Before step 1: Kafka's jars by Maven, where the official archive cannot be had. Called by kafka.ts.
import { mkdir, realpath, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type GetContext, homeOf, MissingPrerequisite } from "../context.ts";
import { getJava } from "../java.ts";
import { run, ToolFailed } from "../run.ts";
import { versions } from "../versions.ts";
import { checkJars } from "./jars.ts";

/** Goes up when pom.xml changes, so that what an older one fetched is replaced. */
export const mavenRecipe = 1;

const pom = fileURLToPath(new URL("pom.xml", import.meta.url));

/** Fills `into/libs` with Kafka and its dependencies. The person's Maven settings apply. Throws `MissingPrerequisite` without Maven. */
export const kafkaByMaven = async (ctx: GetContext, into: string): Promise<void> => {
  const log = join(ctx.cacheDir, "logs", "kafka-maven.log");
  await mkdir(dirname(log), { recursive: true });
  await rm(log, { force: true });
  const libs = join(into, "libs");
  const goal = [
    "dependency:copy-dependencies",
    `-DoutputDirectory=${libs}`,
    `-Dkafka.version=${versions.kafka}`,
  ];
  const args = ["-B", "-ntp", "--strict-checksums", "-f", pom, ...goal];
  const { java } = await getJava(ctx);
  const JAVA_HOME = dirname(dirname(await realpath(java)));
  const env = { ...ctx.env, HOME: homeOf(ctx), JAVA_HOME };
  const say = {
    progress: ctx.progress,
    label: `Kafka ${versions.kafka}: fetching its jars with Maven`,
  };
  try {
    await run({ command: "mvn", args, env, timeoutMs: 30 * 60_000, log, say, signal: ctx.signal });
  } catch (error) {
    if (!(error instanceof ToolFailed && error.missing)) throw error;
    throw new MissingPrerequisite(
      `Kafka's archive could not be downloaded and there is no Maven to fetch its jars: install Maven (for example apt install maven), or set KAFKA_BROKERS to a running Kafka.`,
    );
  }
  await checkJars(libs);
};
