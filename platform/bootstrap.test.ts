import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { identityOf } from "./supervisor/processes.ts";

const bootstrap = join(import.meta.dirname, "bootstrap.mjs");
const entry = join(import.meta.dirname, "fixtures", "entry.ts");

let folder: string;
let notes: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "punctual-bootstrap-"));
  notes = join(folder, "notes");
  writeFileSync(notes, "");
});

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Runs bootstrap.mjs in a process group of its own and reads the first line it prints. */
const run = async (mode: string): Promise<{ child: ChildProcess; line: string }> => {
  const child = spawn(process.execPath, [bootstrap, entry, mode, notes], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, line };
};

const noted = (): string[] => readFileSync(notes, "utf8").trim().split("\n");

test("the entry runs under Node 24 and its exit code comes back", async () => {
  const { child, line } = await run("exit");
  expect(line).toBe("node 24");
  expect(await once(child, "exit")).toEqual([7, null]);
});

test("a signal that only bootstrap gets goes on to the entry", async () => {
  const { child } = await run("wait");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(noted()).toEqual(["SIGTERM"]);
});

test("a Ctrl-C, which the whole group gets, ends both in order", async () => {
  const { child } = await run("wait");
  process.kill(-(child.pid ?? 0), "SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(noted()).toContain("SIGINT");
});

test("when bootstrap is killed, the entry learns of it and ends", async () => {
  const { child, line } = await run("wait");
  child.kill("SIGKILL");
  await vi.waitFor(() => expect(noted()).toEqual(["disconnected"]), 5_000);
  await vi.waitFor(() => expect(identityOf(Number(line))).toBeNull(), 5_000);
});
