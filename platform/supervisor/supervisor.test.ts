import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Guarding, startGuarding } from "./guarding.ts";
import type { PartSpec } from "./part.ts";
import { identityOf } from "./processes.ts";
import { Supervisor } from "./supervisor.ts";

let folder: string;
let notes: string;
let said: string[];
let guarding: Guarding;
let supervisor: Supervisor;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "punctual-supervisor-"));
  notes = join(folder, "notes");
  writeFileSync(notes, "");
  said = [];
  guarding = startGuarding();
  const say = (line: string): void => void said.push(line);
  supervisor = new Supervisor({ guarding, logsDir: folder, say, onChange: () => {} });
});

afterEach(async () => {
  await supervisor.stop();
  guarding.leave();
  rmSync(folder, { recursive: true, force: true });
});

const noted = (): string[] => readFileSync(notes, "utf8").trim().split("\n");
const pidOf = (name: string): number => supervisor.states()[name]?.pid ?? 0;
const script = join(import.meta.dirname, "fixtures", "part.sh");

const part = (name: string, more: Partial<PartSpec> = {}, behaviour = "lives"): PartSpec => ({
  name,
  stage: 0,
  file: "/bin/sh",
  args: [script, notes, name, behaviour],
  ports: {},
  ready: () => Promise.resolve(noted().includes(`began ${name}`)),
  readyWithinMs: 5_000,
  stopSignal: "SIGTERM",
  stopWithinMs: 5_000,
  ...more,
});

test("what may wait runs with the niceness it is given, also after a restart", async () => {
  const own = getPriority();
  await supervisor.start(part("consumers", { niceness: 5 }));
  await supervisor.start(part("actors"));
  expect([pidOf("consumers"), pidOf("actors")].map(getPriority)).toEqual([5, own]);
  process.kill(pidOf("consumers"), "SIGKILL");
  await vi.waitFor(
    () => expect(supervisor.states()["consumers"]).toMatchObject({ restarts: 1, ready: true }),
    5_000,
  );
  expect(getPriority(pidOf("consumers"))).toBe(5);
});

test("a part that dies is started again, and one line says so", async () => {
  await supervisor.start(part("actors"));
  const first = pidOf("actors");
  process.kill(first, "SIGKILL");
  await vi.waitFor(
    () => expect(supervisor.states()["actors"]).toMatchObject({ restarts: 1, ready: true }),
    5_000,
  );
  expect(pidOf("actors")).not.toBe(first);
  expect(said[0]).toBe("actors ended (SIGKILL); starting it again in 0.2 s");
  expect(said[1]).toMatch(/^actors is back after /);
});

test("killed every 8 s five times, actors and gateway come back each time after the first pause", async () => {
  const now = performance.now.bind(performance);
  let aheadMs = 0; // so the 8 s pass at once
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now() + aheadMs);
  try {
    const names = ["actors", "gateway"];
    await Promise.all(names.map((name) => supervisor.start(part(name))));
    for (let kills = 1; kills <= 5; kills += 1) {
      aheadMs += 8_000;
      for (const name of names) process.kill(pidOf(name), "SIGKILL");
      const back = { restarts: kills, ready: true };
      await vi.waitFor(
        () => expect(supervisor.states()).toMatchObject({ actors: back, gateway: back }),
        5_000,
      );
    }
    const pauses = said.filter((line) => line.includes(" ended "));
    expect(pauses.toSorted()).toEqual(
      names.flatMap((name) =>
        Array<string>(5).fill(`${name} ended (SIGKILL); starting it again in 0.2 s`),
      ),
    );
  } finally {
    clock.mockRestore();
  }
});

test("a part that cannot be started is given up with its exit code, its last words and its log's name", async () => {
  const failing = part("kafka", {
    args: ["-c", "echo 'Error: no disk' >&2; exit 7"],
    ready: async () => false,
  });
  await expect(supervisor.start(failing)).rejects.toThrow(
    /^kafka does not start \(exit code 7\): Error: no disk \(its log: .*kafka\.log\)$/,
  );
});

test("a program that is not there is said so", async () => {
  const missing = part("daprd", { file: "/nowhere/daprd" });
  await expect(supervisor.start(missing)).rejects.toThrow(
    /daprd does not start \(spawn \/nowhere\/daprd ENOENT\)/,
  );
});

test("a part that is not ready in time is ended and started again", async () => {
  const slow = part("gateway", { ready: async () => false, readyWithinMs: 100 });
  await expect(supervisor.start(slow)).rejects.toThrow(/gateway does not start \(SIGKILL\)/);
  expect(said).toContain("gateway is not ready after 0.1 s; ending it");
});

test("stopping goes from the last stage to the first", async () => {
  const names = ["engine", "app", "gateway"];
  await Promise.all(names.map((name, stage) => supervisor.start(part(name, { stage }))));
  await supervisor.stop();
  expect(noted().filter((line) => line.startsWith("stopped"))).toEqual([
    "stopped gateway",
    "stopped app",
    "stopped engine",
  ]);
});

test("a part that ignores its signal is killed after its deadline, with all it started", async () => {
  await supervisor.start(part("stubborn", { stopWithinMs: 100 }, "stubborn"));
  const pid = pidOf("stubborn");
  await vi.waitFor(() => expect(noted()).toHaveLength(2), 5_000);
  const child = Number(noted()[1]?.split(" ")[1]); // "child 123 stubborn"
  expect([pid, child].map(identityOf)).not.toContain(null);
  await supervisor.stop();
  await vi.waitFor(() => expect([pid, child].map(identityOf)).toEqual([null, null]), 5_000);
});

test("what a part leaves behind in its process group ends with it", async () => {
  await supervisor.start(part("daprd"));
  await vi.waitFor(() => expect(noted()).toHaveLength(2), 5_000);
  const child = Number(noted()[1]?.split(" ")[1]);
  expect(identityOf(child)).not.toBeNull();
  await supervisor.stop();
  await vi.waitFor(() => expect(identityOf(child)).toBeNull(), 5_000);
});

test("when what is told of a start fails, no process is left unwatched and a death keeps its reason", async () => {
  const full = new Error("ENOSPC: no space left on device, write");
  let isFull = false;
  const onChange = (): void => {
    if (isFull) throw full;
  };
  const say = (line: string): void => void said.push(line);
  const other = new Supervisor({ guarding, logsDir: folder, say, onChange });
  await other.start(part("gateway"));
  const pids = (): number[] =>
    noted().flatMap((line) => (line.startsWith("child ") ? [Number(line.split(" ")[1])] : []));
  await vi.waitFor(() => expect(pids()).toHaveLength(1), 5_000);
  isFull = true;
  process.kill(other.states()["gateway"]?.pid ?? 0, "SIGKILL");
  await vi.waitFor(
    () => expect(other.states()["gateway"]).toMatchObject({ restarts: 1, ready: true }),
    5_000,
  );
  await other.stop();
  expect(said.filter((line) => line.startsWith("gateway ended"))).toEqual([
    "gateway ended (SIGKILL); starting it again in 0.2 s",
  ]);
  await vi.waitFor(
    () => expect(pids().filter((pid) => identityOf(pid) !== null)).toEqual([]),
    5_000,
  );
});

test("nothing is started while the stack stops", async () => {
  await supervisor.start(part("one"));
  const stopping = supervisor.stop();
  await expect(supervisor.start(part("two"))).rejects.toThrow(
    /two was not started: the stack is stopping/,
  );
  await stopping;
});

test("a held part stays stopped until it is released", async () => {
  await supervisor.start(part("kafka"));
  await supervisor.hold(["kafka"]);
  expect(supervisor.states()["kafka"]).toMatchObject({ pid: null, ready: false });
  expect(said).toEqual([]);
  await supervisor.hold([]);
  expect(supervisor.states()["kafka"]).toMatchObject({ ready: true });
});
