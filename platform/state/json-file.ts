// Before step 1: small private JSON files that are never half written. Called by the files of platform/state/.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** Writes the value with mode 0600, whole or not at all. */
export const writeJson = (file: string, value: unknown): void => {
  const fresh = `${file}.${process.pid}.new`;
  try {
    writeFileSync(fresh, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    renameSync(fresh, file);
  } catch (error) {
    remove(fresh);
    throw error;
  }
};

/** Removes a file where that can be done; never throws. */
export const remove = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    // Its directory is not there either, or may not be written: there is nothing more to do.
  }
};

/** Reads a JSON file; null when there is none or it is not JSON. */
export const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
};
