// Before step 4: how our one Kafka node is set up. Pure. Called by kafka/part.ts.

/** `directory`: where Kafka keeps its log. `port` serves clients, `controllerPort` the node itself. */
export type KafkaSettings = { directory: string; port: number; controllerPort: number };

// One partition of these inner topics is enough for one node, and makes the first start quick.
const innerTopics = {
  "offsets.topic.num.partitions": "8",
  "offsets.topic.replication.factor": "1",
  "transaction.state.log.num.partitions": "1",
  "transaction.state.log.replication.factor": "1",
  "transaction.state.log.min.isr": "1",
  "share.coordinator.state.topic.num.partitions": "1",
  "share.coordinator.state.topic.replication.factor": "1",
  "share.coordinator.state.topic.min.isr": "1",
};

/** The text of `server.properties`: KRaft, broker and controller in one, on loopback only. */
export const serverProperties = ({ directory, port, controllerPort }: KafkaSettings): string => {
  const settings: Record<string, string> = {
    "process.roles": "broker,controller",
    "node.id": "1",
    // A fixed list, not the one recorded in the log: the ports may be others at the next start.
    "controller.quorum.voters": `1@127.0.0.1:${controllerPort}`,
    "controller.listener.names": "CONTROLLER",
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    "advertised.listeners": `PLAINTEXT://127.0.0.1:${port}`,
    "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
    "log.dirs": directory,
    "auto.create.topics.enable": "false",
    "num.partitions": "1",
    "default.replication.factor": "1",
    "group.initial.rebalance.delay.ms": "0",
    "log.cleaner.dedupe.buffer.size": String(16 * 1024 * 1024),
    "log.segment.bytes": String(64 * 1024 * 1024),
    ...innerTopics,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value.replaceAll("\\", "\\\\")}\n`)
    .join("");
};
