// Before step 1: what a folder of Kafka's jars must hold. Called by release.ts and maven.ts.
import { readdir } from "node:fs/promises";
import { versions } from "../versions.ts";

const needed = [
  `kafka_${versions.scala}-${versions.kafka}.jar`,
  `kafka-clients-${versions.kafka}.jar`,
];

/** Throws when the folder lacks Kafka's own jars of the wanted version. */
export const checkJars = async (libs: string): Promise<void> => {
  const there = new Set(await readdir(libs).catch(() => []));
  const missing = needed.filter((name) => !there.has(name));
  if (missing.length > 0) throw new Error(`${libs} has no ${missing.join(" and no ")}`);
};
