// A real Dapr control plane and sidecars for the tests that end in .dapr.test.ts, each in a temporary folder, all on loopback.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { getDapr } from "../platform/get/dapr.ts";

/** A port nobody listens on at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Asks until the answer is what is wanted, at most `deadlineMs`. Throws with the last failure. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  deadlineMs = 20_000,
): Promise<T> => {
  const giveUpAt = Date.now() + deadlineMs;
  let last: unknown = "no answer";
  while (Date.now() < giveUpAt) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    await sleep(50);
  }
  throw new Error(`${what} did not happen within ${deadlineMs} ms`, { cause: last });
};

export type Sidecar = {
  httpPort: number;
  grpcPort: number;
  apiToken: string;
  restart(): Promise<void>;
  kill(): Promise<void>;
};

export type ControlPlane = {
  /** Starts a sidecar for an app on `appPort`; `resources` are YAML documents. Ready when its actors are placed. */
  sidecar(options: {
    appId: string;
    appPort: number;
    appToken: string;
    resources: string[];
    env?: Record<string, string>;
  }): Promise<Sidecar>;
  stop(): Promise<void>;
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
};

const healthy =
  (port: number, path = "/healthz") =>
  async () =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(1_000) })).ok;

/** Placement and scheduler, with an etcd of their own. `stop` ends all that was started through it. */
export const startControlPlane = async (): Promise<ControlPlane> => {
  const folder = await mkdtemp(join(tmpdir(), "punctual-dapr-"));
  const cacheDir = process.env["PUNCTUAL_CACHE_DIR"] ?? join(homedir(), ".cache", "punctual");
  const binaries = await getDapr({ cacheDir, env: process.env, progress: () => undefined });
  const children: ChildProcess[] = [];
  const start = (
    command: string,
    args: string[],
    env: Record<string, string> = {},
  ): ChildProcess => {
    const child = spawn(command, [...args, "--log-level", "error"], {
      stdio: "ignore",
      env: { ...process.env, ...env },
    });
    children.push(child);
    return child;
  };
  const ports = await Promise.all(Array.from({ length: 6 }, freePort));
  const [placement, placementHealth, scheduler, schedulerHealth, etcdClient, etcdPeer] = ports as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const loopback = [
    "--listen-address",
    "127.0.0.1",
    "--healthz-listen-address",
    "127.0.0.1",
    "--enable-metrics=false",
  ];
  start(binaries.placement, [
    ...loopback,
    "--port",
    `${placement}`,
    "--healthz-port",
    `${placementHealth}`,
    "--initial-cluster",
    `dapr-placement-0=127.0.0.1:${await freePort()}`,
  ]);
  start(binaries.scheduler, [
    ...loopback,
    "--port",
    `${scheduler}`,
    "--healthz-port",
    `${schedulerHealth}`,
    "--etcd-data-dir",
    join(folder, "etcd"),
    "--etcd-client-port",
    `${etcdClient}`,
    "--etcd-client-listen-address",
    "127.0.0.1",
    "--etcd-initial-cluster",
    `dapr-scheduler-server-0=http://127.0.0.1:${etcdPeer}`,
    "--override-broadcast-host-port",
    `127.0.0.1:${scheduler}`,
  ]);
  await until("placement", healthy(placementHealth));
  await until("scheduler", healthy(schedulerHealth));

  const sidecar: ControlPlane["sidecar"] = async ({
    appId,
    appPort,
    appToken,
    resources,
    env = {},
  }) => {
    const resourcesPath = await mkdtemp(join(folder, "resources-"));
    await Promise.all(
      resources.map((text, index) => writeFile(join(resourcesPath, `${index}.yaml`), text)),
    );
    const [httpPort, grpcPort, internalPort, publicPort] = (await Promise.all(
      Array.from({ length: 4 }, freePort),
    )) as [number, number, number, number];
    const apiToken = `token-${appId}`;
    const args = [
      "--app-id",
      appId,
      "--app-port",
      `${appPort}`,
      "--app-channel-address",
      "127.0.0.1",
      "--dapr-http-port",
      `${httpPort}`,
      "--dapr-grpc-port",
      `${grpcPort}`,
      "--dapr-internal-grpc-port",
      `${internalPort}`,
      "--dapr-public-port",
      `${publicPort}`,
      "--dapr-listen-addresses",
      "127.0.0.1",
      "--dapr-internal-grpc-listen-address",
      "127.0.0.1",
      "--dapr-public-listen-address",
      "127.0.0.1",
      "--placement-host-address",
      `127.0.0.1:${placement}`,
      "--scheduler-host-address",
      `127.0.0.1:${scheduler}`,
      "--resources-path",
      resourcesPath,
      "--enable-metrics=false",
      "--enable-app-health-check",
      "--app-health-probe-interval",
      "1",
      "--app-health-threshold",
      "2",
    ];
    const begin = async () => {
      const child = start(binaries.daprd, args, {
        DAPR_API_TOKEN: apiToken,
        APP_API_TOKEN: appToken,
        ...env,
      });
      await until(`sidecar ${appId}`, healthy(httpPort, "/v1.0/healthz"));
      return child;
    };
    let child = await begin();
    return {
      httpPort,
      grpcPort,
      apiToken,
      kill: () => end(child),
      restart: async () => {
        await end(child);
        child = await begin();
      },
    };
  };
  return {
    sidecar,
    stop: async () => {
      await Promise.all(children.map(end));
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** An actor state store in the sidecar's memory. */
export const memoryStateStore = `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.in-memory
  version: v1
  metadata: [{ name: actorStateStore, value: "true" }]
`;

/** A pub/sub in the sidecar's memory. */
export const memoryPubsub = (name = "pubsub") => `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
`;
