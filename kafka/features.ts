// Which Kafka it is: brokers tell the newest metadata.version they know, which goes up with each release. Called by the doctor.
// kafkajs speaks no version of the request that tells it (https://kafka.apache.org/protocol, ApiVersions).
import { ask, createReader, requestOf } from "./wire.ts";

const apiVersions = { key: 18, version: 3 };
/** Tag of the answer with the features that the broker supports. */
const supportedFeatures = 0;

/** The metadata.version of each release that is new enough (org.apache.kafka.server.common.MetadataVersion), newest first. */
const releases: [level: number, release: string][] = [
  [28, "4.2"],
  [26, "4.1"],
  [22, "4.0"],
  [21, "3.9"],
];

/** The release a metadata.version came with: "4.1", or "before 3.9". */
export const releaseOf = (level: number): string =>
  releases.find(([from]) => level >= from)?.[1] ?? "before 3.9";

/** The newest metadata.version that a broker supports. Throws within 5 s where it does not answer, or tells none. */
export const readMetadataVersion = async (broker: string): Promise<number> => {
  const text = (words: string) => Buffer.concat([Buffer.of(words.length + 1), Buffer.from(words)]);
  const body = Buffer.concat([text("punctual"), text("1"), Buffer.of(0)]);
  const reader = createReader(await ask(broker, requestOf(apiVersions, body)));
  reader.skip(4); // correlation id; this answer's header has no tags
  const error = reader.int16();
  if (error !== 0) throw new Error(`the broker answered with error ${error}`);
  for (let left = reader.length(); left > 0; left -= 1) {
    reader.skip(6); // a request, and from which version to which
    reader.tags();
  }
  reader.skip(4); // throttle time
  for (let left = reader.varint(); left > 0; left -= 1) {
    const tag = reader.varint();
    const size = reader.varint();
    if (tag !== supportedFeatures) {
      reader.skip(size);
      continue;
    }
    for (let features = reader.length(); features > 0; features -= 1) {
      const name = reader.text();
      reader.skip(2); // from this version
      const newest = reader.int16();
      reader.tags();
      if (name === "metadata.version") return newest;
    }
  }
  throw new Error("the broker does not tell its metadata.version");
};
