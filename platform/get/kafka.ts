// Before step 1: finds or gets Kafka's jars. Called by engines.ts unless KAFKA_BROKERS names a running Kafka.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { GetContext } from "./context.ts";
import { type Engine, install } from "./install.ts";
import { downloadKafka } from "./kafka/release.ts";
import { kafkaByMaven, mavenRecipe } from "./kafka/maven.ts";
import { firstThatWorks, type Route } from "./routes.ts";
import { versions } from "./versions.ts";

const engine: Engine = { name: "kafka", version: versions.kafka, recipe: mavenRecipe };

/**
 * `classpath` for `java -cp … kafka.Kafka`: from the cache, the official archive, or fetched by Maven. `from` says which.
 * Throws `MissingPrerequisite` when only an installation of something would help.
 */
export const getKafka = async (
  ctx: GetContext,
): Promise<{ classpath: string; version: string; from: string }> => {
  const routes: [Route, Route] = [
    { name: "official archive", fill: (into) => downloadKafka(ctx, into) },
    { name: "fetched by Maven", fill: (into) => kafkaByMaven(ctx, into) },
  ];
  const empty = (into: string) => rm(join(into, "libs"), { recursive: true, force: true });
  const { dir, from } = await install(ctx, engine, (into) =>
    firstThatWorks(ctx, `Kafka ${versions.kafka}`, routes, into, empty),
  );
  return { classpath: join(dir, "libs", "*"), version: versions.kafka, from };
};
