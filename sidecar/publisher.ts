// Step 4 of the trip, for the whole process: messages of all actors go to the sidecar together. Made by main.ts, called by outbox.ts.
import type { Message } from "./message.ts";
import type { BulkEntry, PublishBulk } from "./publish-bulk.ts";

/** Publishes a message; resolves when Kafka has it, rejects when it has not. */
export type Publish = (message: Message) => Promise<void>;

/** `idle` resolves once nothing is under way or waits. */
export type Publisher = { publish: Publish; idle: () => Promise<void> };

const maxBatch = 200;
/** Characters of events in a request, at most three bytes each: the sidecar takes 4 MB, and refuses more without a word about the entries. */
const maxChars = 1_000_000;

type Waiting = { message: Message; resolve(): void; reject(reason: unknown): void };

/**
 * One request a topic is under way; what comes meanwhile goes with the next one, in the order it came. So a message alone
 * goes at once, many cost one request together (a fifth each, measured), and one person's messages keep their order.
 */
export const createPublisher = (publishBulk: PublishBulk): Publisher => {
  const queues = new Map<string, Waiting[]>();
  const open = new Set<Promise<void>>();

  const send = async (topic: string, batch: Waiting[]): Promise<void> => {
    try {
      const failed = await publishBulk(topic, batch.map(entryOf));
      for (const [n, one] of batch.entries()) {
        const reason = failed.get(String(n));
        if (reason === undefined) one.resolve();
        else one.reject(new Error(`publish to ${topic}: ${reason}`));
      }
    } catch (error) {
      for (const one of batch) one.reject(error);
    }
  };

  const run = async (topic: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) await send(topic, queue.splice(0, countThatFit(queue)));
    queues.delete(topic);
  };

  const enqueue: Publish = (message) =>
    new Promise((resolve, reject) => {
      const waiting = { message, resolve, reject };
      const queue = queues.get(message.topic);
      if (queue) return void queue.push(waiting);
      const fresh = [waiting];
      queues.set(message.topic, fresh);
      // What the same turn publishes to this topic goes along.
      queueMicrotask(() => void run(message.topic, fresh));
    });

  return {
    publish: (message) => {
      const sent = enqueue(message);
      const forget = () => void open.delete(sent);
      open.add(sent);
      sent.then(forget, forget);
      return sent;
    },
    idle: async () => {
      while (open.size > 0) await Promise.allSettled(open);
    },
  };
};

/** One always does: what is too large alone is for the sidecar to refuse. */
const countThatFit = (queue: Waiting[]): number => {
  if (queue.length === 1) return 1;
  let [count, chars] = [0, 0];
  for (const { message } of queue) {
    chars += JSON.stringify(message.event).length;
    if (count === maxBatch || (count > 0 && chars > maxChars)) break;
    count += 1;
  }
  return count;
};

const entryOf = ({ message }: Waiting, n: number): BulkEntry => ({
  entryId: String(n),
  event: message.event,
  contentType: "application/json",
  metadata: { partitionKey: message.key },
});
