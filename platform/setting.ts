// Before step 1: all that is decided before the first part starts: places, lock, ports, secrets, addresses. Called by stack.ts.
import { rmSync } from "node:fs";
import * as z from "zod";
import type { Flags } from "./flags.ts";
import type { Known } from "./parts/environments.ts";
import { portNames } from "./parts/names.ts";
import { type Ports, createPorts } from "./ports.ts";
import { databaseUrl } from "./postgres/part.ts";
import { partLine, say } from "./print.ts";
import { type Places, openDataDir } from "./state/data-dir.ts";
import { type DirLock, lockDataDir } from "./state/dir-lock.ts";
import { readJson, writeJson } from "./state/json-file.ts";
import { reap } from "./state/reap.ts";
import { readRunFile } from "./state/run-file.ts";
import { keptSecrets, newToken } from "./state/secrets.ts";

/** `root` is the clone. `known` goes to the apps; `placement` and `scheduler` are addresses, ours or given ones. */
export type Setting = {
  root: string;
  flags: Flags;
  places: Places;
  lock: DirLock;
  /** Holds the chosen ports until their parts start. */
  ports: Ports;
  known: Known;
  password: string;
  placement: string;
  scheduler: string;
};

/** A refusal to start that is one sentence for the person. */
export class CannotStart extends Error {}

const takeDataDir = (dataDir: string): { places: Places; lock: DirLock } => {
  const places = openDataDir(dataDir);
  const lock = lockDataDir(places);
  if (lock) return { places, lock };
  const url = readRunFile(places.runFile)?.url;
  const where = url ? ` at ${url}` : "; it is just starting or stopping";
  throw new CannotStart(`Punctual already runs with the data in ${dataDir}${where}.`);
};

const endLeftovers = async (places: Places): Promise<void> => {
  const ended = await reap(readRunFile(places.runFile));
  if (ended > 0) say(partLine("earlier run", `ended ${ended} processes that a crash had left`));
  rmSync(places.runFile, { force: true });
  rmSync(places.heldFile, { force: true });
};

const Remembered = z.record(z.string(), z.int().min(1).max(65_535));

const innerPorts = async (ports: Ports, places: Places): Promise<Record<string, number>> => {
  const remembered = Remembered.safeParse(readJson(places.portsFile));
  const chosen = await ports.choose(portNames, remembered.success ? remembered.data : {});
  writeJson(places.portsFile, chosen);
  return chosen;
};

const webPort = async (ports: Ports, { port }: Flags): Promise<number> => {
  const chosen = await ports.chooseWeb(port);
  if (port !== 0 && chosen !== port) say(partLine("port", `${port} is taken, so it is ${chosen}`));
  return chosen;
};

const tokens = (): { api: string; app: string } => ({ api: newToken(), app: newToken() });

/** Takes the data directory and decides everything. Throws CannotStart when another stack has the directory. */
export const decideSetting = async (root: string, flags: Flags): Promise<Setting> => {
  const { places, lock } = takeDataDir(flags.dataDir);
  await endLeftovers(places);
  const ports = createPorts();
  const chosenWebPort = await webPort(ports, flags);
  const inner = await innerPorts(ports, places);
  const secrets = keptSecrets(places.secretsFile);
  const known: Known = {
    url: `http://127.0.0.1:${chosenWebPort}`,
    webPort: chosenWebPort,
    dataDir: places.root,
    ports: inner,
    databaseUrl: flags.databaseUrl ?? databaseUrl(secrets.postgresPassword, inner["postgres"] ?? 0),
    kafkaBrokers: flags.kafkaBrokers ?? `127.0.0.1:${inner["kafka"]}`,
    authSecret: secrets.authSecret,
    secretsFile: places.daprSecretsFile,
    logLevel: flags.logLevel,
    tokens: { actors: tokens(), gateway: tokens(), consumers: tokens() },
  };
  writeJson(places.daprSecretsFile, { postgresConnectionString: known.databaseUrl });
  const placement = flags.daprPlacement ?? `127.0.0.1:${inner["placement"]}`;
  const scheduler = flags.daprScheduler ?? `127.0.0.1:${inner["scheduler"]}`;
  return {
    root,
    flags,
    places,
    lock,
    ports,
    known,
    password: secrets.postgresPassword,
    placement,
    scheduler,
  };
};
