// Before step 1: removes what an install left. Called by install.ts and dapr/build.ts.
import { chmod, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Opens each folder before looking into it: a copy of Go's module cache is read-only. */
const open = async (dir: string): Promise<void> => {
  await chmod(dir, 0o755);
  const entries = await readdir(dir, { withFileTypes: true });
  for (const entry of entries) if (entry.isDirectory()) await open(join(dir, entry.name));
};

/** Removes a folder with all in it, also where folders are read-only. One that is not there is fine. */
export const removeTree = async (dir: string): Promise<void> => {
  try {
    await open(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  await rm(dir, { recursive: true, force: true });
};
