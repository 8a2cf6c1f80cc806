// What is counted of commands that were seen through, or not. Needs nothing.
import { expect, test } from "vitest";
import { ActorUnavailable, ActorUnreadable } from "../../actors/client.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import { ok, refuse } from "../../domain/result.ts";
import { exposition } from "../../process/metrics/instruments.ts";
import { chatOrigin } from "../../tests/chat-person.ts";
import { exampleTask } from "../../tests/examples.ts";
import { executeBy } from "./execute.ts";
import type { ExecutePorts } from "./ports.ts";

/** How many `task.complete` were counted by outcome since the last time. */
const counting = () => {
  let before: Record<string, number> = {};
  return async (): Promise<Record<string, number>> => {
    const { text } = await exposition();
    const line = /^punctual_writes_total\{kind="task\.complete",outcome="(\w+)"\} (\d+)$/gm;
    const now = Object.fromEntries(
      [...text.matchAll(line)].map(([, outcome = "", count]) => [outcome, Number(count)]),
    );
    const grown = Object.entries(now)
      .map(([outcome, count]) => [outcome, count - (before[outcome] ?? 0)] as const)
      .filter(([, count]) => count > 0);
    before = now;
    return Object.fromEntries(grown);
  };
};

const [first, second, third] = [newId(), newId(), newId()];

/** Completes three tasks; the actor of the second one answers with this error. */
const complete = (error: Error) => {
  const ports: ExecutePorts = {
    actors: {
      execute: async ({ command: { taskId: id } }) => {
        if (id === second) throw error;
        return { ok: true, task: exampleTask({ id }), reminders: [], changes: {}, repeated: false };
      },
      changeDirectory: async () => refuse("not_found", "there is no directory here"),
    },
    takeAlong: async () => ok({ orders: [], taken: [] }),
    keepDirectory: async () => undefined,
    readDirectory: async () => emptyDirectory,
    withParts: async ({ commands }) => ok(commands.map((command) => ({ command, parts: [] }))),
    ownerFor: async () => undefined,
    startIntent: async ({ bodyHash, plan }) => ({
      fresh: true,
      bodyHash,
      plan,
      status: "started",
      replies: null,
      directory: null,
      directoryReplies: null,
      promisedAt: new Date(),
    }),
    redrawIntent: async () => true,
    finishIntent: async () => undefined,
  };
  const commands = [first, second, third].map((taskId: Id) => ({
    type: "task.complete" as const,
    taskId,
  }));
  return executeBy(ports, { userId: newId(), commands, origin: chatOrigin() });
};

test("of a plan that meets an actor that is away only what was not answered is unavailable", async () => {
  const counted = counting();
  await counted();
  await expect(complete(new ActorUnavailable(new Error("away")))).rejects.toMatchObject({
    isPromised: true,
  });
  expect(await counted()).toEqual({ done: 1, unavailable: 2 });
});

test("of a plan with a task that cannot be read all answers are counted", async () => {
  const counted = counting();
  await counted();
  const unreadable = new ActorUnreadable({ type: "TaskActor", id: second }, new Error("broken"));
  await expect(complete(unreadable)).rejects.toBe(unreadable);
  expect(await counted()).toEqual({ done: 2, internal: 1 });
});
