import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endGroups, identityOf } from "./processes.ts";

let folder: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "punctual-guard-"));
  writeFileSync(join(folder, "notes"), "");
});

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

test("when the supervisor is killed with SIGKILL, no part is left, not even one that ignores SIGTERM", async () => {
  const script = join(import.meta.dirname, "fixtures", "supervisor.ts");
  const supervisor = spawn(process.execPath, [script, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(supervisor);
  const [line] = (await once(createInterface({ input: supervisor.stdout }), "line")) as [string];
  const pids = JSON.parse(line) as number[];
  expect(pids.map(identityOf)).not.toContain(null);
  supervisor.kill("SIGKILL");
  await vi.waitFor(() => expect(pids.map(identityOf)).toEqual([null, null]), 9_000);
}, 20_000);

test("a process that only has the number of an ended one is never signalled", async () => {
  const foreign = spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
  started.push(foreign);
  const pid = foreign.pid ?? 0;
  const ended = await endGroups(
    [{ pid, identity: "of an earlier process", signal: "SIGTERM" }],
    100,
  );
  expect(ended).toBe(0);
  expect(identityOf(pid)).not.toBeNull();
});

test("a process is known by its start, and a dead one has no identity", async () => {
  const child = spawn("sleep", ["600"], { stdio: "ignore" });
  started.push(child);
  const pid = child.pid ?? 0;
  const identity = identityOf(pid);
  expect(identity).toBe(identityOf(pid));
  expect(identity).not.toBe(identityOf(process.pid));
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(identityOf(pid)).toBeNull();
});
