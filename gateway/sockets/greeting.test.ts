// What arrives while a device is being greeted: between the last page and `live` nothing may fall through.
import { expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { makeEntry, makeTask } from "../../tests/updates.ts";
import { createRing } from "../feed/ring.ts";
import type { Connection } from "./connection.ts";
import { greet } from "./greeting.ts";
import { createHub } from "./hub.ts";

const ada = newId();
const emptyDatabase = { query: async () => ({ rows: [] }) } as unknown as Database;

/** Greets a device; `during` runs while the n-th awaited frame is on its way. */
const run = async (options: {
  cursor?: string;
  known: number;
  during: Record<number, (arrive: () => void) => void>;
}) => {
  const ring = createRing({ maxCount: 100, maxBytes: 1_000_000 });
  ring.begin(0, 0);
  let offset = 0;
  const arrive = () =>
    void ring.push(makeEntry(0, offset, makeTask({ ownerId: ada, title: `${offset++}` })));
  for (let count = 0; count < options.known; count += 1) arrive();
  const said: string[] = [];
  const note = (text: string) => {
    const frame = JSON.parse(text) as { type: string; update?: { task: { title: string } } };
    said.push(frame.update?.task.title ?? frame.type);
  };
  let flushed = 0;
  const connection = {
    isOpen: () => true,
    session: () => null,
    send: note,
    flush: async (text: string) => {
      note(text);
      options.during[(flushed += 1)]?.(arrive);
    },
    close: (reason: string) => said.push(`closed ${reason}`),
  } as unknown as Connection;
  const hub = createHub();
  hub.add(connection);
  await greet({ db: emptyDatabase, ring, hub }, connection, {
    userId: ada,
    cursor: options.cursor,
  });
  return { said, following: hub.following().length, cursor: ring.cursor() };
};
const one = (arrive: () => void) => arrive();

test("an update that comes while the ring's own are sent after a snapshot is sent before live", async () => {
  const { said, following } = await run({ known: 2, during: { 2: one, 3: one } });
  expect(said).toEqual(["welcome", "snapshot", "0", "1", "2", "3", "live"]);
  expect(following).toBe(1);
});

test("an update that comes while the missed ones are sent is sent before live, and once", async () => {
  const { said } = await run({ cursor: "0:1", known: 3, during: { 1: one, 3: one } });
  expect(said).toEqual(["welcome", "1", "2", "3", "4", "live"]);
});

test("a feed that runs further than the ring reaches while a device is greeted makes it begin anew", async () => {
  const flood = (arrive: () => void) => {
    for (let count = 0; count < 200; count += 1) arrive();
  };
  const { said, following } = await run({ cursor: "0:0", known: 1, during: { 1: flood } });
  expect(said).toEqual(["welcome", "0", "closed too_slow"]);
  expect(following).toBe(0);
});
