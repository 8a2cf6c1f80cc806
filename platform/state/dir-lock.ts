// Before step 1: lets one stack at a time use a data directory. Called by setting.ts.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Places } from "./data-dir.ts";

/** Held until it is released or the process ends, whichever way. */
export type DirLock = { release(): void };

// Kept here, because a database nobody refers to is collected, closed, and its lock gone with it.
const held = new Set<DatabaseSync>();

/**
 * Takes the data directory for this process; null when another process has it. The lock is the system's own (SQLite's lock
 * on a file), so a crash frees it and no stale one is ever left.
 */
export const lockDataDir = (places: Places): DirLock | null => {
  const db = new DatabaseSync(join(places.run, "lock.db"), { timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch {
    db.close();
    return null;
  }
  held.add(db);
  return {
    release() {
      if (held.delete(db)) db.close();
    },
  };
};
