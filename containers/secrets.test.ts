// The script that makes compose.yaml's secrets: once, for their owner alone. Needs a POSIX shell.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./targets.ts";

const parent = mkdtempSync(join(tmpdir(), "punctual-secrets-"));
const folder = join(parent, "secrets");
const make = () => execFileSync("sh", [join(root, "containers", "secrets.sh"), folder]);
const all = () =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );

beforeAll(() => void make());
afterAll(() => rmSync(parent, { recursive: true }));

test("every file that compose.yaml asks for is made, in a folder that is its owner's alone", () => {
  const compose = readFileSync(join(root, "compose.yaml"), "utf8");
  const asked = [...compose.matchAll(/\$\{PUNCTUAL_SECRETS:-\.\/secrets\}\/([\w.]+)/g)];
  expect(new Set(Object.keys(all()))).toEqual(new Set(asked.map(([, name]) => name)));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test("each secret is random and its own, and the addresses hold the password", () => {
  const { postgres_password: password = "", ...rest } = all();
  const words = Object.values(all()).flatMap((text) => text.match(/\b[0-9a-f]{64}\b/g) ?? []);
  // The password stands in three files, all else in one.
  expect([words.length, new Set(words).size]).toEqual([10, 8]);
  expect(rest["database_url"]).toBe(
    `postgres://punctual:${password.trim()}@postgres:5432/punctual\n`,
  );
  expect(JSON.parse(rest["dapr.json"] ?? "")).toEqual({
    postgresConnectionString: rest["database_url"]?.trim(),
  });
});

test("what is there stays, and what was taken away is made anew", () => {
  const before = all();
  rmSync(join(folder, "auth_secret"));
  make();
  const { auth_secret: fresh, ...others } = all();
  expect(others).toEqual({ ...before, auth_secret: undefined });
  expect(fresh).not.toBe(before["auth_secret"]);
});
