// Before step 1: lets one start at a time get an engine, so that two starts do not clash. Called by install.ts.
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** `beatMs`: how often the holder shows that it lives; `staleMs`: a lock without a sign for so long is nobody's. */
export type LockOptions = {
  onWait: (holder: string) => void;
  signal?: AbortSignal | undefined;
  beatMs?: number;
  staleMs?: number;
  timeoutMs?: number;
};

const half = 30 * 60_000;

type Holder = { pid: number; host: string; nonce: string };

const readHolder = async (file: string): Promise<Holder | null> => {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Holder;
  } catch {
    return null;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

// A process id says something only on its own host: two containers may share the cache folder.
const isStale = async (file: string, staleMs: number): Promise<boolean> => {
  const holder = await readHolder(file);
  if (holder && holder.host === hostname() && !isAlive(holder.pid)) return true;
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > staleMs;
};

const take = async (file: string, nonce: string): Promise<boolean> => {
  try {
    const holder: Holder = { pid: process.pid, host: hostname(), nonce };
    await writeFile(file, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
};

// By rename, so that of several waiters only one removes a given lock.
const breakLock = async (file: string): Promise<void> => {
  const aside = `${file}.stale-${crypto.randomUUID()}`;
  await rename(file, aside).catch(() => {});
  await rm(aside, { force: true });
};

const waitFor = async (file: string, nonce: string, options: LockOptions): Promise<void> => {
  const { staleMs = 30_000, timeoutMs = half, signal } = options;
  const until = Date.now() + timeoutMs;
  let told = false;
  while (!(await take(file, nonce))) {
    if (await isStale(file, staleMs)) {
      await breakLock(file);
      continue;
    }
    const holder = await readHolder(file);
    const name = holder ? `process ${holder.pid}` : "another process";
    if (!told) options.onWait(name);
    told = true;
    if (Date.now() > until)
      throw new Error(`${file} is still held by ${name}: end it or remove the file`);
    await pause(200, undefined, { signal });
  }
};

/** Runs `work` while holding the lock `file`. A lock whose holder has died is taken over. Throws when none is free in 30 min. */
export const withLock = async <T>(
  file: string,
  options: LockOptions,
  work: () => Promise<T>,
): Promise<T> => {
  const nonce = crypto.randomUUID();
  await mkdir(dirname(file), { recursive: true });
  await waitFor(file, nonce, options);
  const beat = setInterval(() => {
    utimes(file, new Date(), new Date()).catch(() => {}); // gone: someone took it for stale; the rename at the end is still atomic
  }, options.beatMs ?? 3_000);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if ((await readHolder(file))?.nonce === nonce) await rm(file, { force: true });
  }
};
