// How much happens at once, and what becomes of the rest.
import { expect, test } from "vitest";
import { createGate, createGates } from "./gate.ts";

/** Works that run until they are let go; `running` says how many do. */
const works = () => {
  const open: (() => void)[] = [];
  let running = 0;
  let most = 0;
  return {
    work: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => open.push(resolve));
      running -= 1;
      return "done";
    },
    letGo: () => open.shift()?.(),
    running: () => running,
    most: () => most,
  };
};

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

test("never more than its size run, and all get their turn in order", async () => {
  const gate = createGate({ atOnce: 2, waiting: 10, waitMs: 10_000 });
  const { work, letGo, running, most } = works();
  const answers = Array.from({ length: 7 }, () => gate(work));
  await settled();
  expect(running()).toBe(2);
  for (let done = 0; done < 7; done += 1) {
    letGo();
    await settled();
  }
  expect(await Promise.all(answers)).toEqual(Array(7).fill("done"));
  expect(most()).toBe(2);
  const after = gate(work);
  await settled();
  letGo();
  expect(await after).toBe("done");
});

test("what finds too many waiting, or waits too long, is not run", async () => {
  const gate = createGate({ atOnce: 1, waiting: 1, waitMs: 20 });
  const { work, letGo, most } = works();
  const first = gate(work);
  const second = gate(work);
  expect(await gate(work)).toBeNull();
  expect(await second).toBeNull();
  letGo();
  expect(await first).toBe("done");
  expect(most()).toBe(1);
});

test("a work that throws gives its place back", async () => {
  const gate = createGate({ atOnce: 1, waiting: 1, waitMs: 1_000 });
  await expect(gate(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await gate(async () => "next")).toBe("next");
});

test("each name has a gate of its own", async () => {
  const gates = createGates({ atOnce: 1, waiting: 0, waitMs: 1_000 });
  const { work, letGo } = works();
  const first = gates("ada", work);
  expect(await gates("ada", work)).toBeNull();
  expect(await gates("bob", async () => "bob's")).toBe("bob's");
  letGo();
  expect(await first).toBe("done");
  expect(await gates("ada", async () => "ada's")).toBe("ada's");
});
