// What is kept of the page's look, and what of it goes when its person goes.
import { expect, test } from "vitest";
import { memoryStorage } from "../drafts/memory-storage.ts";
import { forgetLists, listName } from "./kept.ts";

test("how lists were arranged is forgotten with their names; colours and rows stay", () => {
  const storage = memoryStorage();
  storage.setItem("punctual.look.theme", '"dark"');
  storage.setItem(`punctual.look.${listName("project/divorce")}`, "{}");
  storage.setItem(`punctual.look.${listName("tag/doctor")}`, "{}");
  storage.setItem("punctual.draft.u1.chat", '"hi"');
  forgetLists(storage);
  const left = Array.from({ length: storage.length }, (_, at) => storage.key(at));
  expect(left).toEqual(["punctual.look.theme", "punctual.draft.u1.chat"]);
});
