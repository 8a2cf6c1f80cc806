// The running containers, for their tests: where the gateways are, and how to hurt or restart a process.
import * as z from "zod";
import { docker, inspect } from "../../containers/docker.ts";
import { until } from "../dapr.ts";

const Containers = z.object({ project: z.string(), urls: z.array(z.url()).min(2) });
/** The compose project, and the address of each gateway. */
export type Containers = z.infer<typeof Containers>;

/** How the setup tells the tests. */
export const variable = "PUNCTUAL_TEST_CONTAINERS";

export type Process = `${"actors" | "gateway" | "consumers"}${"" | "-2"}`;

// The process is tini's child. It is killed as a crash would: for the engine, `docker kill` is a wish, after which it starts nothing again.
const killChild = (signal: string): string => `
const { readFileSync, readdirSync } = require("node:fs");
const isOurs = (pid) => readFileSync("/proc/" + pid + "/cmdline", "utf8").includes("/main.ts");
const pid = readdirSync("/proc").filter((name) => /^[0-9]+$/.test(name) && name !== "1" && name !== String(process.pid)).find(isOurs);
process.kill(Number(pid), "${signal}");`;

/** The containers that the setup has started. */
export const runningContainers = () => {
  const { project, urls } = Containers.parse(JSON.parse(process.env[variable] ?? "null"));
  const nameOf = (process: Process): string => `${project}-${process}-1`;
  const startedAt = (process: Process) => inspect(nameOf(process), "{{.State.StartedAt}}");
  const isHealthy = async (process: Process) =>
    (await inspect(nameOf(process), "{{.State.Health.Status}}")) === "healthy";
  const healthy = (process: Process) =>
    until(`${process} is healthy`, () => isHealthy(process), 60_000);
  return {
    urls,
    healthy,
    log: (process: Process): Promise<string> => docker(["logs", nameOf(process)]),
    /** The process dies in the middle of what it does; resolves when the engine has started it anew and it is healthy. */
    kill: async (process: Process): Promise<void> => {
      const before = await startedAt(process);
      const node = ["exec", nameOf(process), "/usr/local/bin/node", "-e", killChild("SIGKILL")];
      await docker(node).catch(() => undefined); // it ends with the container that it ends
      await until(`${process} is started anew`, async () => (await startedAt(process)) !== before);
      await healthy(process);
    },
    /** SIGTERM, and again once it has ended by itself; resolves with its exit code when the new one is healthy. */
    restart: async (process: Process): Promise<number> => {
      await docker(["stop", "--time", "45", nameOf(process)], { timeoutMs: 60_000 });
      const exitCode = Number(await inspect(nameOf(process), "{{.State.ExitCode}}"));
      await docker(["start", nameOf(process)]);
      await healthy(process);
      return exitCode;
    },
  };
};
