// What was typed and not sent. Needs nothing.
import { expect, test } from "vitest";
import { createDrafts } from "./drafts.ts";
import { memoryStorage } from "./memory-storage.ts";

test("a draft outlives the page, until it is cleared", () => {
  const storage = memoryStorage();
  createDrafts("ada", storage).write("chat", "what is due");
  const next = createDrafts("ada", storage);
  expect(next.read("chat", "")).toBe("what is due");
  next.write("chat", undefined);
  expect(createDrafts("ada", storage).read("chat", "")).toBe("");
});

test("another person at this browser finds nothing", () => {
  const storage = memoryStorage();
  createDrafts("ada", storage).write("chat", "a secret");
  expect(createDrafts("bob", storage).names()).toEqual([]);
  expect(createDrafts("ada", storage).names()).toEqual([]);
});

test("after the sign-out nothing is kept, not even what is typed last", () => {
  const storage = memoryStorage();
  storage.setItem("other", "stays");
  const drafts = createDrafts("ada", storage);
  drafts.write("chat", "a secret");
  drafts.forget();
  drafts.write("chat", "another");
  expect([storage.length, storage.getItem("other")]).toEqual([1, "stays"]);
});

test("a storage that is full or forbidden takes nothing from the page that is open", () => {
  const forbidden = (): never => {
    throw new DOMException("forbidden", "SecurityError");
  };
  const storage = {
    getItem: forbidden,
    setItem: forbidden,
    removeItem: forbidden,
    key: forbidden,
    length: 1,
  };
  const drafts = createDrafts("ada", storage);
  drafts.write("chat", "hello");
  expect(drafts.read("chat", "")).toBe("hello");
});

test("what another tab saved is gone here too, but words of this tab's own stay", () => {
  const drafts = createDrafts("ada", memoryStorage());
  const key = "punctual.draft.ada.chat";
  drafts.heard({ key, oldValue: null, newValue: '"hel"' });
  expect(drafts.read("chat", "")).toBe("hel");
  drafts.write("chat", "hello there");
  drafts.heard({ key, oldValue: '"hel"', newValue: null });
  expect(drafts.read("chat", "")).toBe("hello there");
});
