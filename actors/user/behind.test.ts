// A turn is told behind its answer: whatever comes next, an operator too, waits for that.
import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { exampleTurn } from "../../tests/turns.ts";
import { idleRelay } from "../../tests/idle-relay.ts";
import type { ActorDeps } from "../deps.ts";
import { userActor } from "./actor.ts";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("what an operator puts in place stays, also when an earlier turn is still being published", async () => {
  const userId = newId();
  let stored: unknown = null;
  const waiting: (() => void)[] = [];
  const deps = {
    dapr: {
      readState: async () => stored,
      saveState: async (_: unknown, [first]: { request: { value: unknown } }[]) => {
        stored = JSON.parse(JSON.stringify(first?.request.value));
      },
    },
    publish: () => new Promise<void>((took) => void waiting.push(took)),
    relay: idleRelay,
    now: () => new Date("2026-12-01T08:00:00.000Z"),
    newId,
    random: Math.random,
  } as unknown as ActorDeps;
  const actor = userActor(deps)(userId, () => true);
  await actor.invoke("converse", exampleTurn(userId));
  const { value } = (await actor.invoke("show", {})) as { value: { user: { version: number } } };
  const user = { ...value.user, version: value.user.version + 1 };
  const mending = actor.invoke("mend", { ...value, user, outbox: [] });
  await turn();
  for (const took of waiting.splice(0)) took();
  await mending;
  await turn();
  expect(await actor.invoke("read", {})).toMatchObject({ user: { version: user.version } });
});
