// Letters that go back to their topic while the sidecar is away: they wait on as they are.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openPublisher } from "../../sidecar/sdk.ts";
import { exampleEvent, exampleTask } from "../../tests/examples.ts";
import type { TopicRecord } from "../kafka.ts";
import { type LetterLog, replayLetters } from "./letters.ts";
import { type OpenPublisher, resend } from "./resend.ts";

const letters = [1, 2, 3].map((offset): TopicRecord => ({
  topic: "notify.dead-letter",
  partition: 0,
  offset: String(offset),
  key: null,
  value: Buffer.from(JSON.stringify(exampleEvent(exampleTask()))),
  headers: {},
  timestampMs: 0,
}));

/** Three letters, and what is written to Kafka when they are replayed. */
const letterLog = () => {
  const written: string[] = [];
  const log: LetterLog = {
    committed: async () => new Map(),
    readTopic: async (reading) => {
      await reading.onBatch(letters);
      return new Map();
    },
    send: async () => void written.push("letter"),
    commit: async () => void written.push("commit"),
  };
  return { log, written };
};

const replay = (log: LetterLog, publisher: OpenPublisher) =>
  replayLetters(log, resend(publisher, "notify", "reminders"));

test("a sidecar that does not take them stops the replay, with nothing committed and no new reason", async () => {
  const sidecar = createServer((request, response) => {
    // The SDK asks for the metadata first.
    response.writeHead(request.url?.includes("/metadata") ? 200 : 500).end("{}");
  });
  await new Promise<void>((done) => void sidecar.listen(0, "127.0.0.1", done));
  const { port } = sidecar.address() as AddressInfo;
  const publisher = openPublisher({ port, apiToken: "t" }, "pubsub-log");
  onTestFinished(async () => {
    await publisher.close();
    sidecar.close();
  });
  const { log, written } = letterLog();
  await expect(replay(log, async () => publisher)).rejects.toThrow(
    "notify cannot store events now",
  );
  expect(written).toEqual([]);
});

test("a sidecar that is not named stops it as well, and says what is missing", async () => {
  const { log, written } = letterLog();
  const missing = () => Promise.reject(new Error("DAPR_API_TOKEN is missing"));
  await expect(replay(log, missing)).rejects.toThrow(
    "notify cannot store events now: DAPR_API_TOKEN is missing",
  );
  expect(written).toEqual([]);
});

test("what the sidecar takes is committed", async () => {
  const { log, written } = letterLog();
  const replayed = await replay(log, async () => ({ publish: async () => undefined }));
  expect({ replayed, written }).toEqual({
    replayed: { stored: 3, refused: 0 },
    written: ["commit"],
  });
});
