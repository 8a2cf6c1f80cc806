// A process's configuration comes from variables, or from files that variables name. Needs nothing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import * as z from "zod";
import { optional, parseEnvironment } from "./config.ts";

const folder = mkdtempSync(join(tmpdir(), "punctual-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

const Schema = z.object({ SECRET: z.string().min(8), NAME: optional(z.string()) });

const fileOf = (content: string): string => {
  const file = join(folder, String(content.length));
  writeFileSync(file, content);
  return file;
};

test("a secret may come from a file, without the line end that editors leave", () => {
  const env = { SECRET_FILE: fileOf("long enough\n"), OTHER_FILE: "/nowhere" };
  expect(parseEnvironment(Schema, env)).toEqual({ ok: true, value: { SECRET: "long enough" } });
});

test("what a file holds is checked like a variable", () => {
  const read = parseEnvironment(Schema, { SECRET_FILE: fileOf("short") });
  expect(read).toMatchObject({ ok: false, problem: expect.stringContaining("SECRET") });
});

test("a file that cannot be read is named", () => {
  const read = parseEnvironment(Schema, { SECRET_FILE: join(folder, "none") });
  const problem = `SECRET_FILE names ${join(folder, "none")}, which cannot be read (ENOENT)`;
  expect(read).toEqual({ ok: false, problem });
});

test("a variable and a file for the same thing are refused, for nobody could tell which one holds", () => {
  const env = { SECRET: "long enough", SECRET_FILE: fileOf("other enough") };
  const problem = "SECRET and SECRET_FILE are both given: leave one of them out";
  expect(parseEnvironment(Schema, env)).toEqual({ ok: false, problem });
});

test("an empty variable is as good as none, so a file may stand in for it", () => {
  const env = { SECRET: "", SECRET_FILE: fileOf("long enough") };
  expect(parseEnvironment(Schema, env)).toEqual({ ok: true, value: { SECRET: "long enough" } });
});
