import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { identityOf } from "../supervisor/processes.ts";
import { openDataDir } from "./data-dir.ts";
import { lockDataDir } from "./dir-lock.ts";
import { reap } from "./reap.ts";
import { type RunFile, readRunFile } from "./run-file.ts";
import { keptSecrets } from "./secrets.ts";

let folder: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "punctual-state-"));
});

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const runFile = (parts: RunFile["parts"]): RunFile => ({
  url: "http://127.0.0.1:8420",
  startedAt: "2026-12-01T08:00:00.000Z",
  readyAt: null,
  supervisorPid: 1,
  supervisorIdentity: "",
  parts,
  env: {
    DATABASE_URL: "",
    KAFKA_BROKERS: "",
    DAPR_PLACEMENT: "",
    DAPR_SCHEDULER: "",
    PUNCTUAL_SECRETS_FILE: "",
    actors: {},
    gateway: {},
    consumers: {},
  },
});

const sleeper = (): number => {
  const child = spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
  started.push(child);
  return child.pid ?? 0;
};

const part = (pid: number | null, identity: string | null) => ({
  pid,
  identity,
  ports: {},
  restarts: 0,
  ready: true,
});

test("the next start ends what a crash left, and leaves a foreign process under an old number alone", async () => {
  const [ours, foreign] = [sleeper(), sleeper()];
  const file = runFile({
    actors: part(ours, identityOf(ours)),
    gateway: part(foreign, "of an earlier process"),
    kafka: part(null, null),
  });
  expect(await reap(file)).toBe(1);
  expect(identityOf(ours)).toBeNull();
  expect(identityOf(foreign)).not.toBeNull();
});

test("without a run file there is nothing to end", async () => {
  expect(await reap(null)).toBe(0);
});

test("a run file that is cut off or of another shape counts as none", () => {
  const file = join(folder, "stack.json");
  expect(readRunFile(file)).toBeNull();
  writeFileSync(file, '{"url": "http');
  expect(readRunFile(file)).toBeNull();
  writeFileSync(file, JSON.stringify(runFile({ actors: part(7, "x") })));
  expect(readRunFile(file)?.parts["actors"]?.pid).toBe(7);
});

test("a data directory has one user at a time, and a crash frees it", async () => {
  const places = openDataDir(folder);
  const script = `
    import { placesIn } from ${JSON.stringify(join(import.meta.dirname, "data-dir.ts"))};
    import { lockDataDir } from ${JSON.stringify(join(import.meta.dirname, "dir-lock.ts"))};
    console.log(lockDataDir(placesIn(${JSON.stringify(folder)})) !== null);
    setInterval(() => {}, 1000);`;
  const other = spawn(
    process.execPath,
    ["--no-warnings", "--input-type=module-typescript", "-e", script],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  started.push(other);
  expect(await once(createInterface({ input: other.stdout }), "line")).toEqual(["true"]);
  expect(lockDataDir(places)).toBeNull();
  other.kill("SIGKILL");
  await once(other, "exit");
  const lock = lockDataDir(places);
  expect(lock).not.toBeNull();
  lock?.release();
});

test("secrets stay the same from start to start, and only this user can read them", () => {
  const file = join(folder, "secrets.json");
  const first = keptSecrets(file);
  expect(keptSecrets(file)).toEqual(first);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
