// Before step 4: makes the topics of domain/topics.ts and keeps their retention right. The platform's only kafkajs file.
// Called by engines.ts.
import { type Admin, Kafka, logLevel } from "../../kafka/kafkajs.ts";

/** What a topic must be. */
export type Topic = { name: string; partitions: number; retentionMs: number };

/** A topic as Kafka has it. `offline`: partitions without a leader. */
export type FoundTopic = Topic & { offline: number };

const topicResource = 2; // ConfigResourceTypes.TOPIC; the enum's import does not survive type erasure in every bundler

const retentionEntry = (retentionMs: number): { name: string; value: string } => ({
  name: "retention.ms",
  value: String(retentionMs),
});

const createMissing = async (admin: Admin, topics: readonly Topic[]): Promise<Topic[]> => {
  const there = new Set(await admin.listTopics());
  const missing = topics.filter(({ name }) => !there.has(name));
  const wanted = missing.map(({ name, partitions, retentionMs }) => ({
    topic: name,
    numPartitions: partitions,
    replicationFactor: -1, // the cluster's own default: 1 here, more on a real one
    configEntries: [retentionEntry(retentionMs)],
  }));
  if (wanted.length > 0)
    await admin.createTopics({ topics: wanted, timeout: 10_000, waitForLeaders: true });
  return topics.filter((topic) => !missing.includes(topic));
};

const growPartitions = async (admin: Admin, topics: readonly Topic[]): Promise<void> => {
  const { topics: found } = await admin.fetchTopicMetadata({
    topics: topics.map(({ name }) => name),
  });
  const count = new Map(found.map(({ name, partitions }) => [name, partitions.length]));
  const short = topics.filter(({ name, partitions }) => (count.get(name) ?? 0) < partitions);
  const wanted = short.map(({ name, partitions }) => ({ topic: name, count: partitions }));
  if (wanted.length > 0) await admin.createPartitions({ topicPartitions: wanted });
};

const correctRetention = async (admin: Admin, topics: readonly Topic[]): Promise<void> => {
  const resources = topics.map(({ name }) => ({
    type: topicResource,
    name,
    configNames: ["retention.ms"],
  }));
  const { resources: found } = await admin.describeConfigs({ resources, includeSynonyms: false });
  const current = new Map(
    found.map((one) => [one.resourceName, one.configEntries[0]?.configValue]),
  );
  const wrong = topics.filter(({ name, retentionMs }) => current.get(name) !== String(retentionMs));
  if (wrong.length === 0) return;
  const wanted = wrong.map(({ name, retentionMs }) => ({
    type: topicResource,
    name,
    configEntries: [retentionEntry(retentionMs)],
  }));
  await admin.alterConfigs({ validateOnly: false, resources: wanted });
};

const connectTo = (brokers: string[], retries: number): Kafka =>
  new Kafka({
    clientId: "punctual-platform",
    brokers,
    logLevel: logLevel.NOTHING,
    connectionTimeout: 2_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries },
  });

/** The topics that are there. Throws within some seconds where Kafka is away. */
export const readTopics = async (brokers: string[]): Promise<FoundTopic[]> => {
  const admin = connectTo(brokers, 2).admin();
  await admin.connect();
  try {
    const { topics } = await admin.fetchTopicMetadata();
    const resources = topics.map(({ name }) => ({
      type: topicResource,
      name,
      configNames: ["retention.ms"],
    }));
    const { resources: found } = await admin.describeConfigs({ resources, includeSynonyms: false });
    const kept = new Map(
      found.map((one) => [one.resourceName, Number(one.configEntries[0]?.configValue)]),
    );
    return topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.length,
      offline: partitions.filter(({ leader }) => leader < 0).length,
      retentionMs: kept.get(name) ?? Number.NaN,
    }));
  } finally {
    await admin.disconnect();
  }
};

/**
 * Creates the topics that are missing, adds partitions where there are too few (they are never taken away), and sets the
 * retention (ms). `brokers`: host:port list. Retries for about 30 s while Kafka is not ready, then throws its error.
 */
export const ensureTopics = async (brokers: string, topics: readonly Topic[]): Promise<void> => {
  const admin = connectTo(
    brokers.split(",").map((broker) => broker.trim()),
    18,
  ).admin();
  await admin.connect();
  try {
    const old = await createMissing(admin, topics);
    if (old.length === 0) return;
    await growPartitions(admin, old);
    await correctRetention(admin, old);
  } finally {
    await admin.disconnect();
  }
};
