// The disk with the data is full, or the run file cannot be written: parts that die come back, each as one process.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { send } from "../client.ts";
import { until } from "../dapr.ts";
import { type Stack, startStack } from "../stack.ts";
import { mountSmallDisk } from "./small-disk.ts";

let stack: Stack | null = null;
afterEach(async () => {
  await stack?.stop();
  stack = null;
});

/** The ids of the gateways that the stack with these tokens has started, by what Linux tells of each process. */
const gateways = (running: Stack): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const [command, env] = ["cmdline", "environ"].map((file) =>
          readFileSync(join("/proc", pid, file), "utf8"),
        );
        const token = running.env.gateway["DAPR_API_TOKEN"] ?? "";
        return command?.includes("gateway/main.ts") === true && env?.includes(token) === true;
      } catch {
        return false; // it has ended meanwhile
      }
    })
    .map(Number);

const answers = async (url: string): Promise<boolean> =>
  (await send(url, "GET", "/health/live")).status === 200;

/** Kills the gateway, waits until another one answers, and gives the lines that were said of its ends. */
const killGateway = async (running: Stack, said: string[]): Promise<string[]> => {
  const [before] = gateways(running);
  process.kill(before ?? 0, "SIGKILL");
  await until("another gateway", async () => !gateways(running).includes(before ?? 0));
  await until("its answer", () => answers(running.url), 60_000);
  return said.filter((line) => line.includes("gateway ended"));
};

const linux = process.platform === "linux";
const disk = linux ? mountSmallDisk(500) : null;

test.skipIf(disk === null)(
  "a full disk: one gateway at a time, the true reason of its end, /health says it, and all heals",
  async () => {
    if (disk === null) return;
    try {
      const said: string[] = [];
      const onLine = (line: string): void => void said.push(line);
      stack = await startStack({ dataDir: disk.directory, onLine });
      const running = stack;
      disk.fill();
      const health = await until("that the disk is full", async () => {
        const now = (await (await send(running.url, "GET", "/health")).json()) as {
          status: string;
          dependencies: { disk?: { status: string; reason?: string } };
        };
        return now.dependencies.disk?.status === "down" && now;
      });
      expect(health.dependencies.disk?.reason).toMatch(
        /^the disk with the data is full: \d+ MB are left$/,
      );
      expect(health.status).not.toBe("ok");
      expect(await killGateway(running, said)).toEqual([
        expect.stringContaining("ended (SIGKILL)"),
      ]);
      expect(gateways(running)).toHaveLength(1);
      expect(said.filter((line) => line.includes("cannot be written"))).toHaveLength(1);
      disk.free();
      await until("that it is written again", async () =>
        said.some((line) => line.includes("is written again")),
      );
      await running.waitHealthy(90_000);
      await running.stop();
      stack = null;
      expect(gateways(running)).toEqual([]);
    } finally {
      disk.remove();
    }
  },
  300_000,
);

test.runIf(linux)(
  "a run file that cannot be written: the same",
  async () => {
    const said: string[] = [];
    const onLine = (line: string): void => void said.push(line);
    stack = await startStack({ onLine });
    const running = stack;
    const run = join(running.dataDir, "run");
    renameSync(run, `${run}.away`);
    writeFileSync(run, ""); // not even root can write into it
    try {
      expect(await killGateway(running, said)).toEqual([
        expect.stringContaining("ended (SIGKILL)"),
      ]);
      expect(gateways(running)).toHaveLength(1);
      expect(said.filter((line) => line.includes("cannot be written"))).toHaveLength(1);
    } finally {
      rmSync(run);
      renameSync(`${run}.away`, run);
    }
    await until("that it is written again", async () =>
      said.some((line) => line.includes("is written again")),
    );
    await running.waitHealthy(90_000);
    await running.stop();
    stack = null;
    expect(gateways(running)).toEqual([]);
  },
  240_000,
);
