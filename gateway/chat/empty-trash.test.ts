// "Empty the trash" asks first, deletes for good what was there then, and says that nothing brings it back. Real rules, the state in maps.
import { beforeEach, expect, test } from "vitest";
import { type ChatPerson, chatPerson } from "../../tests/chat-person.ts";
import { taskCalled, tasks } from "../../tests/chat-world.ts";

let me: ChatPerson;
beforeEach(() => {
  me = chatPerson(tasks);
});

test("it asks, and after a yes the task is gone for good: no undo, no restoring", async () => {
  const asked = await me.say("Empty the trash, please");
  expect(asked.text).toBe(
    "Shall I delete 1 task for good? That cannot be undone. In the trash: “Secret plan”.",
  );
  expect(asked.changes).toEqual([]);
  expect(me.find("Secret plan")).toBeDefined();
  const done = await me.say("yes");
  expect(done).toMatchObject({
    text: "Deleted 1 task for good.",
    undoable: false,
    changes: [],
    tasks: [],
  });
  expect(me.find("Secret plan")).toBeUndefined();
  expect((await me.say("restore secret plan")).text).toContain("no deleted task");
});

test("a no leaves all of it, and an empty trash is said to be empty", async () => {
  await me.say("clear my bin");
  await me.say("no");
  expect(me.find("Secret plan")).toBeDefined();
  me = chatPerson(tasks.filter(({ deletedAt }) => deletedAt === null));
  expect((await me.say("empty the trash")).text).toBe("The trash is empty.");
});

test("what is restored before the answer stays", async () => {
  await me.say("empty the trash");
  const id = me.find("Secret plan")?.id ?? "";
  const restored = me.stored.get(id);
  if (restored) me.stored.set(id, { ...restored, deletedAt: null });
  const { text } = await me.say("yes");
  expect(text).toContain("it is not in the trash".slice(3));
  expect(me.find("Secret plan")).toBeDefined();
});

test("many are named by the first few", async () => {
  const deletedAt = "2026-11-24T07:00:00.000Z";
  me = chatPerson(
    Array.from({ length: 12 }, (_, n) => taskCalled(`Old ${n}`, 100 + n, { deletedAt })),
  );
  const { text } = await me.say("empty trash");
  expect(text).toContain("Shall I delete 12 tasks for good?");
  expect(text).toContain(" and 4 more.");
  expect((await me.say("yes")).text).toBe("Deleted 12 tasks for good.");
});
