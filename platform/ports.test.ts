import { createServer } from "node:net";
import { expect, test } from "vitest";
import { choosePorts, chooseWebPort, isFree } from "./ports.ts";

const onlyTaken =
  (...taken: number[]) =>
  (port: number): Promise<boolean> =>
    Promise.resolve(!taken.includes(port));

test("remembered ports are kept while they are free", async () => {
  const remembered = { kafka: 21_000, postgres: 21_001 };
  expect(await choosePorts(["kafka", "postgres"], remembered, onlyTaken())).toEqual(remembered);
});

test("a remembered port that is taken meanwhile is replaced by a free one, the others stay", async () => {
  const remembered = { kafka: 21_000, postgres: 21_001 };
  const ports = await choosePorts(["kafka", "postgres"], remembered, onlyTaken(21_000));
  expect(ports["kafka"]).not.toBe(21_000);
  expect(ports["postgres"]).toBe(21_001);
});

test("no port is given twice, not even when two were remembered alike", async () => {
  const names = Array.from({ length: 50 }, (_, index) => `part-${index}`);
  const ports = await choosePorts(names, { "part-3": 21_000, "part-7": 21_000 }, onlyTaken());
  expect(new Set(Object.values(ports)).size).toBe(50);
});

test("the web port is the wished one, or the next free one", async () => {
  expect(await chooseWebPort(8420, onlyTaken())).toBe(8420);
  expect(await chooseWebPort(8420, onlyTaken(8420, 8421))).toBe(8422);
  expect(await chooseWebPort(0, onlyTaken())).toBeGreaterThan(1024);
});

test("when none of a hundred ports is free, that is said", async () => {
  await expect(chooseWebPort(8420, () => Promise.resolve(false))).rejects.toThrow(
    /8420 to 8519 are all taken/,
  );
});

test("a port that somebody listens on is not free", async () => {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  expect(await isFree(port)).toBe(false);
  await new Promise((done) => void server.close(done));
  expect(await isFree(port)).toBe(true);
});
