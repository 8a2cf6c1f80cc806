// The one file that knows @dapr/dapr. Commands of an operator load it, and the contract test; never a server process: importing it costs
// as much as one of them does to start, and its calls have no deadline and no headers of their own (docs/design.md).
import { CommunicationProtocolEnum, DaprClient } from "@dapr/dapr";
import * as z from "zod";
import type { CloudEvent } from "./publish-bulk.ts";

/** Where the sidecar listens on loopback, and the token it asks for. */
export type SdkAddress = { port: number; apiToken: string; protocol?: "http" | "grpc" };

const silent = () => undefined;
const silence = { error: silent, warn: silent, info: silent, verbose: silent, debug: silent };

/** The SDK's own client. It says nothing by itself: what goes wrong is thrown. */
export const openClient = ({ port, apiToken, protocol = "http" }: SdkAddress): DaprClient =>
  new DaprClient({
    daprHost: "127.0.0.1",
    daprPort: String(port),
    daprApiToken: apiToken,
    communicationProtocol:
      protocol === "http" ? CommunicationProtocolEnum.HTTP : CommunicationProtocolEnum.GRPC,
    logger: { service: silence },
  });

const deadlineMs = 10_000;

/** Rejects after 10 s: the SDK would wait a minute for a sidecar that is not there. */
const inTime = async <T>(what: string, work: Promise<T>): Promise<T> => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`${what}: the sidecar did not answer within ${deadlineMs / 1_000} s`)),
    deadlineMs,
  );
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** Publishes an event as it is, keyed so that one person's events stay in order. Throws when the sidecar or Kafka does not take it. */
export type PublishEvent = (topic: string, key: string, event: CloudEvent) => Promise<void>;

export type Publisher = { publish: PublishEvent; close(): Promise<void> };

/** Publishes through the sidecar, until it is closed. `pubsub`: the component's name in components/. */
export const openPublisher = (address: SdkAddress, pubsub: string): Publisher => {
  const client = openClient(address);
  return {
    publish: async (topic, key, event) => {
      const metadata = { rawPayload: "true", partitionKey: key };
      const contentType = "application/json";
      const sent = client.pubsub.publish(pubsub, topic, event, { contentType, metadata });
      const { error } = await inTime(`publish to ${topic}`, sent);
      if (error) throw error;
    },
    close: () => client.stop(),
  };
};

/** What a sidecar says of itself: its id, the components it has loaded, the actor types it hosts, and whether placement knows it. */
export type SidecarFacts = {
  id: string;
  version: string;
  components: { name: string; type: string }[];
  actors: { type: string; count: number }[];
  isPlaced: boolean;
};

/** The SDK knows the types of an older runtime; what it passes on beyond them is parsed here. */
const Metadata = z.object({
  id: z.string(),
  components: z.array(z.object({ name: z.string(), type: z.string() })).default([]),
  actors: z.array(z.object({ type: z.string(), count: z.int().default(0) })).default([]),
  extended: z.object({ daprRuntimeVersion: z.string().default("") }),
  actorRuntime: z.object({ placement: z.string().default("") }).optional(),
});

/** Asks a sidecar for its metadata. Throws when it does not answer within 10 s. */
export const readMetadata = async (address: SdkAddress): Promise<SidecarFacts> => {
  const client = openClient(address);
  try {
    const { id, components, actors, extended, actorRuntime } = Metadata.parse(
      await inTime("metadata", client.metadata.get()),
    );
    const isPlaced = actorRuntime === undefined || actorRuntime.placement.endsWith(": connected");
    return { id, version: extended.daprRuntimeVersion, components, actors, isPlaced };
  } finally {
    await client.stop();
  }
};
