// The end of a task whose account is gone, also where what is stored of it cannot be read.
import { expect, test } from "vitest";
import { type Id, newId } from "../../domain/ids.ts";
import { idleRelay } from "../../tests/idle-relay.ts";
import type { ActorDeps } from "../deps.ts";
import { taskActor } from "./actor.ts";

/** The actor of a task of which `state` is stored. */
const holding = (state: unknown) => {
  const taskId = newId();
  const gone: string[] = [];
  const dapr = {
    readState: async () => state,
    saveState: async (_: unknown, operations: { operation: string }[]) => {
      gone.push(...operations.map(({ operation }) => `${operation} state`));
    },
    deleteJob: async (name: string) => void gone.push(name),
    deleteReminder: async () => undefined,
  };
  const deps = { dapr, relay: idleRelay, now: () => new Date(), newId } as unknown as ActorDeps;
  const erase = (userId: Id) => taskActor(deps)(taskId, () => true).invoke("erase", { userId });
  return { taskId, gone, erase };
};

test("one that cannot be read is erased with the Jobs that can be made out", async () => {
  const [userId, reminderId] = [newId(), newId()];
  const reminders = [{ reminderId, generation: 3, state: 7 }, "nonsense", { reminderId: "x" }];
  const { taskId, gone, erase } = holding({
    v: 99,
    task: { ownerId: userId, title: 5 },
    reminders,
  });
  expect(await erase(userId)).toEqual({ erased: true });
  expect(gone).toEqual([`reminder-${taskId}-${reminderId}-3`, "delete state"]);
});

test.each([7, "text", [], {}, { task: null }, { task: { ownerId: "nobody" }, reminders: {} }])(
  "of %j, which says no owner, nothing is left for who is known as its owner",
  async (state) => {
    const { gone, erase } = holding(state);
    expect(await erase(newId())).toEqual({ erased: true });
    expect(gone).toEqual(["delete state"]);
  },
);

test("one of somebody else stays, readable or not; where nothing is stored nothing is done", async () => {
  const other = holding({ v: 99, task: { ownerId: newId() } });
  expect(await other.erase(newId())).toEqual({ erased: false });
  const nothing = holding(null);
  expect(await nothing.erase(newId())).toEqual({ erased: true });
  expect([...other.gone, ...nothing.gone]).toEqual([]);
});
