// A conversation with the chat: what it does, remembers, says, and does not do twice. Real rules, the state in maps.
import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { ownerOf } from "../../domain/settings.ts";
import { answerMessage } from "./answer-message.ts";
import { interpret } from "./interpret.ts";
import { chatOrigin, type ChatPerson, chatPerson } from "../../tests/chat-person.ts";
import { owner, settings, taskCalled, tasks } from "../../tests/chat-world.ts";

let me: ChatPerson;
beforeEach(() => {
  me = chatPerson(tasks);
});
const say: ChatPerson["say"] = (message, more) => me.say(message, more);
const send: ChatPerson["send"] = (message, more) => me.send(message, more);
const find: ChatPerson["find"] = (title) => me.find(title);

test("the story: a task is added and completed, and each reply says what happened", async () => {
  const added = await say("Create a task to buy bread tomorrow 5pm #home p1");
  expect(added.text).toBe("Added “buy bread”: tomorrow 17:00, @home, p1.");
  expect(added.changes).toMatchObject([{ title: "buy bread", what: "created" }]);
  expect(added.tasks).toMatchObject([{ title: "buy bread", priority: 1, tags: ["home"] }]);
  const done = await say("Mark buy bread as complete");
  expect(done.text).toBe("Completed “buy bread”.");
  expect(done.changes).toMatchObject([
    { what: "completed", changes: { status: { before: "open", after: "done" } } },
  ]);
  expect(find("buy bread")?.status).toBe("done");
});

describe("a change is said old → new", () => {
  test.each([
    ["move taxes to friday", "“File taxes”: due Tuesday → Friday."],
    ["move groceries to friday", "“Buy groceries”: due tomorrow 17:00 → Friday 17:00."],
    ["rename call bob to call robert", "“Call Bob”: title “Call Bob” → “call robert”."],
    ["make call bob p1", "“Call Bob”: priority none → p1."],
    ["tag call bob with family", "“Call Bob”: tags none → @family."],
    ["move call bob to #work", "“Call Bob”: project none → #Work."],
    ["remove due date from taxes", "“File taxes”: due Tuesday → none."],
    ["cancel call bob", "“Call Bob”: status open → cancelled."],
    ["delete call bob", "Moved “Call Bob” to the trash. “Restore Call Bob” brings it back."],
    ["restore secret plan", "Took “Secret plan” out of the trash."],
    ["reopen water plants", "Opened “Water plants” again."],
    ["move taxes to 1 dec", "“File taxes” is like that already."],
  ])("%s", async (message, text) => {
    expect((await say(message)).text).toBe(text);
  });
});

test("times are said by the person's clock", async () => {
  me.settings = { ...settings, locale: "en-US" };
  expect((await say("add run tomorrow 5pm")).text).toMatch(/^Added “run”: tomorrow 5:00\sPM\.$/u);
});

test("the zone sent with a message says which day it is there", async () => {
  const reply = await say("add run at 23:00", { timeZone: "Pacific/Auckland" }); // 22:00 there
  const zone = "Pacific/Auckland";
  expect(reply.tasks[0]?.due).toEqual({ kind: "fixed", at: "2026-11-25T23:00", zone });
  expect(reply.text).toContain("Added “run”: today 23:00");
});

test("a person who never set anything lives where the first message comes from", async () => {
  me.version = 0;
  const reply = await say("add run at 23:00", { timeZone: "Pacific/Auckland" });
  expect(reply.tasks[0]?.due).toEqual({ kind: "floating", at: "2026-11-25T23:00" });
  expect(me.settings.timeZone).toBe("Pacific/Auckland");
  expect(me.applied[0]?.owner?.timeZone).toBe("Pacific/Auckland");
});

describe("when two tasks fit it asks, and the next message may answer", () => {
  test.each([
    ["2"],
    ["the second one"],
    ["Call Bob"],
    ["bob"],
    ["the last one"],
    ["Call Bob."],
    ["number 2"],
  ])("with %s", async (answer) => {
    const question = await say("complete call");
    expect(question.choices).toEqual(["Call mum · today", "Call Bob"]);
    expect(question.changes).toEqual([]);
    expect((await say(answer)).text).toBe("Completed “Call Bob”.");
    expect(find("Call mum")?.status).toBe("open");
    expect(me.conversation.question).toBeNull();
  });

  test("with no, and nothing is changed", async () => {
    await say("complete call");
    expect((await say("never mind")).text).toBe("Nothing was changed.");
    expect(me.applied).toEqual([]);
  });

  test("with all of them", async () => {
    await say("complete call");
    expect((await say("both")).changes).toHaveLength(2);
  });

  test("or not: another order drops the question", async () => {
    await say("complete call");
    expect((await say("add milk")).text).toBe("Added “milk”.");
    expect((await say("2")).changes).toEqual([]);
  });
});

test("deleting several wants a yes, and a yes deletes just those", async () => {
  const question = await say("delete call mum and call bob");
  expect(question.choices).toEqual(["Yes, delete 2 tasks", "No, leave them"]);
  await me.ports.execute({
    userId: owner,
    message: "x",
    origin: chatOrigin(),
    owner: ownerOf({ version: 1, settings }),
    commands: [{ type: "task.create", taskId: newId(), fields: { title: "Call me later" } }],
  });
  const reply = await say("yes");
  expect(reply.changes.map(({ title, what }) => [title, what])).toEqual([
    ["Call mum", "deleted"],
    ["Call Bob", "deleted"],
  ]);
  expect(find("Call me later")?.deletedAt).toBeNull();
});

test("a postponement asks until when, and takes a day that was not offered", async () => {
  expect((await say("postpone write report")).choices).toEqual([
    "Tomorrow",
    "This weekend",
    "Next week",
  ]);
  expect((await say("in 3 days")).text).toBe("“Write report”: due Mon 23 Nov → Saturday.");
});

test("it and numbers mean what was shown last", async () => {
  await say("what's due this week?");
  expect((await say("complete the second one")).text).toBe("Completed “Call mum”.");
  expect((await say("reopen it")).text).toBe("Opened “Call mum” again.");
  await say("add buy bread");
  expect((await say("move it to friday")).text).toBe("“buy bread”: due none → Friday.");
  expect((await say("delete it")).text).toContain("Moved “buy bread” to the trash.");
  expect((await say("restore it")).text).toBe("Took “buy bread” out of the trash.");
});

test("what was not understood may be added with a yes", async () => {
  const reply = await say("milk");
  expect(reply.text).toContain("I did not understand that.");
  expect(reply.text).toContain("“buy milk tomorrow 5pm #home p1” or “mark buy milk as done”");
  expect((await say("yes")).text).toBe("Added “milk”.");
});

describe("the same message under the same key", () => {
  test.each([
    ["add buy bread"],
    ["complete call mum"],
    ["move taxes to friday"],
    ["postpone taxes by 2 days"],
    ["delete call bob"],
  ])("%s happens once and is answered the same", async (message) => {
    const first = await say(message, { key: "k1" });
    const second = await say(message, { key: "k1" });
    expect(second.text).toBe(first.text);
    expect(second.changes).toEqual(first.changes);
    expect(me.applied).toHaveLength(1);
  });

  test("an answer to a question happens once", async () => {
    await say("complete call", { key: "k1" });
    await say("2", { key: "k2" });
    expect((await say("2", { key: "k2" })).text).toBe("Completed “Call Bob”.");
    expect(me.applied).toHaveLength(1);
  });

  test("with other words is refused", async () => {
    await say("add buy bread", { key: "k1" });
    expect(await send("add buy cake", { key: "k1" })).toMatchObject({
      ok: false,
      error: { code: "idempotency_mismatch" },
    });
    expect(me.applied).toHaveLength(1);
  });
});

test("all changes of a message share its correlation id, and come from the chat", async () => {
  const reply = await say("complete taxes and dentist");
  expect(me.applied.map(({ origin }) => origin.correlationId)).toEqual([
    reply.correlationId,
    reply.correlationId,
  ]);
  expect(me.applied.every(({ origin }) => origin.source === "chat")).toBe(true);
});

test("a refused change is said, and the others happen", async () => {
  const gone = find("Call Bob");
  await say("show my tasks");
  const question = me.conversation;
  if (gone) me.stored.delete(gone.id);
  me.conversation = {
    ...question,
    question: {
      text: "?",
      choices: [
        {
          label: "Do it",
          commands: ["Call mum", "Call Bob"].map((title) => ({
            type: "task.complete" as const,
            taskId: tasks.find((task) => task.title === title)?.id ?? "",
          })),
        },
      ],
    },
  };
  const reply = await say("do it");
  expect(reply.text).toBe("Completed “Call mum”.\nThat could not be done: there is no such task.");
  expect(reply.changes).toHaveLength(1);
});

describe("a message that cannot be read is refused, naming the field", () => {
  test.each([
    ["", {}, "message: must not be empty"],
    [" \n ", {}, "message: must not be empty"],
    ["x".repeat(2_001), {}, "message: must be at most 2000 characters long"],
    [
      "hi",
      { timeZone: "Mars/Olympus" },
      "timeZone: must be an IANA time zone such as Europe/Berlin",
    ],
  ])("%j", async (message, more, text) => {
    expect(await send(message, more)).toMatchObject({
      ok: false,
      error: { code: "invalid", message: text, fields: [{ path: text.split(":")[0] }] },
    });
  });
});

test("a title too long for a task is said, not cut", async () => {
  const reply = await say(`add ${"x".repeat(501)}`);
  expect(reply.text).toContain("must be at most 500 characters long");
  expect(me.applied).toEqual([]);
});

test("what the interpreter remarks comes first, and the reply says who read the message", async () => {
  me.ports.interpret = async (message, context) => ({
    ...(await interpret(message, context)),
    interpreter: "model",
    remark: "The model did not answer in time.",
  });
  const reply = await say("add run");
  expect(reply.interpreter).toBe("model");
  expect(reply.text).toBe("The model did not answer in time.\nAdded “run”.");
  expect((await say("help")).text).toMatch(/^The model did not answer in time\.\nYou can/u);
});

test("the interpreter hears who speaks, and the caller what it says meanwhile", async () => {
  const heard: string[] = [];
  me.ports.interpret = async (_, __, options) => {
    options?.onText?.(`for ${options.userId}`);
    return { commands: [], answer: { kind: "talk", text: "Hi." }, interpreter: "model" };
  };
  const request = { userId: owner, message: "hi", now: me.now, origin: chatOrigin() };
  await answerMessage(me.ports, { ...request, onText: (delta) => heard.push(delta) });
  expect(heard).toEqual([`for ${owner}`]);
});

test("a list remembers what it showed, in its order", async () => {
  me.stored = new Map(
    [1, 2, 3]
      .map((n) => taskCalled(`Task ${n}`, n, { due: { kind: "day", at: `2026-11-2${9 - n}` } }))
      .map((task) => [task.id, task]),
  );
  const reply = await say("show my tasks");
  expect(reply.tasks.map(({ title }) => title)).toEqual(["Task 3", "Task 2", "Task 1"]);
  expect(me.conversation.shownTaskIds).toEqual(reply.tasks.map(({ id }) => id));
});
