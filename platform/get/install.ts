// Before step 1: the cache of engines. What is installed there is complete or absent. Called by dapr.ts, kafka.ts, java.ts.
import { mkdir, readFile, readdir, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type GetContext, thisHost } from "./context.ts";
import { withLock } from "./lock.ts";
import { removeTree } from "./remove-tree.ts";

/** `name` as in "dapr"; `recipe` changes when what we put there changes without a new version. */
export type Engine = { name: string; version: string; recipe: number };

type Manifest = {
  version: string;
  host: string;
  recipe: number;
  from: string;
  files: { path: string; size: number }[];
};

const manifestName = "installed.json";

/** Folder of an engine in the cache: `<cacheDir>/<name>/<version>`. */
export const engineDir = (ctx: GetContext, { name, version }: Engine): string =>
  join(ctx.cacheDir, name, version);

const filesIn = async (dir: string): Promise<string[]> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
};

/** Whether the folder holds what its manifest says: every file there and of its size. Milliseconds, no hashing. */
const isInstalled = async (dir: string, engine: Engine): Promise<boolean> => {
  try {
    const manifest = JSON.parse(await readFile(join(dir, manifestName), "utf8")) as Manifest;
    const { version, host, recipe, files } = manifest;
    if (version !== engine.version || host !== thisHost().key || recipe !== engine.recipe)
      return false;
    const same = files.map(async ({ path, size }) => (await stat(join(dir, path))).size === size);
    return (await Promise.all(same)).every(Boolean);
  } catch {
    return false;
  }
};

const seal = async (dir: string, engine: Engine, from: string): Promise<void> => {
  const files = (await filesIn(dir)).map(async (file) => ({
    path: file.slice(dir.length + 1),
    size: (await stat(file)).size,
  }));
  const host = thisHost().key;
  const manifest: Manifest = { ...engine, host, from, files: await Promise.all(files) };
  await writeFile(join(dir, manifestName), JSON.stringify(manifest, null, 1));
};

const clearLeftovers = async (dir: string): Promise<void> => {
  const beside = await readdir(dirname(dir));
  const old = beside.filter((name) => name.startsWith(`${basename(dir)}.new-`));
  await Promise.all(old.map((name) => removeTree(join(dirname(dir), name))));
};

/**
 * The engine's folder, from the cache, or filled by `make` (which gets an empty folder beside it and says where the
 * engine came from) and put in place by one rename. Two starts at once: the second waits and finds the first's.
 */
export const install = async (
  ctx: GetContext,
  engine: Engine,
  make: (into: string) => Promise<string>,
): Promise<{ dir: string; from: string }> => {
  const dir = engineDir(ctx, engine);
  if (await isInstalled(dir, engine)) return { dir, from: "cache" };
  const onWait = (holder: string) =>
    ctx.progress(`${engine.name}: ${holder} is getting it, waiting for that`);
  return withLock(`${dir}.lock`, { onWait, signal: ctx.signal }, async () => {
    if (await isInstalled(dir, engine)) return { dir, from: "cache" };
    await clearLeftovers(dir);
    const fresh = `${dir}.new-${process.pid}`;
    await mkdir(fresh, { recursive: true });
    try {
      const from = await make(fresh);
      await seal(fresh, engine, from);
      await removeTree(dir);
      await rename(fresh, dir);
      return { dir, from };
    } finally {
      await removeTree(fresh);
    }
  });
};
