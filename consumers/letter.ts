// What a dead letter looks like in its topic. Written by dapr.ts, read by dead-letters/.
import type { TopicName } from "../domain/topics.ts";
import type { ConsumerName } from "./consumer.ts";

export const letterTopic = (consumer: ConsumerName): TopicName => `${consumer}.dead-letter`;

/** Where a letter's record was in the log and why it was given up. */
export type LetterOrigin = { topic: string; partition: number; offset: string; reason: string };

/** The headers a letter carries. */
export const letterHeaders = (letter: LetterOrigin): Record<string, string> => ({
  "from-topic": letter.topic,
  "from-partition": String(letter.partition),
  "from-offset": letter.offset,
  reason: letter.reason,
});

/** The headers read back. A letter that the sidecar wrote by itself has none of ours. */
export const readLetterHeaders = (headers: Record<string, string>): LetterOrigin => ({
  topic: headers["from-topic"] ?? headers["__topic"] ?? "unknown",
  partition: Number(headers["from-partition"] ?? headers["__partition"] ?? -1),
  offset: headers["from-offset"] ?? headers["__offset"] ?? "unknown",
  reason: headers["reason"] ?? "the sidecar could not deliver it",
});
