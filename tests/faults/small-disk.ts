// A disk of a few hundred MB that a test can fill, where this user may mount one. Called by disk-full.flow.test.ts.
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type SmallDisk = {
  directory: string;
  /** Takes all the room that is left. */
  fill(): void;
  /** Gives it back. */
  free(): void;
  remove(): void;
};

/** Mounts one of `megabytes`; null where mounting is refused (no root, or a container without that right). */
export const mountSmallDisk = (megabytes: number): SmallDisk | null => {
  const directory = mkdtempSync(join(tmpdir(), "punctual-small-"));
  try {
    const options = ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", directory];
    execFileSync("mount", options, { stdio: "ignore" });
  } catch {
    rmSync(directory, { recursive: true });
    return null;
  }
  const filling = join(directory, "filling");
  return {
    directory,
    fill() {
      const file = openSync(filling, "w");
      const block = Buffer.alloc(64 * 1024);
      try {
        for (;;) writeSync(file, block);
      } catch {
        // Full, as wanted.
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filling, { force: true }),
    remove() {
      execFileSync("umount", ["-l", directory]);
      rmSync(directory, { recursive: true });
    },
  };
};
