// Before step 1: lets one stack at a time use a data directory. Called by setting.ts.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Places } from "./data-dir.ts";

/** Held until the process ends, whichever way. */
export type DirLock = { release(): void };

/**
 * Takes the data directory for this process; null when another process has it. The lock is the system's own (SQLite's lock
 * on a file), so a crash frees it and no stale one is ever left.
 */
export const lockDataDir = (places: Places): DirLock | null => {
  const db = new DatabaseSync(join(places.run, "lock.db"), { timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE");
    return { release: () => db.close() };
  } catch {
    db.close();
    return null;
  }
};
