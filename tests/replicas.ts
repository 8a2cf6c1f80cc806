// Second ones of the processes of a running stack, each with a sidecar of its own where it has one. Used by replicas.flow.test.ts.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getDapr } from "../platform/get/dapr.ts";
import { sidecarPart } from "../platform/parts/dapr.ts";
import { freePort, until } from "./dapr.ts";
import type { Stack } from "./running-stack.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A second process. `env` is what it was started with. */
export type Second = {
  env: Record<string, string>;
  /** Ends app and sidecar, by SIGKILL: as a machine that is gone. */
  kill(): Promise<void>;
  /** Ends them in order. */
  stop(): Promise<void>;
};

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await once(child, "exit");
  clearTimeout(late);
};

/** Starts one more of an app that a sidecar calls, with these variables beside those of the first; resolves when both are ready. */
export const startSecond = async (
  stack: Stack,
  app: "actors" | "consumers",
  more: Record<string, string> = {},
): Promise<Second> => {
  const folder = mkdtempSync(join(tmpdir(), `punctual-second-${app}-`));
  const [port = 0, metrics = 0, http = 0, grpc = 0, internal = 0] = await Promise.all(
    Array.from({ length: 5 }, freePort),
  );
  const cacheDir = process.env["PUNCTUAL_CACHE_DIR"] ?? join(homedir(), ".cache", "punctual");
  const { daprd } = await getDapr({ cacheDir, env: process.env, progress: () => undefined });
  const known = stack.env[app];
  const env = {
    ...known,
    PORT: String(port),
    METRICS_PORT: String(metrics),
    DAPR_HTTP_PORT: String(http),
    DAPR_GRPC_PORT: String(grpc),
    ...more,
  };
  const sidecar = sidecarPart({
    app,
    stage: 0,
    file: daprd,
    ports: { app: port, http, grpc, internal },
    placement: stack.env.DAPR_PLACEMENT,
    scheduler: stack.env.DAPR_SCHEDULER,
    components: join(root, "components"),
    directory: folder,
    env: {
      DAPR_API_TOKEN: known["DAPR_API_TOKEN"] ?? "",
      APP_API_TOKEN: known["APP_API_TOKEN"] ?? "",
      KAFKA_BROKERS: stack.env.KAFKA_BROKERS,
      PUNCTUAL_SECRETS_FILE: stack.env.PUNCTUAL_SECRETS_FILE,
    },
    logLevel: "error",
  });
  const children = [
    spawn(process.execPath, [join(root, app, "main.ts")], {
      env: { ...process.env, ...env },
      stdio: "ignore",
    }),
    spawn(sidecar.file, [...sidecar.args], {
      cwd: folder,
      env: sidecar.env,
      stdio: "ignore",
    }),
  ];
  const over = async (signal: NodeJS.Signals): Promise<void> => {
    await Promise.all(children.map((child) => end(child, signal)));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until(`a second ${app} is ready`, () => sidecar.ready(), 30_000);
  } catch (error) {
    await over("SIGKILL");
    throw error;
  }
  return { env, kill: () => over("SIGKILL"), stop: () => over("SIGTERM") };
};
