// Before step 1: small private JSON files that are never half written. Called by the files of platform/state/.
import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** Writes the value with mode 0600, whole or not at all. */
export const writeJson = (file: string, value: unknown): void => {
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, file);
};

/** Reads a JSON file; null when there is none or it is not JSON. */
export const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
};
