// Before step 1: all that is decided before the first part starts: places, lock, ports, secrets, addresses. Called by stack.ts.
import { rmSync } from "node:fs";
import * as z from "zod";
import type { Flags } from "./flags.ts";
import type { Known } from "./parts/environments.ts";
import { portNames } from "./parts/names.ts";
import { choosePorts, chooseWebPort } from "./ports.ts";
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

const Ports = z.record(z.string(), z.int().min(1).max(65_535));

const portsFor = async (places: Places): Promise<Record<string, number>> => {
  const remembered = Ports.safeParse(readJson(places.portsFile));
  const ports = await choosePorts(portNames, remembered.success ? remembered.data : {});
  writeJson(places.portsFile, ports);
  return ports;
};

const webPort = async ({ port }: Flags): Promise<number> => {
  const chosen = await chooseWebPort(port);
  if (port !== 0 && chosen !== port) say(partLine("port", `${port} is taken, so it is ${chosen}`));
  return chosen;
};

const tokens = (): { api: string; app: string } => ({ api: newToken(), app: newToken() });

/** Takes the data directory and decides everything. Throws CannotStart when another stack has the directory. */
export const decideSetting = async (root: string, flags: Flags): Promise<Setting> => {
  const { places, lock } = takeDataDir(flags.dataDir);
  await endLeftovers(places);
  const ports = await portsFor(places);
  const chosenWebPort = await webPort(flags);
  const secrets = keptSecrets(places.secretsFile);
  const known: Known = {
    url: `http://127.0.0.1:${chosenWebPort}`,
    webPort: chosenWebPort,
    ports,
    databaseUrl: flags.databaseUrl ?? databaseUrl(secrets.postgresPassword, ports["postgres"] ?? 0),
    kafkaBrokers: flags.kafkaBrokers ?? `127.0.0.1:${ports["kafka"]}`,
    authSecret: secrets.authSecret,
    secretsFile: places.daprSecretsFile,
    logLevel: flags.logLevel,
    tokens: { actors: tokens(), gateway: tokens(), consumers: tokens() },
  };
  writeJson(places.daprSecretsFile, { postgresConnectionString: known.databaseUrl });
  const placement = flags.daprPlacement ?? `127.0.0.1:${ports["placement"]}`;
  const scheduler = flags.daprScheduler ?? `127.0.0.1:${ports["scheduler"]}`;
  return {
    root,
    flags,
    places,
    lock,
    known,
    password: secrets.postgresPassword,
    placement,
    scheduler,
  };
};
