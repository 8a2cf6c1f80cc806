// Before step 1: builds the page when its sources have changed since the last time. Called by engines.ts.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TaskRunner } from "./supervisor/task.ts";

const skipped = (path: string): boolean =>
  /(^|\/)(dist|node_modules)(\/|$)|\.test\.tsx?$/.test(path);

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !skipped(file.slice(dir.length + 1)));

/** One hash over names and contents of all the page is made from: web/, domain/ and the locked packages. */
export const sourceHash = (root: string): string => {
  const files = ["web", "domain"].flatMap((folder) => filesIn(join(root, folder))).toSorted();
  const hash = createHash("sha256");
  for (const file of [...files, join(root, "package-lock.json")]) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
};

/** Builds web/dist with vite unless it was built from these very sources. Resolves with whether it was built now. */
export const buildWeb = async (root: string, task: TaskRunner): Promise<boolean> => {
  const mark = join(root, "web", "dist", ".built-from");
  const hash = sourceHash(root);
  if (existsSync(mark) && readFileSync(mark, "utf8") === hash) return false;
  await task({
    name: "web-build",
    file: process.execPath,
    args: [join(root, "node_modules", "vite", "bin", "vite.js"), "build", "web"],
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    withinMs: 180_000,
  });
  writeFileSync(mark, hash);
  return true;
};
