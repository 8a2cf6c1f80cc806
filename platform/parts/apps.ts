// Before step 1: our own processes (actors, gateway, consumers) as parts of the stack. Called by stack.ts.
import { join } from "node:path";
import { partLine, say } from "../print.ts";
import { notableLine, withoutRepeats } from "../supervisor/notable.ts";
import type { PartSpec } from "../supervisor/part.ts";
import { httpOk } from "../supervisor/probes.ts";
import type { AppName } from "./names.ts";

/** `root`: the folder that holds `<app>/main.ts`; `env`: what the app is told beyond our own environment. */
export type AppOptions = {
  app: AppName;
  stage: number;
  niceness?: number;
  root: string;
  port: number;
  env: Record<string, string>;
};

const healthPath: Record<AppName, string> = {
  actors: "/healthz",
  gateway: "/health/live",
  consumers: "/health/live",
};

/**
 * Most the gateway's own heap may grow to, in MB. It needs about 60; without a limit Node lets garbage pile up by what the machine has (RSS
 * 1.3 GB was seen on 24 GB).
 */
const heapLimits: Partial<Record<AppName, number>> = { gateway: 512 };

const nodeFlags = (app: AppName): string[] => {
  const limit = heapLimits[app];
  return limit === undefined ? [] : [`--max-old-space-size=${limit}`];
};

// What the person's shell says about Dapr or PostgreSQL is about other programs.
const inherited = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DAPR_|PG)/.test(name)));

const metricsPort = (app: AppName, { METRICS_PORT: port }: Record<string, string>) =>
  port === undefined || port === "" ? {} : { [`${app}-metrics`]: Number(port) };

/** One of our apps, run by this Node as it is. Its warnings and errors are shown as short lines. */
export const appPart = ({ app, stage, niceness, root, port, env }: AppOptions): PartSpec => {
  const show = withoutRepeats((line) => say(partLine(app, line)));
  const headers = { "dapr-api-token": env["APP_API_TOKEN"] ?? "" };
  return {
    name: app,
    stage,
    ...(niceness === undefined ? {} : { niceness }),
    file: process.execPath,
    args: [...nodeFlags(app), join(root, app, "main.ts")],
    cwd: root,
    env: { ...inherited(), NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), ...env },
    ports: { [app]: port, ...metricsPort(app, env) },
    ready: httpOk(`http://127.0.0.1:${port}${healthPath[app]}`, headers),
    readyWithinMs: 60_000,
    stopSignal: "SIGTERM",
    stopWithinMs: 11_000,
    onLine: (line) => {
      const notable = notableLine(line);
      if (notable !== null) show(notable);
    },
  };
};
