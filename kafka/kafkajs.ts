// kafkajs, mended. Every file that speaks to Kafka by it imports it from here: gateway/feed/kafka.ts, consumers/kafka.ts, platform/kafka/topics.ts.
import RequestQueue from "kafkajs/src/network/requestQueue/index.js";

export { Kafka, logLevel, Partitioners } from "kafkajs";
export type { Admin, Batch, Consumer, EachBatchPayload } from "kafkajs";

// A connection of kafkajs 2.2.4 looks every millisecond, for as long as it lives, whether it may send what waits, although nothing waits: 2 % of a
// processor for each process (https://github.com/tulios/kafkajs/issues/1704). What comes to wait asks for a look itself.
const original = RequestQueue.prototype;
const { scheduleCheckPendingRequests: schedule } = original;
original.scheduleCheckPendingRequests = function onlyWhenSomethingWaits(): void {
  if (this.pending.length > 0) schedule.call(this);
};
