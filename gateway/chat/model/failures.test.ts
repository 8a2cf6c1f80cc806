// The chat when its model fails: over real HTTP, in every way an endpoint can. The built-in rules answer and say so.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ChatPerson, chatPerson } from "../../../tests/chat-person.ts";
import { inWords, routine } from "../../../tests/chat-world.ts";
import { loose, modelPerson, onTasks, unread } from "../../../tests/model-person.ts";
import { type OpenAiServer, startOpenAiServer } from "../../../tests/openai-server.ts";

let server: OpenAiServer;
let me: ChatPerson;
beforeAll(async () => {
  server = await startOpenAiServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
  server.aborted = 0;
  me = modelPerson(server);
});

const done = () => me.applied.map(({ command }) => inWords(command));

describe("what goes wrong", () => {
  const late = "The model did not answer in time; this was read by the built-in rules.";
  const down = "The model could not be reached; this was read by the built-in rules.";
  const nonsense = "The model gave no usable answer; this was read by the built-in rules.";
  const evil = { calls: [{ name: "delete_everything", args: {} }] };

  test("malformed arguments get one repair", async () => {
    server.play(
      { calls: [{ name: "update_tasks", args: '{"tasks": ["t1"], "due": ' }] },
      onTasks("update_tasks", ["File taxes"], { due: "friday" }),
    );
    expect(await me.say(loose)).toMatchObject({ interpreter: "model" });
    expect(done()).toEqual(["patch File taxes due=2026-11-27"]);
    expect(server.requests[1]?.messages.at(-1)?.content).toContain("the arguments are not JSON");
  });

  test.each([
    ["a date nobody can read", { tasks: ["t1"], due: "when pigs fly" }, "cannot be read"],
    ["a handle that is none", { tasks: ["t999"], due: "friday" }, "there is no such task"],
    ["a field that is none", { tasks: ["t1"], owner: "me" }, "owner: is not a field"],
    ["a value out of range", { tasks: ["t1"], priority: 9 }, "priority:"],
    ["nothing to change", { tasks: ["t1"] }, "this would change nothing"],
  ])("%s is told the model", async (_, args, problem) => {
    server.play({ calls: [{ name: "update_tasks", args }] }, { text: "I cannot do that." });
    const reply = await me.say(unread);
    expect(server.requests[1]?.messages.at(-1)?.content).toContain(problem);
    expect(reply).toMatchObject({ interpreter: "model", text: "I cannot do that." });
    expect(done()).toEqual([]);
  });

  test.each([
    ["an unknown tool twice", [evil, evil], nonsense],
    [
      "half a plan that is not repaired",
      [{ calls: [...evil.calls, { name: "create_task", args: { title: "taxes" } }] }, { text: "" }],
      nonsense,
    ],
    ["looking without end", [{ calls: [{ name: "list_tasks", args: {} }] }], nonsense],
    ["an empty answer", [{ text: "" }], nonsense],
    ["a huge answer", [{ text: "x".repeat(20_000) }], nonsense],
    ["an answer that is filtered", [{ text: "so", finish: "content_filter" }], nonsense],
    ["429", [{ status: 429 }], "The model is busy; this was read by the built-in rules."],
    ["500", [{ status: 500 }], down],
    ["401", [{ status: 401 }], down],
    ["a cut stream", [{ cut: "within" as const, text: "Let me" }], down],
    ["a stream that ends before its end", [{ cut: "clean" as const, text: "Let me" }], down],
    ["a hang before the first byte", [{ hang: "before" as const }], late],
    ["a hang within the stream", [{ hang: "within" as const, text: "Let me" }], late],
  ])("%s: the built-in rules answer and say so", async (_, scripts, remark) => {
    const alone = (await chatPerson(routine).say(unread)).text.split("\n");
    me = modelPerson(server, { timeoutMs: 300 });
    server.play(...scripts);
    const before = Date.now();
    const reply = await me.say(unread);
    expect(reply.text.split("\n")).toEqual([remark, ...alone]);
    expect(reply.interpreter).toBe("grammar");
    expect(done()).toEqual([]);
    expect(Date.now() - before).toBeLessThan(1_500);
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });

  test("a hanging endpoint is hung up on", async () => {
    me = modelPerson(server, { timeoutMs: 100 });
    server.play({ hang: "within", text: "Let me" });
    await me.say(unread);
    await expect.poll(() => server.aborted).toBe(1);
  });

  test("nobody listens at the address", async () => {
    const gone = await startOpenAiServer();
    await gone.close();
    me = modelPerson(gone);
    expect((await me.say(unread)).text).toContain(down);
  });

  test("an endpoint that fails three times is left alone for half a minute", async () => {
    let now = new Date("2026-11-25T09:00:00Z");
    me = modelPerson(server, { now: () => now });
    server.play({ status: 500 });
    for (let time = 0; time < 5; time += 1) await me.say(unread);
    expect(server.requests).toHaveLength(3);
    expect((await me.say(unread)).text).toContain("The model is not available at the moment");
    now = new Date(now.getTime() + 30_000);
    server.play({ text: "Back again." });
    expect((await me.say(unread)).text).toBe("Back again.");
  });

  test("after the pause one message alone tries the endpoint, and the others are answered meanwhile", async () => {
    let now = new Date("2026-11-25T09:00:00Z");
    me = modelPerson(server, { now: () => now });
    server.play({ status: 500 });
    for (let time = 0; time < 3; time += 1) await me.say(unread);
    now = new Date(now.getTime() + 30_000);
    server.requests.length = 0;
    server.play({ hang: "before" });
    const leaving = new AbortController();
    const trial = me.send(unread, { signal: leaving.signal }).catch((error: unknown) => error);
    await expect.poll(() => server.requests.length).toBe(1);
    const others = await Promise.all(Array.from({ length: 20 }, () => me.say(unread)));
    for (const { text } of others)
      expect(text).toContain("The model is not available at the moment");
    expect(server.requests).toHaveLength(1);
    leaving.abort();
    await trial;
    server.play({ text: "Back again." });
    expect((await me.say(unread)).text).toBe("Back again.");
  });

  test("Retry-After is kept to", async () => {
    let now = new Date("2026-11-25T09:00:00Z");
    me = modelPerson(server, { now: () => now });
    server.play({ status: 429, headers: { "retry-after": "20" } });
    await me.say(unread);
    server.play({ text: "Back again." });
    expect((await me.say(unread)).text).toContain("not available at the moment");
    now = new Date(now.getTime() + 20_000);
    expect((await me.say(unread)).text).toBe("Back again.");
  });

  test("nonsense does not make the endpoint be left alone", async () => {
    server.play({ text: "" });
    for (let time = 0; time < 5; time += 1) await me.say(unread);
    expect(server.requests).toHaveLength(5);
  });

  test.each([
    ["calls", { callsPerDay: 2 }],
    ["tokens", { tokensPerDay: 1_500 }],
  ])("a day's %s are used up, and come back the next day", async (_, budget) => {
    let now = new Date("2026-11-25T09:00:00Z");
    me = modelPerson(server, { ...budget, now: () => now });
    server.play({ text: "Fine.", tokens: 800 });
    expect((await me.say(unread)).text).toBe("Fine.");
    expect((await me.say(unread)).text).toBe("Fine.");
    expect((await me.say(unread)).text).toContain("Your share of the model for today is used up");
    expect(server.requests).toHaveLength(2);
    now = new Date("2026-11-26T00:00:00Z");
    expect((await me.say(unread)).text).toBe("Fine.");
  });
});
