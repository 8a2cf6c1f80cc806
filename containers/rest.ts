// How long the images take to be healthy and what they take at rest, seen on the stack of compose.yaml. Called by images.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../platform/get/run.ts";
import { docker, inspect } from "./docker.ts";
import { root, type Target } from "./targets.ts";

/** `healthyAfterMs`: from the start of the container to the moment when it serves. `memory` in bytes. */
export type Rest = { target: Target; healthyAfterMs: number; memory: number };

/** What each process says when it serves. The gateway does once it has read the feed. */
const says = {
  actors: "the actors listen",
  consumers: "the consumers listen",
  gateway: "the feed is up",
} as const;
type Served = keyof typeof says;

const project = "punctual-images";
const nameOf = (target: Served): string => `${project}-${target}-1`;
const units: Record<string, number> = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

const memoryOf = async (target: Served): Promise<number> => {
  const said = await docker(["stats", "--no-stream", "--format", "{{.MemUsage}}", nameOf(target)]);
  const [, figure, unit = ""] = /^([\d.]+)(\w+) \//.exec(said) ?? [];
  return Number(figure) * (units[unit] ?? Number.NaN);
};

/** Starts it anew beside the running others, so that it waits for nothing but itself. */
const startAnew = async (target: Served): Promise<number> => {
  await docker(["restart", nameOf(target)], { timeoutMs: 90_000 });
  const startedAt = await inspect(nameOf(target), "{{.State.StartedAt}}");
  for (const giveUpAt = Date.now() + 60_000; Date.now() < giveUpAt;) {
    const logs = await docker(["logs", "--timestamps", "--since", startedAt, nameOf(target)]);
    const line = logs.split("\n").find((one) => one.includes(says[target]));
    if (line) return Date.parse(line.split(" ")[0] ?? "") - Date.parse(startedAt);
  }
  throw new Error(`${target} does not say "${says[target]}" within a minute`);
};

/** Starts compose.yaml in a project of its own, looks, and takes it away with all its data. Takes about a minute. */
export const seeAtRest = async (): Promise<Rest[]> => {
  const secrets = mkdtempSync(join(tmpdir(), "punctual-secrets-"));
  const env = {
    ...process.env,
    PUNCTUAL_SECRETS: secrets,
    PUNCTUAL_PORT: String(await freePort()),
    DRAIN_MS: "0",
  };
  const compose = (...args: string[]): Promise<string> =>
    run({
      command: "docker",
      args: ["compose", "--project-name", project, ...args],
      cwd: root,
      env,
      timeoutMs: 300_000,
    });
  await run({
    command: "sh",
    args: ["containers/secrets.sh", secrets],
    cwd: root,
    env,
    timeoutMs: 10_000,
  });
  try {
    await compose("up", "--wait");
    const rests: Rest[] = [];
    for (const target of Object.keys(says) as Served[])
      rests.push({ target, healthyAfterMs: await startAnew(target), memory: 0 });
    for (const rest of rests) rest.memory = await memoryOf(rest.target as Served);
    return rests;
  } finally {
    await compose("down", "--volumes", "--timeout", "20");
    rmSync(secrets, { recursive: true, force: true });
  }
};
