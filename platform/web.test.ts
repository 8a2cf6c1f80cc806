import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Task } from "./supervisor/task.ts";
import { buildWeb, sourceHash } from "./web.ts";

let root: string;
let built: Task[];

const write = (file: string, text: string): void => writeFileSync(join(root, file), text);
const build = (): Promise<boolean> =>
  buildWeb(root, async (task) => {
    built.push(task);
    mkdirSync(join(root, "web", "dist"), { recursive: true });
    write("web/dist/index.html", "built");
  });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "punctual-web-"));
  built = [];
  for (const folder of ["web", "domain"]) mkdirSync(join(root, folder));
  write("web/main.tsx", "1");
  write("domain/task.ts", "1");
  write("package-lock.json", "{}");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test("the page is built once, and again only when what it is made from has changed", async () => {
  expect(await build()).toBe(true);
  expect(await build()).toBe(false);
  for (const file of ["web/main.tsx", "web/new.css", "domain/task.ts", "package-lock.json"]) {
    write(file, "changed");
    expect(await build()).toBe(true);
  }
  expect(built).toHaveLength(5);
});

test("tests and the built page itself are no reason to build", () => {
  const before = sourceHash(root);
  mkdirSync(join(root, "web", "dist"));
  write("web/dist/index.html", "built");
  write("web/main.test.ts", "a test");
  expect(sourceHash(root)).toBe(before);
});

test("a build that fails is tried again at the next start", async () => {
  await expect(buildWeb(root, () => Promise.reject(new Error("no vite")))).rejects.toThrow(
    /no vite/,
  );
  expect(existsSync(join(root, "web", "dist", ".built-from"))).toBe(false);
  expect(await build()).toBe(true);
});
