// The doctor's look at Kafka: its version, the topics, their partitions and how long they keep. Called by platform/doctor.ts.
import { topics } from "../../domain/topics.ts";
import { readMetadataVersion, releaseOf } from "../../kafka/features.ts";
import { type FoundTopic, readTopics } from "../kafka/topics.ts";
import { type Finding, finding } from "./finding.ts";

/** The metadata.version of Kafka 4.1. */
const leastLevel = 26;

/** What is wrong with a topic, or null. `found` is undefined for one that is not there. */
export const topicProblem = (
  { name, partitions, retentionMs }: (typeof topics)[number],
  found: FoundTopic | undefined,
): string | null => {
  if (found === undefined) return `${name} is missing`;
  if (found.partitions < partitions)
    return `${name} has ${found.partitions} partitions, not ${partitions}`;
  if (found.retentionMs !== retentionMs)
    return `${name} keeps ${days(found.retentionMs)}, not ${days(retentionMs)}`;
  if (found.offline > 0) return `${name} has ${found.offline} partitions without a leader`;
  return null;
};

const days = (ms: number): string => {
  if (ms < 0) return "for ever";
  return ms < 86_400_000 ? "less than a day" : `${Math.round(ms / 86_400_000)} days`;
};

const kafkaVersion = async (broker: string): Promise<Finding> => {
  const level = await readMetadataVersion(broker);
  const said = `${releaseOf(level)} or later at ${broker} (metadata.version ${level})`;
  const old = "it is older than 4.1: update the brokers";
  return finding("kafka", said, level < leastLevel ? [old] : []);
};

/** Its version and its topics. Throws where it is away. */
export const lookAtKafka = async (brokers: string[]): Promise<Finding[]> => {
  const [first = ""] = brokers;
  const found = new Map((await readTopics(brokers)).map((one) => [one.name, one]));
  const wrong = topics.flatMap((topic) => topicProblem(topic, found.get(topic.name)) ?? []);
  const todo = "the next start makes them right";
  return [
    await kafkaVersion(first),
    finding(
      "topics",
      `${topics.length - wrong.length} of ${topics.length} are as they should be`,
      wrong.length === 0 ? [] : [...wrong, todo],
    ),
  ];
};
