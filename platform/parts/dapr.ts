// Before step 2: Dapr's own processes: placement, scheduler, and a sidecar for each app. Called by stack.ts.
import { mkdirSync } from "node:fs";
import { allOf, httpOk, tcpOpen } from "../supervisor/probes.ts";
import type { PartSpec } from "../supervisor/part.ts";
import type { AppName } from "./names.ts";

const local = "127.0.0.1";
// DAPR_HOST_IP: the address a sidecar tells the others; without it daprd names the machine's outer one, where nobody listens.
const cleanEnv = { PATH: process.env["PATH"], HOME: process.env["HOME"], DAPR_HOST_IP: local };
// An app is given up after three seconds without an answer, not after two slow ones: giving it up deactivates all its actors, and
// one that was killed is back sooner than that. (Measured: a killed actors app held writes up for 5 s before, 1.5 s since.)
const appHealth = [
  "--enable-app-health-check",
  "--app-health-check-path=/healthz",
  "--app-health-probe-interval=1",
  "--app-health-probe-timeout=950",
  "--app-health-threshold=3",
];
const quiet = ["--log-as-json", "--enable-metrics=false"];

type ControlPorts = { port: number; healthPort: number; innerPort: number };

// The health address is a wish: Dapr 1.18 ignores it and answers `/healthz`, and nothing else, on all addresses.
const controlPart = (
  name: string,
  file: string,
  args: readonly string[],
  { port, healthPort, innerPort }: ControlPorts,
): PartSpec => ({
  name,
  stage: 0,
  file,
  args: [
    `--port=${port}`,
    `--listen-address=${local}`,
    `--healthz-port=${healthPort}`,
    `--healthz-listen-address=${local}`,
    ...args,
    ...quiet,
  ],
  env: cleanEnv,
  ports: { [name]: port, health: healthPort, inner: innerPort },
  ready: allOf(tcpOpen(port), httpOk(`http://${local}:${healthPort}/healthz`)),
  readyWithinMs: 60_000,
  stopSignal: "SIGTERM",
  stopWithinMs: 8_000,
  writesJson: true,
});

/** Placement: which sidecar hosts which actor. It keeps nothing. */
export const placementPart = (file: string, ports: ControlPorts): PartSpec =>
  controlPart(
    "placement",
    file,
    ["--id=dapr-placement-0", `--initial-cluster=dapr-placement-0=${local}:${ports.innerPort}`],
    ports,
  );

/** Scheduler: reminders and Jobs, kept in its etcd under `directory`. */
export const schedulerPart = (
  file: string,
  ports: ControlPorts & { clientPort: number },
  directory: string,
): PartSpec => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const id = "dapr-scheduler-server-0";
  const part = controlPart(
    "scheduler",
    file,
    [
      `--id=${id}`,
      `--etcd-data-dir=${directory}`,
      `--etcd-client-listen-address=${local}`,
      `--etcd-client-port=${ports.clientPort}`,
      `--etcd-initial-cluster=${id}=http://${local}:${ports.innerPort}`,
      `--override-broadcast-host-port=${local}:${ports.port}`,
    ],
    ports,
  );
  return { ...part, ports: { ...part.ports, client: ports.clientPort } };
};

/** What one sidecar needs. `components`: the folder of Dapr YAML; `env`: tokens and what the YAML reads by envRef. */
export type SidecarOptions = {
  app: AppName;
  stage: number;
  niceness?: number;
  file: string;
  ports: { app: number; http: number; grpc: number; internal: number };
  placement: string;
  scheduler: string;
  components: string;
  directory: string;
  env: Record<string, string>;
  logLevel: string;
};

/** The sidecar of one app: ready when it reaches the outside (its components) and its app. */
export const sidecarPart = (options: SidecarOptions): PartSpec => {
  const { app, stage, file, ports, components, directory, env, logLevel } = options;
  const health = `http://${local}:${ports.http}/v1.0/healthz`;
  return {
    name: `${app}-dapr`,
    stage,
    ...(options.niceness === undefined ? {} : { niceness: options.niceness }),
    file,
    cwd: directory, // the name resolution's small database, named relatively in components/config.yaml, lies there
    args: [
      `--app-id=${app}`,
      `--app-port=${ports.app}`,
      `--app-channel-address=${local}`,
      `--dapr-http-port=${ports.http}`,
      `--dapr-grpc-port=${ports.grpc}`,
      `--dapr-internal-grpc-port=${ports.internal}`,
      `--dapr-listen-addresses=${local}`,
      `--dapr-internal-grpc-listen-address=${local}`,
      `--placement-host-address=${options.placement}`,
      `--scheduler-host-address=${options.scheduler}`,
      `--resources-path=${components}`,
      `--config=${components}/config.yaml`,
      ...appHealth,
      "--dapr-graceful-shutdown-seconds=3",
      `--log-level=${logLevel}`,
      ...quiet,
    ],
    env: { ...cleanEnv, ...env },
    ports: { http: ports.http, grpc: ports.grpc, internal: ports.internal },
    ready: allOf(httpOk(`${health}/outbound`), httpOk(health)),
    readyWithinMs: 60_000,
    stopSignal: "SIGTERM",
    stopWithinMs: 8_000,
    writesJson: true,
  };
};
