import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, expect, test, vi } from "vitest";
import { send, signUp } from "../tests/client.ts";
import { openToOthers } from "../tests/listeners.ts";
import { type PartName, type Stack, sharedStack, startStack } from "../tests/stack.ts";
import { placesIn } from "./state/data-dir.ts";
import { readRunFile } from "./state/run-file.ts";
import { identityOf } from "./supervisor/processes.ts";

const partNames: PartName[] = [
  "postgres",
  "kafka",
  "placement",
  "scheduler",
  "actors",
  "actors-dapr",
  "gateway",
  "consumers",
  "consumers-dapr",
];
const dataDir = mkdtempSync(join(tmpdir(), "punctual-stack-test-"));
let own: Stack | null = null;

afterAll(async () => {
  await own?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const pidsOf = (stack: Stack): number[] => partNames.map((name) => stack.part(name).pid ?? 0);
const titles = async (url: string, token: string): Promise<string[]> => {
  const answer = await send(url, "GET", "/tasks", {
    headers: { authorization: `Bearer ${token}` },
  });
  const { tasks } = (await answer.json()) as { tasks: { title: string }[] };
  return tasks.map(({ title }) => title);
};

test.runIf(process.platform === "linux")(
  "no part can be reached from another machine, but for Dapr's two health answers, which heed no address",
  () => {
    const stack = sharedStack();
    const open = partNames.flatMap((name) => openToOthers(stack.part(name).pid ?? 0));
    const known = [
      stack.part("placement").ports["health"],
      stack.part("scheduler").ports["health"],
    ];
    expect(new Set(open)).toEqual(new Set(known));
  },
);

test("what holds secrets can be read by this user only", () => {
  const places = placesIn(sharedStack().dataDir);
  for (const file of [places.runFile, places.secretsFile, places.daprSecretsFile]) {
    expect(statSync(file).mode & 0o077).toBe(0);
  }
});

test("a second start with the same data says where the first one runs, and leaves it alone", async () => {
  const stack = sharedStack();
  const main = join(import.meta.dirname, "main.ts");
  const second = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", main, "--data-dir", stack.dataDir],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const [said] = await Promise.all([text(second.stderr), once(second, "exit")]);
  expect(said).toBe(`Punctual already runs with the data in ${stack.dataDir} at ${stack.url}.\n`);
  expect(second.exitCode).toBe(1);
  await stack.waitHealthy();
});

test("killed with SIGKILL the stack leaves no process behind, and the next start finds every task", async () => {
  const first = await startStack({ dataDir });
  const person = await signUp(first.url);
  await person.create({ title: "Water the plants" });
  const pids = pidsOf(first);
  expect(pids.map(identityOf)).not.toContain(null);
  process.kill(readRunFile(placesIn(dataDir).runFile)?.supervisorPid ?? 0, "SIGKILL");
  await vi.waitFor(
    () => expect(pids.filter((pid) => identityOf(pid) !== null)).toEqual([]),
    15_000,
  );

  own = await startStack({ dataDir });
  expect(await titles(own.url, person.token)).toEqual(["Water the plants"]);
  expect(own.env.KAFKA_BROKERS).toBe(first.env.KAFKA_BROKERS); // ports are remembered
});

test("stopped in order it leaves neither process nor run file", async () => {
  if (own === null) throw new Error("the stack of the test before did not start");
  const pids = pidsOf(own);
  await own.stop();
  expect(pids.map(identityOf)).toEqual(pids.map(() => null));
  expect(existsSync(placesIn(dataDir).runFile)).toBe(false);
  own = null;
});
