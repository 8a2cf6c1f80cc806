// What was ordered and has no answer yet: kept before it is sent, sent once and in order, never dropped without a word. Needs nothing: browser and
// gateway are made of paper.
import { describe, expect, test } from "vitest";
import type { Task } from "../../../domain/task.ts";
import { type Draft, draftOf } from "../../drafts/draft.ts";
import { byField } from "../../drafts/edit.ts";
import { draftName, type TaskEdit } from "../../drafts/names.ts";
import { touch, untouched } from "../../drafts/three-way.ts";
import { emptyLine, type Line } from "../../quick-add/line.ts";
import { sampleTask } from "../../store/samples.ts";
import { createRewind } from "../../rewind.ts";
import { visibleTasks } from "../../store/visible.ts";
import { createWishes } from "../../wishes.ts";
import { type Answering, type Call, paperBrowser, type PaperBrowser, paperPage } from "./paper.ts";
import { lineName } from "./settle.ts";

const page = (answer: Answering, browser?: PaperBrowser, live = true) => {
  const made = paperPage(answer, browser, live);
  const rewind = createRewind(made.store, made.punctual, made.outbox.takeBack);
  return { ...made, rewind, wishes: createWishes(made.store, made.outbox, rewind) };
};

/** Whatever is asked is done. */
const granting: Answering = ({ method, path, body }) => {
  const sent = body as Partial<Task> | undefined;
  const id = method === "POST" && path.endsWith("/tasks") ? sent?.id : path.split("/")[4];
  return Response.json(sampleTask({ version: 2, ...sent, ...(id && { id }) }));
};
const away: Answering = () => null;
const busy = (): Response =>
  Response.json({ code: "unavailable", detail: "wait" }, { status: 503 });
const said = (calls: Call[]): string[] =>
  calls.map(({ method, path }) => `${method} ${path.replace("/api/v1/tasks", "")}`);
const titles = ({ store }: ReturnType<typeof page>): string[] =>
  visibleTasks(store.read())
    .map(({ title }) => title)
    .toSorted();

describe("without a line an order", () => {
  test("shows at once, is kept, and is sent when the line is live", async () => {
    const browser = paperBrowser();
    const tab = page(granting, browser, false);
    const added = tab.wishes.create({ title: "water plants" }, "t2");
    expect(titles(tab)).toEqual(["water plants"]);
    expect([...browser.kept.values()]).toMatchObject([{ taskId: "t2" }]);
    expect(tab.calls).toEqual([]);
    tab.outbox.setLive(true);
    expect(await added).toBe(true);
    await expect.poll(() => browser.kept.size).toBe(0);
    expect(tab.store.read().pending).toEqual([]);
    expect(titles(tab)).toEqual(["water plants"]);
  });

  test("outlives the page: the next one shows it and sends it under the same key", async () => {
    const browser = paperBrowser();
    const first = page(away, browser);
    void first.wishes.create({ title: "water plants" }, "t2");
    await expect.poll(first.waits).toBe(true);
    first.outbox.stop();

    const next = page(granting, browser, false);
    await next.outbox.recall();
    expect(titles(next)).toEqual(["water plants"]);
    next.outbox.setLive(true);
    await expect.poll(() => browser.kept.size).toBe(0);
    expect(next.calls.map(({ key }) => key)).toEqual(first.calls.map(({ key }) => key));
  });

  test("of one task goes out in its turn, a part after its parent, others beside them", async () => {
    const tab = page(granting, undefined, false);
    const { wishes, store } = tab;
    const parent = wishes.create({ title: "move house" }, "p");
    void wishes.create({ title: "pack books", parentId: "p" }, "c");
    void wishes.create({ title: "water plants" }, "t2");
    const shown = visibleTasks(store.read()).find(({ id }) => id === "p") as Task;
    void wishes.patch(shown, { priority: 1 });
    const done = wishes.complete(shown);
    tab.outbox.setLive(true);
    expect(await Promise.all([parent, done])).toEqual([true, true]);
    await expect.poll(() => tab.outbox.entries().length).toBe(0);
    const order = tab.calls.map(({ method, body }, at) => {
      const { id } = (body ?? {}) as Partial<Task>;
      return id ? `${method} ${id}` : said(tab.calls)[at];
    });
    expect(order.slice(0, 2)).toEqual(["POST p", "POST t2"]);
    expect(order.indexOf("POST c")).toBeGreaterThan(1);
    const ofParent = order.filter((one) => one?.includes("p"));
    expect(ofParent.slice(-2)).toEqual(["PATCH /p", "POST /p/complete"]);
  });
});

describe("an order that nobody answers", () => {
  test("is tried again after a pause, to the letter, and said to wait", async () => {
    let cut = true;
    const tab = page((call) => (cut ? null : granting(call)));
    tab.store.dispatch({ type: "learned", tasks: [sampleTask()] });
    const changed = tab.wishes.patch(sampleTask(), { priority: 1 });
    await expect.poll(tab.waits).toBe(true);
    expect(tab.store.read().stalled).toBe(true);
    // Meanwhile the task has moved on: what may have arrived is not made anew.
    tab.store.dispatch({ type: "learned", tasks: [sampleTask({ version: 2, title: "buy food" })] });
    cut = false;
    tab.elapse();
    expect(await changed).toBe(true);
    expect(tab.calls[1]).toEqual(tab.calls[0]);
    await expect.poll(() => tab.store.read().stalled).toBe(false);
  });

  test("does not keep those of other tasks waiting", async () => {
    const tab = page((call) => (call.path.includes("t1") ? busy() : granting(call)));
    tab.store.dispatch({ type: "learned", tasks: [sampleTask()] });
    void tab.wishes.complete(sampleTask());
    expect(await tab.wishes.create({ title: "water plants" }, "t2")).toBe(true);
    expect(tab.outbox.entries()).toMatchObject([{ taskId: "t1" }]);
  });

  test("waits while the gateway does not know its person, and is theirs when they are back", async () => {
    const browser = paperBrowser();
    const tab = page(() => Response.json({ code: "unauthenticated" }, { status: 401 }), browser);
    void tab.wishes.create({ title: "water plants" }, "t2");
    await expect.poll(tab.signedOut).toBe(1);
    tab.outbox.stop();
    const later = page(granting, browser);
    await later.outbox.recall();
    await expect.poll(() => titles(later)).toEqual(["water plants"]);
    await expect.poll(() => browser.kept.size).toBe(0);
  });
});

describe("an order that is refused", () => {
  const refusing: Answering = () =>
    Response.json({ code: "invalid", detail: "the title is too long" }, { status: 422 });

  test("is taken back with the reason, on every tab", async () => {
    const browser = paperBrowser();
    const [one, other] = [page(refusing, browser), page(refusing, browser, false)];
    expect(await one.wishes.create({ title: "water plants" }, "t2")).toBe(false);
    await expect.poll(() => other.store.read().notices.length).toBe(1);
    for (const tab of [one, other]) {
      expect(titles(tab)).toEqual([]);
      expect(tab.store.read().notices).toMatchObject([
        { tone: "lasting", text: "“water plants” was not added. The title is too long." },
      ]);
    }
  });

  test("gives its words back where nobody waits for it any more", async () => {
    const browser = paperBrowser();
    const first = page(away, browser);
    void first.wishes.create({ title: "water plants" }, "t2");
    await expect.poll(first.waits).toBe(true);
    first.outbox.stop();
    const next = page(refusing, browser);
    await next.outbox.recall();
    await expect.poll(() => next.drafts.read<Line>(lineName, emptyLine).text).toBe("water plants");
  });
});

describe("a move of several tasks", () => {
  const tasks = [sampleTask(), sampleTask({ id: "t2", title: "water plants" })];
  const to = { kind: "day", at: "2026-12-01" } as const;
  const dues = ({ store }: ReturnType<typeof page>) =>
    visibleTasks(store.read()).map(({ due }) => due?.at);

  test("waits for the line like any change, goes out as one, and is said with one Undo", async () => {
    const tab = page(granting, undefined, false);
    tab.store.dispatch({ type: "learned", tasks });
    const moved = tab.wishes.move(tasks, () => to, "tomorrow");
    expect(dues(tab)).toEqual([to.at, to.at]);
    expect(tab.calls).toEqual([]);
    tab.outbox.setLive(true);
    await moved;
    expect(said(tab.calls).toSorted()).toEqual(["PATCH /t1", "PATCH /t2"]);
    expect(new Set(tab.calls.map(({ correlationId }) => correlationId)).size).toBe(1);
    expect(new Set(tab.calls.map(({ key }) => key)).size).toBe(2);
    expect(dues(tab)).toEqual([to.at, to.at]);
    expect(tab.store.read().notices).toMatchObject([
      { text: "Moved 2 tasks to tomorrow.", action: { label: "Undo" } },
    ]);
  });

  test("says which of them could not be moved", async () => {
    const tab = page((call) =>
      call.path.endsWith("t1")
        ? Response.json({ code: "invalid", detail: "it has ended" }, { status: 422 })
        : granting(call),
    );
    tab.store.dispatch({ type: "learned", tasks });
    await tab.wishes.move(tasks, () => to, "tomorrow");
    expect(dues(tab)).toEqual([tasks[0]?.due?.at, to.at]);
    expect(tab.store.read().notices.map(({ text }) => text)).toEqual([
      `“${tasks[0]?.title}” was not moved. It has ended.`,
      "Moved 1 task to tomorrow.",
    ]);
  });
});

describe("the key that takes back", () => {
  const words = ({ store }: ReturnType<typeof page>): string[] =>
    store.read().notices.map(({ text }) => text);

  test("takes what waits first, the newest before the others, on every tab, and it is never sent", async () => {
    const browser = paperBrowser();
    const [tab, other] = [page(granting, browser, false), page(granting, browser, false)];
    const [task] = [sampleTask()];
    for (const { store } of [tab, other]) store.dispatch({ type: "learned", tasks: [task] });
    void tab.wishes.create({ title: "water plants" }, "t2");
    const done = tab.wishes.complete(task);
    await expect.poll(() => other.store.read().pending.length).toBe(2);
    await tab.rewind.undoLast();
    expect(await done).toBe(true);
    await expect.poll(() => other.store.read().pending.length).toBe(1);
    expect(visibleTasks(tab.store.read()).find(({ id }) => id === task.id)?.status).toBe("open");
    await tab.rewind.undoLast();
    await tab.rewind.undoLast();
    expect(words(tab)).toEqual([
      `Taken back: “${task.title}” was not completed.`,
      "Taken back: “water plants” was not added.",
      "Nothing to undo on this page.",
    ]);
    expect(browser.kept.size).toBe(0);
    await expect.poll(() => titles(other)).toEqual([task.title]);
    for (const one of [tab, other]) one.outbox.setLive(true);
    expect([...tab.calls, ...other.calls]).toEqual([]);
  });

  test("leaves alone what may have arrived, and says so", async () => {
    const tab = page(away);
    void tab.wishes.create({ title: "water plants" }, "t2");
    await expect.poll(tab.waits).toBe(true);
    await tab.rewind.undoLast();
    expect(words(tab)).toEqual([
      "The last change is on its way. It can be taken back when it has arrived.",
    ]);
    expect(tab.outbox.entries()).toHaveLength(1);
  });
});

describe("an order at which the gateway breaks", () => {
  test("is refused after eight tries, over reloads too, and lets what waited for it go on", async () => {
    const browser = paperBrowser();
    const breaking: Answering = (call) =>
      call.path.endsWith("/complete")
        ? Response.json({ code: "internal", detail: "something broke" }, { status: 500 })
        : granting(call);
    const first = page(breaking, browser);
    first.store.dispatch({ type: "learned", tasks: [sampleTask()] });
    void first.wishes.complete(sampleTask());
    await expect.poll(() => (first.elapse(), first.calls.length)).toBeGreaterThan(2);
    await expect.poll(first.waits).toBe(true);
    first.outbox.stop();

    const next = page(breaking, browser);
    next.store.dispatch({ type: "learned", tasks: [sampleTask()] });
    await next.outbox.recall();
    const changed = next.wishes.patch(sampleTask(), { priority: 1 });
    await expect.poll(() => (next.elapse(), next.outbox.entries().length)).toBe(0);
    expect(await changed).toBe(true);
    const tries = [...first.calls, ...next.calls].filter(({ path }) => path.endsWith("/complete"));
    expect(tries).toHaveLength(8);
    expect(next.store.read().notices.map(({ text }) => text)).toEqual([
      `“${sampleTask().title}” was not completed. Something broke.`,
    ]);
    await expect.poll(() => browser.kept.size).toBe(0);
  });
});

describe("two tabs", () => {
  test("show what either was told, and one of them sends it", async () => {
    const browser = paperBrowser();
    const [one, other] = [page(granting, browser, false), page(granting, browser, false)];
    void one.wishes.create({ title: "water plants" }, "t2");
    void other.wishes.create({ title: "feed the cat" }, "t3");
    await expect.poll(() => titles(one)).toEqual(["feed the cat", "water plants"]);
    expect(titles(other)).toEqual(titles(one));
    one.outbox.setLive(true);
    other.outbox.setLive(true);
    await expect.poll(() => browser.kept.size).toBe(0);
    await expect.poll(() => other.store.read().pending).toEqual([]);
    expect(one.store.read().pending).toEqual([]);
    const keys = [...one.calls, ...other.calls].map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(2);
  });

  test("do not lose what the one was sending when it was closed", async () => {
    const browser = paperBrowser();
    const never = Promise.withResolvers<Response>();
    const one = page(() => never.promise, browser);
    const other = page(granting, browser);
    void one.wishes.create({ title: "water plants" }, "t2");
    await expect.poll(() => one.calls.length).toBe(1);
    one.outbox.stop();
    never.resolve(busy()); // a closed tab lets go of the lock
    await expect.poll(() => browser.kept.size).toBe(0);
    expect(other.calls.map(({ key }) => key)).toEqual(one.calls.map(({ key }) => key));
  });
});

describe("what is typed in the form of a task", () => {
  const form = byField(draftOf(sampleTask()));
  const typing = (changed: Partial<Draft>) =>
    touch(untouched, form, byField({ ...draftOf(sampleTask()), ...changed }));

  test("gives way to a newer order of one's own that sets the same otherwise", async () => {
    const tab = page(granting);
    tab.store.dispatch({ type: "learned", tasks: [sampleTask()] });
    tab.drafts.write(draftName("t1"), typing({ priority: "2", description: "half" }));
    await tab.wishes.patch(sampleTask(), { priority: 1 });
    const edit = tab.drafts.read<TaskEdit>(draftName("t1"), untouched);
    expect(Object.keys(edit.mine)).toEqual(["description"]);
  });

  test("and refused stays refused when another field is saved", async () => {
    const tab = page(granting);
    tab.store.dispatch({ type: "learned", tasks: [sampleTask()] });
    const edit = { ...typing({ priority: "2", title: "Rude" }), refused: { title: "Too rude." } };
    tab.drafts.write(draftName("t1"), edit);
    await tab.wishes.patch(sampleTask(), { priority: 2 });
    expect(tab.drafts.read<TaskEdit>(draftName("t1"), untouched)).toMatchObject({
      mine: { title: { title: "Rude" } },
      refused: { title: "Too rude." },
    });
  });
});
