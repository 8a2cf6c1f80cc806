// Undo and redo in the conversation: what goes back, what is asked first, what is said. Real rules, the state in maps.
import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { chatOrigin, type ChatPerson, chatPerson } from "../../tests/chat-person.ts";
import { owner, settings, tasks } from "../../tests/chat-world.ts";
import { ownerOf } from "../../domain/settings.ts";

let me: ChatPerson;
beforeEach(() => {
  me = chatPerson(tasks);
});
const say: ChatPerson["say"] = (message, more) => me.say(message, more);

/** Another device changes a task meanwhile. */
const elsewhere = async (title: string, changes: Partial<Task>): Promise<void> => {
  const taskId = me.find(title)?.id ?? "";
  const command = { type: "task.patch" as const, taskId, changes };
  const origin = chatOrigin();
  const settled = ownerOf({ version: 1, settings });
  await me.ports.execute({
    userId: owner,
    message: "x",
    origin,
    owner: settled,
    commands: [command],
  });
};

const visible = () =>
  [...me.stored.values()]
    .filter(({ deletedAt }) => deletedAt === null)
    .map((task) => ({ ...task, version: 0, updatedAt: "" }));

describe("each kind of change is taken back, said old → new, and done again", () => {
  test.each([
    ["add milk tomorrow", "Moved “milk” to the trash. “Restore milk” brings it back."],
    ["complete call bob", "Opened “Call Bob” again."],
    ["reopen water plants", "“Water plants”: status open → done."],
    [
      "restore secret plan",
      "Moved “Secret plan” to the trash. “Restore Secret plan” brings it back.",
    ],
    ["delete call bob", "Took “Call Bob” out of the trash."],
    ["rename call bob to call robert", "“call robert”: title “call robert” → “Call Bob”."],
    ["move taxes to friday", "“File taxes”: due Friday → Tuesday."],
    ["make call bob p1", "“Call Bob”: priority p1 → none."],
    ["tag call bob with family", "“Call Bob”: tags @family → none."],
    ["cancel call bob", "Opened “Call Bob” again."],
    ["make taxes repeat every 3 days", "“File taxes”: repeats every 3 days → none."],
    ["remind me about taxes tomorrow at 9", "“File taxes”: reminder tomorrow 9:00 → none."],
  ])("%s", async (message, text) => {
    const before = visible();
    const did = await say(message);
    const done = visible();
    expect(did.undoable).toBe(true);
    const undone = await say("undo");
    expect(undone.text.replace("09:00", "9:00")).toBe(`Took that back.\n${text}`);
    expect(undone.undoes).toBe(did.correlationId);
    expect(undone.correlationId).not.toBe(did.correlationId);
    expect(visible()).toEqual(before);
    const again = await say("redo");
    expect(again.undoes).toBe(undone.correlationId);
    expect(visible()).toEqual(done);
  });
});

test("all changes of a message go back together, under one correlation id, caused by what is undone", async () => {
  const before = visible();
  const did = await say("complete taxes and dentist");
  const count = me.applied.length;
  const undone = await say("undo");
  expect(undone.changes.map(({ title, what }) => `${title} ${what}`).toSorted()).toEqual([
    "Dentist appointment reopened",
    "File taxes reopened",
  ]);
  expect(visible()).toEqual(before);
  for (const { origin } of me.applied.slice(count))
    expect([origin.correlationId, origin.causationId]).toEqual([
      undone.correlationId,
      did.correlationId,
    ]);
});

test("undo goes back message by message, and says when there is nothing left", async () => {
  await say("make call bob p1");
  await say("rename call bob to call robert");
  expect((await say("undo")).text).toContain("title “call robert” → “Call Bob”");
  expect((await say("undo")).text).toContain("priority p1 → none");
  expect((await say("undo")).changes).toEqual([]);
  expect(me.find("Call Bob")?.priority).toBe(4);
});

test("the last two are two turns, so that each can be done again by itself", async () => {
  await say("make call bob p1");
  await say("rename call bob to call robert");
  const both = await say("undo the last two");
  expect(both.changes).toHaveLength(2);
  expect(me.find("Call Bob")?.priority).toBe(4);
  expect(me.conversation.recent.slice(-2).map(({ undoes }) => undoes === null)).toEqual([
    false,
    false,
  ]);
  await say("redo");
  expect(me.find("Call Bob")?.priority).toBe(1);
});

test("what was taken back by hand meanwhile needs no undo", async () => {
  await say("make call bob p1");
  await elsewhere("Call Bob", { priority: 4 });
  const reply = await say("undo");
  expect([reply.text, reply.changes]).toEqual(["Everything is as it was before already.", []]);
});

describe("a field that was changed since is asked about", () => {
  const change = async (): Promise<void> => {
    await say("rename call bob to call robert");
    await elsewhere("call robert", { title: "Ring Rob" });
  };

  test("with its three values, and nothing is changed", async () => {
    await change();
    const asked = await say("undo");
    expect(asked.text).toBe(
      "“Ring Rob” has changed since: title was “Call Bob”, became “call robert”, and is “Ring Rob” now.\nShall I take that back all the same?",
    );
    expect(asked.choices).toEqual(["Go back to “Call Bob” anyway", "Leave everything"]);
    expect([asked.changes, asked.undoes]).toEqual([[], null]);
    expect(me.find("Ring Rob")).toBeDefined();
  });

  test("and goes back anyway when told so", async () => {
    await change();
    await say("undo");
    const reply = await say("Go back to “Call Bob” anyway");
    expect(reply.text).toBe("Took that back.\n“Ring Rob”: title “Ring Rob” → “Call Bob”.");
    expect(me.find("Call Bob")).toBeDefined();
  });

  test("or stays, and the rest goes back", async () => {
    await say("complete taxes and dentist");
    await elsewhere("File taxes", { status: "cancelled" });
    const asked = await say("undo");
    expect(asked.choices).toEqual([
      "Go back to open anyway",
      "Keep cancelled, take back the rest",
      "Leave everything",
    ]);
    const reply = await say("2");
    expect(reply.changes).toMatchObject([{ title: "Dentist appointment", what: "reopened" }]);
    expect(me.find("File taxes")?.status).toBe("cancelled");
  });

  test("or all stays", async () => {
    await change();
    await say("undo");
    expect((await say("leave everything")).changes).toEqual([]);
    expect(me.find("Ring Rob")).toBeDefined();
  });
});

test("a new task that was worked on since goes to the trash only after a yes", async () => {
  await say("add milk");
  await elsewhere("milk", { title: "oat milk" });
  const asked = await say("undo");
  expect(asked.text).toContain(
    "“oat milk” was added then and has changed since: title “milk” → “oat milk”",
  );
  expect(asked.choices).toEqual(["Move “oat milk” to the trash anyway", "Leave everything"]);
  await say("1");
  expect(me.find("oat milk")?.deletedAt).not.toBeNull();
});

test("what others added to a list stays without a question", async () => {
  await say("tag call bob with family");
  await elsewhere("Call Bob", { tags: ["family", "phone"] });
  await say("undo");
  expect(me.find("Call Bob")?.tags).toEqual(["phone"]);
});

test("a task in the trash is asked about before it comes back for an undo", async () => {
  await say("make call bob p1");
  await say("make taxes p3");
  const taskId = me.find("Call Bob")?.id ?? "";
  const origin = chatOrigin();
  const settled = ownerOf({ version: 1, settings });
  const commands = [{ type: "task.delete" as const, taskId }];
  await me.ports.execute({ userId: owner, message: "x", origin, owner: settled, commands });
  await say("undo");
  expect((await say("undo")).text).toContain("“Call Bob” is in the trash now.");
  await say("1");
  expect(me.find("Call Bob")).toMatchObject({ priority: 4, deletedAt: null });
});

test("a date of a repeating task that has gone on since cannot come back, and it says so", async () => {
  await say("make taxes repeat every 3 days");
  const did = await say("complete taxes");
  await say("complete taxes");
  me.ports.interpret = async () => ({
    commands: [{ type: "history.undo", correlationId: did.correlationId }],
    interpreter: "grammar",
  });
  const reply = await me.say("undo the first of them");
  expect(reply.text).toBe(
    "“File taxes” has gone on since, so that date can no longer be taken back.",
  );
});

test("an undo repeated under its key is answered the same and done once", async () => {
  await say("make call bob p1");
  const key = newId();
  const first = await say("undo", { key });
  const count = me.applied.length;
  const second = await say("undo", { key });
  expect(second).toEqual(first);
  expect(me.applied).toHaveLength(count);
});

test("an undo whose turn was lost is not taken for another one when it is repeated", async () => {
  await say("make call bob p1");
  const kept = me.conversation;
  const key = newId();
  const first = await say("undo", { key });
  me.conversation = kept; // the gateway died before the turn was kept
  const second = await say("undo", { key });
  expect([second.text, second.changes]).toEqual([first.text, first.changes]);
});

test("when a task changes at the very moment, the undo is planned once more on what is there then", async () => {
  await say("make call bob p1");
  const { readTasks } = me.ports.history;
  const stale = await readTasks(owner, [me.find("Call Bob")?.id ?? ""], "copies");
  await elsewhere("Call Bob", { project: "Work" });
  me.ports.history.readTasks = async (userId, ids, from) =>
    from === "copies" ? stale : readTasks(userId, ids, from);
  const reply = await say("undo");
  expect(reply.text).toBe("Took that back.\n“Call Bob”: priority p1 → none.");
  expect(me.find("Call Bob")).toMatchObject({ priority: 4, project: "Work" });
});

test("what the first plan did stands when the rest has to be planned once more", async () => {
  await say("complete taxes and dentist");
  const { readTasks } = me.ports.history;
  const ids = ["File taxes", "Dentist appointment"].map((title) => me.find(title)?.id ?? "");
  const stale = await readTasks(owner, ids, "copies");
  await elsewhere("File taxes", { project: "Home" });
  me.ports.history.readTasks = async (userId, taskIds, from) =>
    from === "copies" ? stale : readTasks(userId, taskIds, from);
  const reply = await say("undo");
  expect(reply.changes.map(({ title }) => title).toSorted()).toEqual([
    "Dentist appointment",
    "File taxes",
  ]);
  expect([me.find("File taxes")?.status, me.find("Dentist appointment")?.status]).toEqual([
    "open",
    "open",
  ]);
});
