// A gateway with a model on the whole stack: its plans become changes like any others, and it may fail in any way.
import { afterAll, beforeAll, expect, test } from "vitest";
import { ChatReply } from "../../domain/reply.ts";
import { type Person, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice } from "../device.ts";
import { type Replica, startReplica } from "../gateway-replica.ts";
import { type ModelRequest, type OpenAiServer, startOpenAiServer } from "../openai-server.ts";
import { sharedStack } from "../stack.ts";

const stack = sharedStack();
const key = "sk-a-key-that-stays-secret";
let model: OpenAiServer;
let gateway: Replica;
let person: Person;
beforeAll(async () => {
  model = await startOpenAiServer();
  gateway = await startReplica(stack, {
    OPENAI_API_KEY: key,
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: "scripted",
    OPENAI_TIMEOUT_MS: "1500",
  });
  person = await signUp(gateway.url);
}, 90_000);
afterAll(async () => {
  await gateway?.stop();
  await model?.close();
}, 30_000);

const handleOf = ({ messages }: ModelRequest, title: string): string =>
  new RegExp(`"task":"(t\\d+)","title":"${title}"`).exec(messages[1]?.content ?? "")?.[1] ?? "none";
// The built-in rules know no German; the task and the day are the person's own words all the same.
const loose = "Verschiebe die Sache mit den taxes bitte auf Freitag";
const unread = "colourless green ideas sleep furiously, don't they?";

test("loose words become a change that a device of another gateway sees and the history explains", async () => {
  const task = await person.create({ title: "File taxes" });
  const device = await liveDevice(person);
  model.play((request) => ({
    calls: [
      { name: "update_tasks", args: { tasks: [handleOf(request, "File taxes")], due: "friday" } },
    ],
  }));
  const reply = await person.say(loose);
  expect(reply).toMatchObject({
    interpreter: "model",
    undoable: true,
    changes: [{ taskId: task.id, what: "changed" }],
  });
  await device.update(task.id, 2);
  await device.leave();
  const event = await until("the change in the history", async () => {
    const { events } = await person.events({ task: task.id });
    return events.find(({ correlationId }) => correlationId === reply.correlationId);
  });
  expect(event).toMatchObject({ type: "punctual.task.changed.v1", origin: "chat" });
  expect(model.keys.at(-1)).toBe(`Bearer ${key}`);
  const page = await person.call("GET", "/conversation");
  expect(await page.json()).toMatchObject({ turns: [{ message: loose, interpreter: "model" }] });
});

test("deleting waits for a yes to that very plan", async () => {
  const before = await person.list();
  model.play((request) => ({
    calls: [{ name: "delete_tasks", args: { tasks: [handleOf(request, "File taxes")] } }],
  }));
  const asked = await person.say(
    "I really have no use for that taxes business any more, so away with it",
  );
  expect(asked).toMatchObject({ changes: [], choices: ["Yes, delete it", "No, leave it"] });
  expect(await person.list()).toEqual(before);
  model.play({ status: 500 });
  expect((await person.say("yes")).changes).toMatchObject([
    { title: "File taxes", what: "deleted" },
  ]);
});

test("its words come in pieces over the wire, then the reply", async () => {
  model.play({ text: "You have a quiet week ahead of you." });
  const answer = await person.call("POST", "/chat", {
    body: { message: "will the coming days be stressful for me, what do you reckon?" },
    headers: { accept: "text/event-stream" },
  });
  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  const events = [...(await answer.text()).matchAll(/^event: (\w+)\ndata: (.*)$/gmu)];
  const words = events
    .filter(([, name]) => name === "text")
    .map(([, , data]) => JSON.parse(data ?? "") as string);
  expect(words.length).toBeGreaterThan(1);
  const reply = ChatReply.parse(JSON.parse(events.at(-1)?.[2] ?? ""));
  expect(reply).toMatchObject({ interpreter: "model", text: words.join("") });
});

test("a model that hangs or fails is stepped in for, and the reply says so", async () => {
  model.play({ hang: "within", text: "Let me" });
  const late = await person.say(unread);
  expect(late.text).toMatch(
    /^The model did not answer in time; this was read by the built-in rules\./u,
  );
  expect(late.interpreter).toBe("grammar");
  model.play({ status: 500 });
  expect((await person.say(unread)).text).toContain("The model could not be reached");
});

test("what the rules are sure of needs no model", async () => {
  model.requests.length = 0;
  expect(await person.say("buy milk tomorrow")).toMatchObject({
    interpreter: "grammar",
    changes: [{ what: "created" }],
  });
  expect(model.requests).toEqual([]);
});

test("neither the key nor what people write is in the log", () => {
  const output = gateway.output();
  expect(output).toContain("the model did not read a message");
  expect(output).not.toContain(key);
  expect(output).not.toContain("taxes");
  expect(output).not.toContain("colourless");
});
