// Orders given by hand: shown at once, confirmed or taken back with a reason. Needs nothing: the gateway is made of paper.
import { describe, expect, test } from "vitest";
import { conflicts, type Edit, untouched } from "./drafts/three-way.ts";
import type { Remedy } from "./store/conversation.ts";
import { sampleTask } from "./store/samples.ts";
import { visibleTasks } from "./store/visible.ts";
import { byField, sameField } from "./drafts/edit.ts";
import { draftOf } from "./drafts/draft.ts";
import { draftName } from "./drafts/names.ts";
import { paperPage } from "./offline/outbox/paper.ts";
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
  const { rewind, ...history } = paperRewind();
  const {
    store,
    drafts,
    outbox,
    calls: heard,
    elapse,
    waits,
  } = paperPage(() => replies.shift() ?? null);
  store.dispatch({ type: "learned", tasks: [task] });
  return {
    store,
    drafts,
    outbox,
    elapse,
    waits,
    wishes: createWishes(store, outbox, rewind),
    keys: () => heard.map(({ key }) => key),
    /** Method, If-Match and body of each request. */
    calls: () => heard.map(({ method, ifMatch, body }) => [method, ifMatch, body]),
    ...history,
  };
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
  const added = wishes.create({ title: "water plants" }, "t2");
  expect(visibleTasks(store.read()).map(({ title }) => title)).toContain("water plants");
  await added;
  const titles = visibleTasks(store.read()).map(({ title }) => title);
  expect(titles.toSorted()).toEqual(["buy groceries", "water plants"]);
});

const mismatch = (currentVersion: number): Response =>
  Response.json(
    { code: "version_mismatch", detail: "it has changed", currentVersion },
    { status: 412 },
  );

describe("a change of some fields", () => {
  test("names the version it was made on", async () => {
    const { calls, wishes } = page(Response.json(sampleTask({ version: 2, priority: 1 })));
    expect(await wishes.patch(task, { priority: 1 })).toBe(true);
    expect(calls()).toEqual([["PATCH", '"1"', { priority: 1 }]]);
  });

  test("is made on what others did meanwhile to other fields, under a key of its own", async () => {
    const theirs = sampleTask({ version: 2, description: "theirs" });
    const granted = sampleTask({ version: 3, description: "theirs", priority: 1 });
    const { calls, keys, store, wishes } = page(
      mismatch(2),
      Response.json(theirs),
      Response.json(granted),
    );
    expect(await wishes.patch(task, { priority: 1 })).toBe(true);
    expect(calls()).toEqual([
      ["PATCH", '"1"', { priority: 1 }],
      ["GET", null, undefined],
      ["PATCH", '"2"', { priority: 1 }],
    ]);
    expect(keys()[2]).not.toBe(keys()[0]);
    expect(store.read().tasks.get(task.id)).toEqual(granted);
  });

  test("is not sent where others have changed the same field: both values are kept", async () => {
    const theirs = sampleTask({ version: 2, description: "theirs", priority: 2 });
    const { calls, drafts, store, wishes } = page(mismatch(2), Response.json(theirs));
    expect(await wishes.patch(task, { description: "mine", priority: 1 })).toBe(false);
    expect(calls().map(([method]) => method)).toEqual(["PATCH", "GET"]);
    expect(visibleTasks(store.read())).toEqual([theirs]);
    const edit = drafts.read<Edit>(draftName(task.id), untouched);
    const now = byField(draftOf(theirs));
    expect(edit.mine).toMatchObject({ description: { description: "mine" } });
    expect(conflicts(edit, now, sameField).toSorted()).toEqual(["description", "priority"]);
    expect(store.read().notices[0]?.text).toContain("Notes, Priority");
  });

  test("made on one's own that is still on its way is sent on top of it", async () => {
    const { calls, drafts, store, wishes } = page(
      Response.json(sampleTask({ version: 2, priority: 1 })),
      Response.json(sampleTask({ version: 3, priority: 2 })),
    );
    const both = [wishes.patch(task, { priority: 1 }), wishes.patch(task, { priority: 2 })];
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(calls()).toEqual([
      ["PATCH", '"1"', { priority: 1 }],
      ["PATCH", '"2"', { priority: 2 }],
    ]);
    expect([store.read().notices, drafts.names()]).toEqual([[], []]);
  });

  test("made on one's own that is refused is held against what is committed", async () => {
    const { calls, store, wishes } = page(
      conflict(),
      Response.json(sampleTask({ version: 2, title: "buy food" })),
    );
    const first = wishes.patch(task, { title: "buy fruit" });
    const [seen] = visibleTasks(store.read());
    const second = wishes.patch(seen as typeof task, { title: "buy food" });
    expect(await Promise.all([first, second])).toEqual([false, true]);
    expect(calls()[1]).toEqual(["PATCH", '"1"', { title: "buy food" }]);
  });

  test("made on one's own is not sent where others have changed the same since", async () => {
    const theirs = sampleTask({ version: 3, priority: 3 });
    const { calls, drafts, wishes } = page(
      Response.json(sampleTask({ version: 2, priority: 1 })),
      mismatch(3),
      Response.json(theirs),
    );
    const both = [wishes.patch(task, { priority: 1 }), wishes.patch(task, { priority: 2 })];
    expect(await Promise.all(both)).toEqual([true, false]);
    expect(calls().map(([method]) => method)).toEqual(["PATCH", "PATCH", "GET"]);
    const edit = drafts.read<Edit>(draftName(task.id), untouched);
    expect(edit.base).toMatchObject({ priority: { priority: "1" } });
    expect(conflicts(edit, byField(draftOf(theirs)), sameField)).toEqual(["priority"]);
  });

  test("that others have made already is not made twice", async () => {
    const { calls, did, store, wishes } = page();
    store.dispatch({ type: "learned", tasks: [sampleTask({ version: 2, priority: 1 })] });
    expect(await wishes.patch(task, { priority: 1 })).toBe(true);
    expect([calls(), did]).toEqual([[], []]);
  });

  test("that was refused is kept, and what was typed since stays", async () => {
    const { drafts, wishes } = page(conflict());
    await wishes.patch(task, { description: "mine" });
    expect(drafts.read<Edit>(draftName(task.id), untouched).mine).toEqual({
      description: { description: "mine" },
    });
  });
});
