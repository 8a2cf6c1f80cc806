// A folder for as long as some work takes. Used by debian.ts and main.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes it, hands it to the work, and removes it with all that is in it, whatever becomes of that. */
export const inFolder = async (work: (folder: string) => Promise<unknown>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "punctual-image-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
