// Orders given by hand: shown at once, confirmed or taken back with a reason. Needs nothing: the gateway is made of paper.
import { describe, expect, test } from "vitest";
import { createPunctual } from "./api/punctual.ts";
import type { Net } from "./api/request.ts";
import type { Remedy } from "./store/conversation.ts";
import { sampleTask } from "./store/samples.ts";
import { createStore } from "./store/store.ts";
import { visibleTasks } from "./store/visible.ts";
import { createWishes } from "./wishes.ts";

const task = sampleTask();

/** What was asked to be taken back. */
const paperRewind = () => {
  const did: string[] = [];
  const undone: string[] = [];
  return {
    did,
    undone,
    rewind: {
      did: (id: string) => void did.push(id),
      aloud: async (remedy: Remedy) => void undone.push(remedy.correlationId),
    },
  };
};

const page = (...replies: (Response | null)[]) => {
  const store = createStore("laptop");
  store.dispatch({ type: "learned", tasks: [task] });
  const keys: (string | null)[] = [];
  let now = 0;
  const net: Net = {
    fetch: async (_url, init) => {
      keys.push(new Headers(init.headers).get("idempotency-key"));
      const reply = replies.shift();
      if (!reply) throw new TypeError("Failed to fetch");
      return reply;
    },
    wait: async (ms) => {
      now += ms;
    },
    now: () => now,
  };
  const { rewind, ...history } = paperRewind();
  const wishes = createWishes(store, createPunctual("laptop", net), rewind);
  return { store, keys, wishes, ...history };
};

const conflict = (): Response =>
  Response.json({ code: "conflict", detail: "the task is done already" }, { status: 409 });

describe("an order", () => {
  test("shows before the gateway has answered", async () => {
    const { store, wishes } = page(Response.json(sampleTask({ version: 2, status: "done" })));
    const done = wishes.complete(task);
    expect(visibleTasks(store.read())).toMatchObject([{ status: "done", waiting: true }]);
    expect(await done).toBe(true);
    expect(visibleTasks(store.read())).toMatchObject([{ status: "done", version: 2 }]);
    expect(store.read().pending).toEqual([]);
  });

  test("that is refused is taken back, and the reason said", async () => {
    const { store, wishes } = page(conflict());
    expect(await wishes.complete(task)).toBe(false);
    expect(visibleTasks(store.read())).toEqual([task]);
    expect(store.read().notices).toMatchObject([
      {
        tone: "problem",
        text: "“buy groceries” was not completed. The task is done already.",
      },
    ]);
    expect(store.read().notices[0]?.action).toBeUndefined();
  });

  test("that nobody answered can be tried again under the same key", async () => {
    const { store, keys, wishes } = page();
    await wishes.patch(task, { priority: 1 });
    const notice = store.read().notices[0];
    expect(notice?.action?.label).toBe("Try again");
    notice?.action?.run();
    await expect.poll(() => store.read().notices.length).toBe(2);
    expect(new Set(keys).size).toBe(1);
  });

  test.each(["complete", "skip", "remove"] as const)(
    "to %s is said, with the way back",
    async (what) => {
      const { store, wishes, did, undone } = page(Response.json(sampleTask({ version: 2 })));
      expect(await wishes[what](task)).toBe(true);
      const [notice] = store.read().notices;
      expect(notice?.action?.label).toBe("Undo");
      notice?.action?.run();
      expect(did).toHaveLength(1);
      expect(undone).toEqual(did);
    },
  );

  test("that is refused is nothing to take back", async () => {
    const { wishes, did } = page(conflict());
    await wishes.complete(task);
    expect(did).toEqual([]);
  });
});

test("a new task is there once, from the wish to the answer", async () => {
  const { store, wishes } = page(Response.json(sampleTask({ id: "t2", title: "water plants" })));
  const added = wishes.create({ title: "water plants" });
  expect(visibleTasks(store.read()).map(({ title }) => title)).toContain("water plants");
  await added;
  const titles = visibleTasks(store.read()).map(({ title }) => title);
  expect(titles.toSorted()).toEqual(["buy groceries", "water plants"]);
});
