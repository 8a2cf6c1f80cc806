// What the doctor makes of what it saw, without a stack.
import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { topics } from "../../domain/topics.ts";
import { releaseOf } from "../../kafka/features.ts";
import { identityOf } from "../supervisor/processes.ts";
import { componentsOf, judgeSidecar } from "./dapr.ts";
import { clock } from "./database.ts";
import { look, reasonOf } from "./finding.ts";
import { kafkaVersion, lookAtKafka, topicProblem } from "./kafka.ts";
import { lookAtMail } from "./mail.ts";
import { lookAtParts, lookAtPorts } from "./stack.ts";
import { targetOfEnvironment } from "./target.ts";

/** This very process, as a run file names one. */
const here = () => ({ pid: process.pid, identity: identityOf(process.pid) });

const [events] = topics;
const found = { ...events, offline: 0 };

test("a topic that is missing, small, forgetful or without a leader is named with what it should be", () => {
  expect(topicProblem(events, found)).toBeNull();
  expect(topicProblem(events, { ...found, partitions: 12 })).toBeNull();
  expect(topicProblem(events, undefined)).toBe("task-events is missing");
  expect(topicProblem(events, { ...found, partitions: 1 })).toBe(
    "task-events has 1 partitions, not 6",
  );
  expect(topicProblem(events, { ...found, retentionMs: 86_400_000 })).toBe(
    "task-events keeps 1 days, not 30 days",
  );
  expect(topicProblem(events, { ...found, offline: 2 })).toMatch(/2 partitions without a leader/);
});

test("clocks may differ by less than a second", () => {
  expect(clock(1_000, 1_400)).toEqual({ name: "clock", said: "400 ms from the database's" });
  expect(clock(5_000, 1_000).problem).toMatch(/NTP/);
});

test("a metadata.version names the release it came with", () => {
  expect([20, 21, 25, 26, 27, 99].map(releaseOf)).toEqual([
    "before 3.9",
    "3.9",
    "4.0",
    "4.1",
    "4.1",
    "4.2",
  ]);
});

const facts = {
  id: "actors",
  version: "1.18.3",
  components: [{ name: "pubsub", type: "pubsub.kafka" }],
  actors: [],
  isPlaced: true,
};

test("a sidecar that is old, lacks a component or has no placement is wrong", () => {
  expect(judgeSidecar(facts, ["pubsub"])).toEqual({
    name: "dapr actors",
    said: "1.18.3, 1 components",
  });
  expect(judgeSidecar(facts, ["pubsub", "statestore"]).problem).toMatch(/^without statestore:/);
  expect(judgeSidecar({ ...facts, version: "1.17.9" }, []).problem).toMatch(/older than 1\.18\.3/);
  expect(judgeSidecar({ ...facts, isPlaced: false }, []).problem).toMatch(/^placement/);
});

test("which components an app should have is read from components/", () => {
  expect(componentsOf("actors").toSorted()).toEqual(["pubsub", "secrets", "statestore"]);
  expect(componentsOf("consumers").toSorted()).toEqual([
    "pubsub-follow",
    "pubsub-log",
    "pubsub-notify",
    "secrets",
  ]);
});

const part = { ...here(), restarts: 0, ready: true };

test("a part that is down is wrong, one that was started again is only told", () => {
  const parts = {
    kafka: { ...part, ports: {}, pid: null, ready: false },
    gateway: { ...part, ports: {}, restarts: 2 },
  };
  expect(lookAtParts(parts)).toEqual({
    name: "parts",
    said: "1 of 2 run, gateway started again 2 times",
    problem: "kafka does not run: its log is in the data directory",
  });
});

test("a part whose process has ended is down, whatever the run file says, and so is one whose number is another's now", () => {
  const gone = spawnSync(process.execPath, ["--version"]).pid;
  const parts = {
    kafka: { ...part, ports: {}, pid: gone, identity: "12345678-1" },
    actors: { ...part, ports: {}, identity: "12345678-1" },
    gateway: { ...part, ports: {} },
  };
  expect(lookAtParts(parts)).toEqual({
    name: "parts",
    said: "1 of 3 run",
    problem:
      "kafka does not run: its log is in the data directory; actors does not run: its log is in the data directory",
  });
});

test("a port where nobody answers is wrong, and one that answers beyond this machine", async () => {
  const everywhere = createServer().listen(0);
  onTestFinished(() => void everywhere.close());
  const { port } = everywhere.address() as { port: number };
  const at = (ports: Record<string, number>) => ({ kafka: { ...part, ports } });
  expect((await lookAtPorts(at({ kafka: port, "kafka-metrics": port }), null)).said).toBe(
    `2 of this stack, on 127.0.0.1; /metrics at ${port}`,
  );
  expect((await lookAtPorts(at({ kafka: port }), null)).problem).toBeUndefined();
  // 127.0.0.2 is this machine, too: in the place of an address that others reach.
  expect((await lookAtPorts(at({ kafka: port }), "127.0.0.2")).problem).toMatch(
    /kafka kafka.*only this machine/,
  );
  expect((await lookAtPorts(at({ kafka: 1 }), null)).problem).toBe(
    "nobody answers at kafka kafka, 1",
  );
});

test("what cannot be looked at is a finding with its first cause and what to do", async () => {
  const cause = new Error("refused", { cause: new Error("ECONNREFUSED") });
  expect(await look("kafka", "start it", () => Promise.reject(cause))).toEqual([
    { name: "kafka", said: "not seen", problem: "refused (ECONNREFUSED): start it" },
  ]);
  expect(reasonOf("words")).toBe("words");
});

test("version and topics of a Kafka are looked at each for itself, and every broker is asked", async () => {
  const looked = await lookAtKafka(["127.0.0.1:1", "127.0.0.1:2"]);
  expect(looked.map(({ name, said }) => ({ name, said }))).toEqual([
    { name: "kafka", said: "not seen" },
    { name: "topics", said: "not seen" },
  ]);
  expect(looked[0]?.problem).toMatch(/127\.0\.0\.1:1 .*, 127\.0\.0\.1:2 .*KAFKA_BROKERS/);
});

/** What a broker answers to ApiVersions v3: no requests, and the one feature metadata.version from 1 to 26. */
const apiVersions = (() => {
  const feature = [17, ...Buffer.from("metadata.version"), 0, 1, 0, 26, 0];
  const tag = [0, feature.length + 1, 2, ...feature];
  const body = [0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, ...tag];
  return Buffer.from([0, 0, 0, body.length, ...body]);
})();

test("a broker that is away is told, and the next one tells the version", async () => {
  const broker = createServer((socket) => socket.on("data", () => socket.write(apiVersions)));
  await new Promise<void>((done) => void broker.listen(0, "127.0.0.1", done));
  onTestFinished(() => void broker.close());
  const { port } = broker.address() as { port: number };
  const kafka = await kafkaVersion(["127.0.0.1:1", `127.0.0.1:${port}`]);
  expect(kafka.said).toBe(`4.1 or later at 127.0.0.1:${port} (metadata.version 26)`);
  expect(kafka.problem).toMatch(/^not seen: 127\.0\.0\.1:1 \(.*ECONNREFUSED/);
});

test("without a mail server there is nothing to be wrong, with one that is away it is", async () => {
  expect((await lookAtMail(undefined)).problem).toBeUndefined();
  await expect(lookAtMail("smtp://127.0.0.1:1")).rejects.toThrow(/ECONNREFUSED/);
});

test("without a running stack the environment names what to look at", () => {
  expect(targetOfEnvironment({})).toBeNull();
  expect(targetOfEnvironment({ DATABASE_URL: "", SMTP_URL: "" })).toBeNull();
  const nothing = { sidecars: [], parts: {} };
  expect(targetOfEnvironment({ PUBLIC_URL: "http://x" })).toEqual({ ...nothing, url: "http://x" });
  expect(targetOfEnvironment({ SMTP_URL: "smtp://x" })).toEqual({
    ...nothing,
    smtpUrl: "smtp://x",
  });
  expect(targetOfEnvironment({ DAPR_HTTP_PORT: "3500" })).toMatchObject({
    sidecars: [{ app: "here", port: 3500, apiToken: "" }],
  });
  expect(
    targetOfEnvironment({
      DATABASE_URL: "postgres://x",
      KAFKA_BROKERS: "a:1, b:2",
      DAPR_HTTP_PORT: "3500",
      DAPR_API_TOKEN: "t",
    }),
  ).toEqual({
    databaseUrl: "postgres://x",
    brokers: ["a:1", "b:2"],
    sidecars: [{ app: "here", port: 3500, apiToken: "t" }],
    parts: {},
  });
});
