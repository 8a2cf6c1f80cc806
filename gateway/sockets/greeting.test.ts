// What arrives while a device is being greeted: between the last page and `live` nothing may fall through.
import { expect, test } from "vitest";
import type { Database } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { exampleTurn } from "../../tests/turns.ts";
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

test("after a snapshot come the last twenty turns of the ring: what a first page may have missed, and no hole", async () => {
  const ring = createRing({ maxCount: 100, maxBytes: 1_000_000 });
  ring.begin(0, 0);
  const turns = Array.from({ length: 30 }, () => exampleTurn(ada).turn);
  for (const [offset, turn] of turns.entries()) {
    const event = { partition: 0, offset, audience: [ada], kind: "turn" as const, version: 1 };
    ring.push({ ...event, about: turn.id, json: JSON.stringify(turn) });
  }
  const said: string[] = [];
  const note = (text: string) => {
    const frame = JSON.parse(text) as { turn?: { id: string } };
    if (frame.turn) said.push(frame.turn.id);
  };
  const connection = {
    isOpen: () => true,
    session: () => null,
    send: note,
    flush: async (text: string) => note(text),
  } as unknown as Connection;
  const deps = { db: emptyDatabase, ring, hub: createHub() };
  await greet(deps, connection, { userId: ada, cursor: undefined });
  expect(said).toEqual(turns.slice(10).map(({ id }) => id));
  said.length = 0;
  await greet(deps, connection, { userId: ada, cursor: "0:5" });
  expect(said).toEqual(turns.slice(5).map(({ id }) => id));
});
