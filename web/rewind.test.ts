// Taking changes back: the last of this page first, once each, and brought back the same way. Needs nothing: the gateway is made of paper.
import { describe, expect, test } from "vitest";
import type { ChatReply } from "../domain/reply.ts";
import { createPunctual } from "./api/punctual.ts";
import { createRewind } from "./rewind.ts";
import { sampleTurn } from "./store/samples.ts";
import { createStore } from "./store/store.ts";

/** A page whose gateway takes back whatever it is asked to, and numbers its answers. */
const page = (more: Partial<ChatReply> = {}, status = 200) => {
  const store = createStore("laptop");
  const asked: string[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const { correlationId } = JSON.parse(init.body as string) as { correlationId: string };
    asked.push(`${url.split("/").at(-1)} ${correlationId}`);
    const by = `by-${asked.length}`;
    const reply: ChatReply = {
      turnId: `turn-${asked.length}`,
      correlationId: by,
      undoable: false,
      undoes: correlationId,
      interpreter: "grammar",
      text: `Took back ${correlationId}.`,
      changes: [],
      tasks: [],
      choices: [],
      ...more,
    };
    return Response.json(status === 200 ? reply : { detail: "nothing is left to undo" }, {
      status,
    });
  };
  const net = { fetch, wait: async () => undefined, now: () => 0 };
  const rewind = createRewind(store, createPunctual("laptop", net));
  const said = (): string[] => store.read().notices.map(({ text }) => text);
  return { store, asked, rewind, said };
};

describe("the key", () => {
  test("takes back the last change of this page, then the one before, then says there is none", async () => {
    const { rewind, asked, said } = page();
    rewind.did("a");
    rewind.did("b");
    await rewind.undoLast();
    await rewind.undoLast();
    await rewind.undoLast();
    expect(asked).toEqual(["undo b", "undo a"]);
    expect(said()).toEqual(["Took back b.", "Took back a.", "Nothing to undo on this page."]);
  });

  test("brings back what it took back, and takes it back again", async () => {
    const { rewind, asked } = page();
    rewind.did("a");
    await rewind.undoLast();
    await rewind.redoLast();
    await rewind.undoLast();
    expect(asked).toEqual(["undo a", "redo by-1", "undo by-2"]);
  });

  test("takes the page's own share of a change along, there and back", async () => {
    const { rewind } = page();
    const sorted: string[] = [];
    rewind.did("a", { undo: () => sorted.push("by date"), redo: () => sorted.push("by hand") });
    await rewind.undoLast();
    await rewind.redoLast();
    await rewind.undoLast();
    expect(sorted).toEqual(["by date", "by hand", "by date"]);
  });

  test("does not bring back what was taken back before something new was done", async () => {
    const { rewind, asked, said } = page();
    rewind.did("a");
    await rewind.undoLast();
    rewind.did("b");
    await rewind.redoLast();
    expect(asked).toEqual(["undo a"]);
    expect(said().at(-1)).toBe("Nothing to redo on this page.");
  });

  test("leaves alone what a button has taken back already", async () => {
    const { rewind, asked } = page();
    rewind.did("a");
    rewind.did("b");
    expect(await rewind.remedy({ is: "undo", correlationId: "b" })).toBeNull();
    await rewind.undoLast();
    expect(asked).toEqual(["undo b", "undo a"]);
  });
});

describe("what was taken back", () => {
  test("is a turn of the conversation when a message had done it", async () => {
    const { store, rewind } = page();
    const turn = sampleTurn({ id: "turn-0", correlationId: "a" });
    store.dispatch({ type: "chat", chat: { type: "turned", turn } });
    await rewind.remedy({ is: "undo", correlationId: "a" });
    expect(store.read().chat.turns).toMatchObject([
      { id: "turn-0" },
      { id: "turn-1", message: "Undo", undoes: "a" },
    ]);
  });

  test("is not offered to be taken back any more by the notice that said it was done", async () => {
    const { store, rewind, said } = page();
    const notice = { id: "n1", tone: "info" as const, text: "Completed.", about: "a" };
    store.dispatch({ type: "noticed", notice });
    await rewind.aloud({ is: "undo", correlationId: "b" });
    expect(said()).toEqual(["Completed.", "Took back b."]);
    await rewind.aloud({ is: "undo", correlationId: "a" });
    expect(said()).toEqual(["Took back b.", "Took back a."]);
  });

  test("by a click is none of the conversation; its notice can bring it back", async () => {
    const { store, rewind, asked } = page();
    await rewind.aloud({ is: "undo", correlationId: "a" });
    expect(store.read().chat.turns).toEqual([]);
    const [notice] = store.read().notices;
    expect(notice?.action?.label).toBe("Redo");
    notice?.action?.run();
    await expect.poll(() => asked).toEqual(["undo a", "redo by-1"]);
  });
});

test("where a field has changed since, the question is asked in the conversation, and nothing is done yet", async () => {
  const choices = ["Keep it", "Put it back", "Leave all"];
  const { store, rewind, asked, said } = page({ undoes: null, choices });
  rewind.did("a");
  await rewind.undoLast();
  expect(store.read()).toMatchObject({ asked: 1, chat: { turns: [{ choices }] } });
  expect(said()).toEqual([]);
  await rewind.undoLast();
  expect(asked).toEqual(["undo a", "undo a"]);
});

test("a refusal is said", async () => {
  const { rewind, said } = page({}, 409);
  await rewind.aloud({ is: "undo", correlationId: "a" });
  expect(said()).toEqual(["Nothing is left to undo."]);
  expect(await rewind.remedy({ is: "undo", correlationId: "a" })).toBe("Nothing is left to undo.");
});
