// Copies what a stack keeps for good, and puts a copy back so that nothing of the time after it is left. Called by platform/backup.ts.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { openDataDir, type Places } from "./data-dir.ts";
import { lockDataDir } from "./dir-lock.ts";

/** PostgreSQL has all that must last: accounts, actors' state, read model, log. The secrets open it. */
const kept = (places: Places): [name: string, path: string][] => [
  ["postgres", places.postgres],
  ["secrets.json", places.secretsFile],
];

/** What these hold is of PostgreSQL's time only. Made anew, topics have other ids: no cursor and no offset of before fits them. */
const derived = (places: Places): string[] => [places.kafka, places.scheduler];

const whileStopped = (dataDir: string, work: (places: Places) => void): void => {
  const places = openDataDir(dataDir);
  const lock = lockDataDir(places);
  if (lock === null) throw new Error(`Punctual runs with the data in ${dataDir}: stop it first`);
  try {
    if (existsSync(join(places.postgres, "postmaster.pid")))
      throw new Error(`the last run with ${dataDir} did not end in order: start and stop it once`);
    work(places);
  } finally {
    lock.release();
  }
};

/** Copies to a new folder. Throws a sentence when the stack runs, was not stopped in order, or the folder is there. */
export const backUp = (dataDir: string, folder: string): void =>
  whileStopped(dataDir, (places) => {
    if (existsSync(folder)) throw new Error(`${resolve(folder)} is there already`);
    if (!existsSync(places.postgres)) throw new Error(`${dataDir} holds no database`);
    const fresh = `${resolve(folder)}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    for (const [name, path] of kept(places)) copy(path, join(fresh, name));
    renameSync(fresh, folder);
  });

/** Puts a copy back; what was there is kept beside it, once. Throws a sentence when the folder holds no copy. */
export const putBack = (dataDir: string, folder: string): void =>
  whileStopped(dataDir, (places) => {
    for (const [name] of kept(places))
      if (!existsSync(join(folder, name)))
        throw new Error(`${resolve(folder)} is no backup: it has no ${name}`);
    // First what must not be found beside older tables: a restore that is cut off here loses nothing that lasts.
    for (const path of derived(places)) rmSync(path, { recursive: true, force: true });
    for (const [name, path] of kept(places)) {
      const fresh = `${path}.new`;
      rmSync(fresh, { recursive: true, force: true });
      copy(join(folder, name), fresh);
      const before = `${path}.before-restore`;
      rmSync(before, { recursive: true, force: true });
      if (existsSync(path)) renameSync(path, before);
      renameSync(fresh, path);
    }
  });

const copy = (from: string, to: string): void =>
  cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
