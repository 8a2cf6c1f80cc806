// Before step 1: the whole local stack, from nothing to the address line and back. Called by platform/main.ts.
import { existsSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { type Starter, startEngines, startPart } from "./engines.ts";
import { zoneDataProblem } from "../domain/zones/release.ts";
import type { Flags } from "./flags.ts";
import { appPart } from "./parts/apps.ts";
import { sidecarPart } from "./parts/dapr.ts";
import { appEnv, appPort, sidecarEnv } from "./parts/environments.ts";
import { type AppName, appNames, hasSidecar } from "./parts/names.ts";
import { partLine, say, seconds, stopwatch } from "./print.ts";
import { type Setting, decideSetting } from "./setting.ts";
import { readJson } from "./state/json-file.ts";
import { type RunFileWriter, createRunFileWriter } from "./state/run-file-writer.ts";
import { type Guarding, startGuarding } from "./supervisor/guarding.ts";
import { httpOk, waitUntil } from "./supervisor/probes.ts";
import { Supervisor } from "./supervisor/supervisor.ts";
import { createTaskRunner } from "./supervisor/task.ts";

const readyWithinMs = 60_000;
/** Stages of stopping: the highest first. Whoever takes requests goes before what it needs. */
const stages = { gateway: 3, sidecar: 2, app: 1 };

/** A stack that is being started or runs. */
export type Stack = {
  /** Resolves with the page's address when all is ready. Rejects with a sentence; `stop` must follow. */
  start(): Promise<string>;
  /** Stops everything in order; safe at any moment, more than once. */
  stop(): Promise<void>;
  /** Ends everything at once. */
  kill(): void;
  /** Stops or releases the parts that `run/held.json` names (fault tests write it). */
  readHeld(): Promise<void>;
};

/** Who keeps copies and sends mail lets those go first whom a person waits for. */
const nicenessOf = (app: AppName): { niceness?: number } =>
  app === "consumers" ? { niceness: 5 } : {};

const portsOf = (app: AppName, { known }: Setting) => ({
  app: appPort(app, known),
  http: known.ports[`${app}-http`] ?? 0,
  grpc: known.ports[`${app}-grpc`] ?? 0,
  internal: known.ports[`${app}-internal`] ?? 0,
});

const startApp = async (starter: Starter, app: AppName, daprd: string): Promise<void> => {
  const { setting } = starter;
  const { root, known, places, placement, scheduler, flags } = setting;
  const env = appEnv(app, known);
  const stage = app === "gateway" ? stages.gateway : stages.app;
  const sidecar = sidecarPart({
    app,
    stage: stages.sidecar,
    ...nicenessOf(app),
    file: daprd,
    ports: portsOf(app, setting),
    placement,
    scheduler,
    components: join(root, "components"),
    directory: places.dapr,
    env: sidecarEnv(app, known),
    logLevel: flags.logLevel,
  });
  // Both at once: each waits for the other.
  await Promise.all([
    startPart(
      starter,
      appPart({ app, stage, ...nicenessOf(app), root, port: appPort(app, known), env }),
    ),
    ...(hasSidecar(app) ? [startPart(starter, sidecar)] : []),
  ]);
};

const waitForReady = async (url: string, signal: AbortSignal): Promise<void> => {
  const probe = httpOk(`${url}/health/ready`);
  if (await waitUntil(probe, { withinMs: readyWithinMs, signal })) return;
  signal.throwIfAborted();
  const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.text(),
    (error: Error) => error.message,
  );
  throw new Error(
    `the gateway is not ready after ${seconds(readyWithinMs)}: ${answer.slice(0, 500)}`,
  );
};

/** Makes a stack of the clone `root`. Nothing happens before `start`. */
export const createStack = (root: string, flags: Flags): Stack => {
  const quit = new AbortController();
  let parts: {
    setting: Setting;
    supervisor: Supervisor;
    guarding: Guarding;
    file: RunFileWriter;
  } | null = null;

  const begin = async (): Promise<Starter> => {
    const setting = await decideSetting(root, flags);
    const show = (line: string): void => say(`  ${line}`);
    const file = createRunFileWriter(setting, show);
    const guarding = startGuarding();
    const onChange = (): void => file.update(supervisor.states());
    const logsDir = setting.places.logs;
    const supervisor = new Supervisor({ guarding, logsDir, say: show, onChange });
    parts = { setting, supervisor, guarding, file };
    const task = createTaskRunner(guarding, logsDir, quit.signal);
    const { cacheDir } = flags;
    return {
      setting,
      supervisor,
      task,
      get: { cacheDir, env: process.env, progress: show, signal: quit.signal },
    };
  };

  return {
    async start() {
      const took = stopwatch();
      say(`Punctual starts; its data is in ${flags.dataDir}`);
      const oldZones = zoneDataProblem(process.versions.tz ?? "unknown", new Date());
      if (oldZones !== null) say(partLine("time zones", oldZones));
      const starter = await begin();
      const daprd = await startEngines(starter);
      const apps = appNames.filter((app) => existsSync(join(root, app, "main.ts")));
      await Promise.all(apps.map((app) => startApp(starter, app, daprd)));
      const { url } = starter.setting.known;
      await waitForReady(url, quit.signal);
      parts?.file.ready();
      await starter.setting.ports.releaseAll(); // those of parts that were not started here
      say(partLine("all parts", `ready in ${seconds(took())}`));
      return url;
    },
    async stop() {
      quit.abort(new Error("stopped"));
      if (parts === null) return;
      await parts.supervisor.stop();
      parts.guarding.leave();
      parts.file.remove();
      parts.setting.lock.release();
      parts = null;
    },
    kill: () => parts?.supervisor.killAll(),
    async readHeld() {
      const held = z.array(z.string()).safeParse(parts && readJson(parts.setting.places.heldFile));
      await parts?.supervisor.hold(held.success ? held.data : []);
    },
  };
};
