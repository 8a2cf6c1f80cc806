// What `notify` gave up on is handed to it again on a running stack: the letter goes back to its topic through the sidecar, and is delivered.
import { expect, onTestFinished, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { openKafka } from "../../consumers/kafka.ts";
import { signUp } from "../client.ts";
import { run } from "../command.ts";
import { until } from "../dapr.ts";
import { startReceiver } from "../http-receiver.ts";
import { sharedStack } from "../stack.ts";

const stack = sharedStack();

test("a replayed letter of notify is told on its channel, as if it had never been given up", async () => {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.close());
  const person = await signUp(stack.url);
  const body = { webhookUrl: `${receiver.url}/hook` };
  expect((await person.call("PATCH", "/settings", { body })).status).toBe(200);
  const at = new Date(Date.now() + 1_500).toISOString();
  const reminders = [
    { id: newId(), trigger: { kind: "instant" as const, at }, channels: ["webhook" as const] },
  ];
  await person.create({ title: "told twice", reminders });
  await until("the first telling", async () => receiver.received.length === 1);

  // The event as it is in the log, of a notification that nobody has tried yet.
  const kafka = await openKafka([stack.env.KAFKA_BROKERS]);
  onTestFinished(() => kafka.close());
  const fired: string[] = [];
  await kafka.readTopic({
    topic: "reminders",
    onBatch: async (records) => {
      for (const { key, value } of records) {
        const text = value.toString("utf8");
        if (key === person.userId && text.includes("punctual.reminder.fired.v1")) fired.push(text);
      }
    },
  });
  const event = JSON.parse(fired[0] ?? "null") as {
    id: string;
    time: string;
    data: { status: { generation: number } };
  };
  event.id = newId();
  event.time = new Date().toISOString();
  event.data.status.generation += 1;
  const headers = {
    "from-topic": "reminders",
    "from-partition": "0",
    "from-offset": "1",
    reason: "no luck",
  };
  const value = Buffer.from(JSON.stringify(event));
  await kafka.send("notify.dead-letter", { key: person.userId, value, headers });

  const replayed = await run(
    "consumers/dead-letters.ts",
    ["replay", "notify", "--data-dir", stack.dataDir],
    {},
  );
  expect(replayed).toMatchObject({ code: 0, stderr: "" });
  expect(replayed.stdout).toBe("notify: 1 letter stored, 0 refused again\n");
  await until("the second telling", async () => receiver.received.length === 2);
  const ids = receiver.received.map(({ headers: of }) => of["webhook-id"]);
  expect(new Set(ids).size).toBe(2);
});
