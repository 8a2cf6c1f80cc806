// What a page keeps for the next one: in a browser's storage (fake-indexeddb), for as long as its person is here.
import indexedDB, * as fake from "fake-indexeddb";
import { expect, test } from "vitest";
import { defaultSettings } from "../../domain/settings.ts";
import { sampleTask, sampleTurn, sampleUpdate } from "../store/samples.ts";
import { createStore } from "../store/store.ts";
import { startKeeper } from "./keeper.ts";
import { forgetKept, keepChanged, keepPerson, readKept } from "./kept.ts";

Object.assign(globalThis, fake, { indexedDB });

const person = (id: string) => ({ id, name: id, email: `${id}@example.com` });

/** A page of a person who has just been shown a list. */
const page = async (id: string) => {
  await keepPerson(person(id), defaultSettings);
  const kept = await readKept();
  const store = createStore("laptop", kept ?? undefined);
  return { store, keeper: startKeeper(store, (changed) => keepChanged(id, changed)) };
};
const snapshot = (...ids: string[]) => ({
  type: "frames" as const,
  frames: [
    {
      type: "snapshot" as const,
      tasks: ids.map((id) => sampleTask({ id, title: id })),
      first: true,
      more: false,
    },
  ],
});
const keptTitles = async (): Promise<string[]> =>
  ((await readKept())?.tasks ?? []).map(({ title }) => title).toSorted();

test("what was seen last is found again, changed as it changed", async () => {
  const { store, keeper } = await page("ada");
  store.dispatch(snapshot("bread", "milk", "tea"));
  store.dispatch({ type: "chat", chat: { type: "turned", turn: sampleTurn() } });
  await keeper.flush();
  expect(await keptTitles()).toEqual(["bread", "milk", "tea"]);
  const renamed = sampleTask({ id: "milk", version: 2, title: "oat milk" });
  store.dispatch({
    type: "frames",
    frames: [
      { type: "update", cursor: "0:1", update: sampleUpdate(renamed) },
      {
        type: "update",
        cursor: "0:2",
        update: sampleUpdate(sampleTask({ id: "tea", version: 2 }), { task: null }),
      },
    ],
  });
  await keeper.flush();
  expect(await keptTitles()).toEqual(["bread", "oat milk"]);
  expect((await readKept())?.turns).toHaveLength(1);
  expect((await readKept())?.settings).toEqual(defaultSettings);
  keeper.stop();
  await forgetKept("ada");
});

test("a page that has read nothing yet does not keep an empty list", async () => {
  const first = await page("ada");
  first.store.dispatch(snapshot("bread"));
  await first.keeper.flush();
  first.keeper.stop();
  const fresh = createStore("laptop");
  const keeper = startKeeper(fresh, (changed) => keepChanged("ada", changed));
  fresh.dispatch({ type: "connection", connection: "offline" });
  await keeper.flush();
  expect(await keptTitles()).toEqual(["bread"]);
  keeper.stop();
  await forgetKept("ada");
});

test("who has left is not kept, not even by another tab of theirs", async () => {
  const { store, keeper } = await page("ada");
  store.dispatch(snapshot("bread"));
  await forgetKept("ada");
  await keeper.flush();
  expect(await readKept()).toBeNull();
  keeper.stop();
});

test("another person who signs in finds nothing of the one before", async () => {
  const { store, keeper } = await page("ada");
  store.dispatch(snapshot("bread"));
  await keeper.flush();
  keeper.stop();
  await page("bob");
  expect(await readKept()).toMatchObject({ account: { id: "bob" }, tasks: [] });
  await forgetKept("bob");
});
