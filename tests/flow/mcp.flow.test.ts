// An assistant on the whole stack: what it does every device and the log see, and one sentence takes it back.
import { expect, test } from "vitest";
import { connectAssistant } from "../assistant.ts";
import { type Person, send, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { liveDevice } from "../device.ts";
import { sharedStack } from "../stack.ts";

const { url } = sharedStack();

const tokenOf = async (person: Person, access: string): Promise<{ id: string; token: string }> => {
  const headers = { authorization: `Bearer ${person.token}` };
  const answer = await send(url, "POST", "/tokens", {
    body: { name: "assistant", access },
    headers,
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as { id: string; token: string };
};

test("an assistant adds and completes a task; a device shows it at once and the log says who it was", async () => {
  const person = await signUp(url);
  const device = await liveDevice(person);
  const assistant = await connectAssistant(url, (await tokenOf(person, "write")).token);
  const added = await assistant.call("add_task", { text: "pay rent every 1st at 9 #home p1" });
  const task = added.data["task"] as { id: string };
  expect(task).toMatchObject({ title: "pay rent", repeats: "every month on the 1st at 9:00" });
  await device.update(task.id, 1);
  expect(await assistant.call("complete_task", { taskId: task.id })).toMatchObject({
    isError: false,
  });
  await device.update(task.id, 2);
  await device.leave();
  await until("the log has both", async () => {
    const { events } = await person.events({ task: task.id });
    const ours = events.filter(({ type }) => type.startsWith("punctual.task."));
    return ours.length === 2 && ours.every(({ origin }) => origin === "mcp");
  });
  const history = await assistant.call("task_history", { taskId: task.id });
  expect(history.text).toContain("punctual.task.created.v1 (mcp)");
  await assistant.close();
});

test("what an assistant did is taken back by its correlation id, and done again", async () => {
  const person = await signUp(url);
  const assistant = await connectAssistant(url, (await tokenOf(person, "write")).token);
  const { tasks } = await person.say("add taxes friday");
  const taskId = tasks[0]?.id ?? "";
  const moved = await assistant.call("update_task", { taskId, due: "2031-05-06", priority: 1 });
  const undone = await assistant.call("undo", { correlationId: moved.data["correlationId"] });
  expect(undone.data["tasks"]).toMatchObject([{ id: taskId, due: tasks[0]?.due, priority: 4 }]);
  const twice = await assistant.call("undo", { correlationId: moved.data["correlationId"] });
  expect(twice).toMatchObject({ isError: true });
  const again = await assistant.call("redo", { correlationId: undone.data["correlationId"] });
  expect(again.data["tasks"]).toMatchObject([{ due: { at: "2031-05-06" }, priority: 1 }]);
  await person.say("move taxes to tomorrow");
  const asked = await assistant.call("undo", { correlationId: again.data["correlationId"] });
  expect(asked.data).toMatchObject({ undoable: false });
  expect((asked.data["choices"] as string[]).length).toBeGreaterThan(1);
  await assistant.close();
});

test("the chat of an assistant is the chat of the person", async () => {
  const person = await signUp(url);
  const assistant = await connectAssistant(url, (await tokenOf(person, "write")).token);
  const said = await assistant.call("chat", { message: "add call bob friday 3pm" });
  expect(said.text).toContain("Added “call bob”");
  expect(await person.list({ status: "open" })).toMatchObject([{ title: "call bob" }]);
  const asked = await assistant.call("chat", { message: "complete sailing" });
  expect(asked.data["tasks"]).toEqual([]);
  await assistant.close();
});

test("a token that may only read reads, one that was ended does nothing", async () => {
  const person = await signUp(url);
  await person.say("add water plants");
  const { id, token } = await tokenOf(person, "read");
  const assistant = await connectAssistant(url, token);
  expect((await assistant.call("list_tasks")).text).toContain("water plants");
  await expect(assistant.call("delete_task", {})).rejects.toThrow(/delete_task/);
  await send(url, "DELETE", `/tokens/${id}`, {
    headers: { authorization: `Bearer ${person.token}` },
  });
  await expect(assistant.call("list_tasks")).rejects.toThrow(/401|unauth/i);
  await assistant.close();
});
