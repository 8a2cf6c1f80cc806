// The doctor's look at Kafka: its version, the topics, their partitions and how long they keep. Called by platform/doctor.ts.
import { topics } from "../../domain/topics.ts";
import { readMetadataVersion, releaseOf } from "../../kafka/features.ts";
import { type FoundTopic, readTopics } from "../kafka/topics.ts";
import { type Finding, finding, look, reasonOf } from "./finding.ts";

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

/** The version that the first of the brokers tells which answers; those that do not are named. Throws where none does. */
export const kafkaVersion = async (brokers: readonly string[]): Promise<Finding> => {
  const answers = await Promise.allSettled(brokers.map(readMetadataVersion));
  const silent = answers.flatMap((answer, n) =>
    answer.status === "rejected" ? [`${brokers[n]} (${reasonOf(answer.reason)})`] : [],
  );
  const there = answers.findIndex(({ status }) => status === "fulfilled");
  const answer = answers[there];
  if (answer?.status !== "fulfilled") throw new Error(silent.join(", "));
  const level = answer.value;
  const said = `${releaseOf(level)} or later at ${brokers[there]} (metadata.version ${level})`;
  return finding("kafka", said, [
    ...(level < leastLevel ? ["it is older than 4.1: update the brokers"] : []),
    ...(silent.length === 0 ? [] : [`not seen: ${silent.join(", ")}: are these up?`]),
  ]);
};

const topicsOf = async (brokers: string[]): Promise<Finding> => {
  const found = new Map((await readTopics(brokers)).map((one) => [one.name, one]));
  const wrong = topics.flatMap((topic) => topicProblem(topic, found.get(topic.name)) ?? []);
  const todo = "the next start makes them right";
  return finding(
    "topics",
    `${topics.length - wrong.length} of ${topics.length} are as they should be`,
    wrong.length === 0 ? [] : [...wrong, todo],
  );
};

/** Its version and its topics, each for itself: one that cannot be seen hides nothing of the other. */
export const lookAtKafka = async (brokers: string[]): Promise<Finding[]> => {
  const todo = "is it up, and KAFKA_BROKERS its address?";
  const found = await Promise.all([
    look("kafka", todo, () => kafkaVersion(brokers)),
    look("topics", todo, () => topicsOf(brokers)),
  ]);
  return found.flat();
};
