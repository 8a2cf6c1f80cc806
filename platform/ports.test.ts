import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type Ports, createPorts, holdPort } from "./ports.ts";

const open: Ports[] = [];

/** Ports where only these are taken by others. */
const portsBut = (...taken: number[]): Ports => {
  const ports = createPorts((port) =>
    Promise.resolve(taken.includes(port) ? null : createServer()),
  );
  return ports;
};
const realPorts = (): Ports => {
  const ports = createPorts();
  open.push(ports);
  return ports;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((ports) => ports.releaseAll()));
});

test("remembered ports are kept while they are free", async () => {
  const remembered = { kafka: 21_000, postgres: 21_001 };
  expect(await portsBut().choose(["kafka", "postgres"], remembered)).toEqual(remembered);
});

test("a remembered port that is taken meanwhile is replaced by a free one, the others stay", async () => {
  const remembered = { kafka: 21_000, postgres: 21_001 };
  const chosen = await portsBut(21_000).choose(["kafka", "postgres"], remembered);
  expect(chosen["kafka"]).not.toBe(21_000);
  expect(chosen["postgres"]).toBe(21_001);
});

test("no port is given twice, not even when two were remembered alike", async () => {
  const names = Array.from({ length: 50 }, (_, index) => `part-${index}`);
  const chosen = await portsBut().choose(names, { "part-3": 21_000, "part-7": 21_000 });
  expect(new Set(Object.values(chosen)).size).toBe(50);
});

test("the web port is the wished one, or the next free one", async () => {
  expect(await portsBut().chooseWeb(8420)).toBe(8420);
  expect(await portsBut(8420, 8421).chooseWeb(8420)).toBe(8422);
  expect(await portsBut().chooseWeb(0)).toBeGreaterThan(1024);
});

test("when none of a hundred ports is free, that is said", async () => {
  await expect(createPorts(() => Promise.resolve(null)).chooseWeb(8420)).rejects.toThrow(
    /8420 to 8519 are all taken/,
  );
});

test("of two stacks that choose at the same moment neither gets the other's port", async () => {
  const [one, two] = [realPorts(), realPorts()];
  const mine = await one.choose(["gateway"], {});
  const theirs = await two.choose(["scheduler"], { scheduler: mine["gateway"] ?? 0 });
  expect(theirs["scheduler"]).not.toBe(mine["gateway"]);
});

test("a released port can be listened on at once", async () => {
  const ports = realPorts();
  const port = await ports.chooseWeb(0);
  expect(await holdPort(port)).toBeNull();
  await ports.release([port]);
  const server = await holdPort(port);
  expect(server).not.toBeNull();
  server?.close();
});
