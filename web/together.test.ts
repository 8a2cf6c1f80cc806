// Several tasks changed as one: one word, one way back, and no more than a page and a gateway can carry. Needs nothing: the gateway is made of paper.
import { expect, test } from "vitest";
import type { ChatReply } from "../domain/reply.ts";
import type { Task } from "../domain/task.ts";
import { type Answering, type Call, paperPage } from "./offline/outbox/paper.ts";
import { patchOrder } from "./orders.ts";
import { sampleTask } from "./store/samples.ts";
import { mostTogether } from "./together.ts";
import { createRewind } from "./rewind.ts";
import { createWishes } from "./wishes.ts";

const granting: Answering = ({ path, body }) =>
  Response.json(
    sampleTask({ version: 2, ...(body as Partial<Task>), id: path.split("/")[4] ?? "" }),
  );

const tookBack = ({ body }: Call): Response => {
  const { correlationId } = body as { correlationId: string };
  const reply: ChatReply = {
    turnId: "turn",
    correlationId: "by",
    undoable: false,
    undoes: correlationId,
    interpreter: "grammar",
    text: "Took it back.",
    changes: [],
    tasks: [],
    choices: [],
  };
  return Response.json(reply);
};

const page = (answer: Answering) => {
  const made = paperPage(answer);
  made.store.dispatch({ type: "connection", connection: "live" });
  const rewind = createRewind(made.store, made.punctual, made.outbox.takeBack);
  const wishes = createWishes(made.store, made.outbox, rewind);
  const give = (count: number) =>
    wishes.together(
      Array.from({ length: count }, (_, at) => ({
        order: patchOrder(sampleTask({ id: `t${at}` }), { priority: 1 }, []),
      })),
      (tasks) => `Set for ${tasks}.`,
    );
  return {
    ...made,
    rewind,
    give,
    said: () => made.store.read().notices.map(({ text }) => text),
  };
};

test("the word and the way back come with the first answer, however long the last one takes", async () => {
  const rest = Promise.withResolvers<void>();
  const { give, said, calls } = page(async (call) => {
    if (calls.length > 1) await rest.promise;
    return granting(call);
  });
  const all = give(20);
  await expect.poll(said).toEqual(["Set for 20."]);
  rest.resolve();
  expect(await all).toBe(20);
  expect(said()).toEqual(["Set for 20."]);
});

test("taken back while it is being sent, the rest is not sent and the server takes back what it has", async () => {
  const rest = Promise.withResolvers<void>();
  const { give, said, calls, rewind } = page(async (call) => {
    if (call.path.endsWith("/undo")) return tookBack(call);
    if (calls.length > 1) await rest.promise;
    return granting(call);
  });
  const all = give(20);
  await expect.poll(said).toEqual(["Set for 20."]);
  const undone = rewind.undoLast();
  rest.resolve();
  await undone;
  expect(await all).toBeLessThan(10);
  expect(calls.length).toBeLessThan(10);
  expect(calls.at(-1)?.path).toMatch(/undo$/);
  expect(said()).toEqual(["Took it back."]);
});

test("where the first are refused the word is of those that were changed", async () => {
  const { give, said } = page((call) =>
    ["t0", "t1"].some((id) => call.path.endsWith(`/${id}`))
      ? Response.json({ code: "conflict", detail: "it is gone" }, { status: 409 })
      : granting(call),
  );
  expect(await give(3)).toBe(1);
  expect(said()).toContain("Set for 1.");
});

test("more than the most are not begun, and the sentence says how many can be", async () => {
  const { give, said, calls, outbox } = page(granting);
  expect(await give(mostTogether + 1)).toBe(0);
  expect(calls).toEqual([]);
  expect(outbox.entries()).toEqual([]);
  expect(said()).toEqual([
    "Nothing was changed: these are 501 tasks, and at most 500 can be changed at once.",
  ]);
  expect(await give(mostTogether)).toBe(mostTogether);
});
