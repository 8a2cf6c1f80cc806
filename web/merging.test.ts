// What two devices change at the same time: which of it is a question to the person, and what is said. Needs nothing: the gateway is made of paper.
import { describe, expect, test } from "vitest";
import type { Task, TaskPatch } from "../domain/task.ts";
import { merge, sendMerged } from "./merging.ts";
import { sampleTask } from "./store/samples.ts";
import { createStore } from "./store/store.ts";
import { sayRefusal } from "./say/refusal.ts";

const base = sampleTask({ position: 1, parentId: null });
const day = { kind: "day", at: "2026-12-04" } as const;

const send = async (theirs: Partial<Task>, changes: TaskPatch) => {
  const store = createStore("laptop");
  store.dispatch({ type: "learned", tasks: [{ ...base, ...theirs, version: 2 }] });
  const sent: TaskPatch[] = [];
  const answer = await sendMerged(
    {
      store,
      punctual: {
        patchTask: async (_, body) => {
          sent.push(body);
          return { ok: true, value: { ...base, ...theirs, ...changes, version: 3 } as Task };
        },
        readTask: async () => ({ ok: true, value: base }),
      },
      onSending: async () => undefined,
    },
    { base, changes },
    { key: "k", correlationId: "c" },
  );
  return { sent, answer };
};

test("a field that both have set otherwise is a collision, one that others left alone is not", () => {
  const now = { ...base, title: "theirs" };
  expect(merge(base, now, { title: "mine", priority: 1 })).toEqual({
    left: { title: "mine", priority: 1 },
    collided: ["title"],
  });
});

describe("two orders by hand at the same time", () => {
  test("are no question: the later one is the order, and what was changed with it is", async () => {
    const { sent, answer } = await send({ position: 7 }, { position: 3, due: day });
    expect(answer.ok).toBe(true);
    expect(sent).toEqual([{ position: 3, due: day }]);
  });
});

describe("a task put under two others at the same time", () => {
  test("stays where it was put first, and nothing is promised: there is no form to choose in", async () => {
    const { sent, answer } = await send({ parentId: "theirs" }, { parentId: "mine", position: 2 });
    expect(sent).toEqual([]);
    expect(answer.ok ? null : sayRefusal(answer.problem)).toBe(
      "Meanwhile it was put under another task, or taken out of one, elsewhere. Move it again if you still want to.",
    );
  });

  test("with a collision of what the form has the choice is there", async () => {
    const { answer } = await send(
      { parentId: "theirs", project: "Theirs" },
      { parentId: "mine", project: "Mine" },
    );
    expect(answer.ok ? null : sayRefusal(answer.problem)).toContain("choose which to keep");
  });
});
