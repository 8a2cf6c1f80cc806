import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readJson } from "./json-file.ts";
import { createPatientFile } from "./patient-file.ts";

let folder: string;
let file: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "punctual-patient-"));
  file = join(folder, "run", "stack.json");
  mkdirSync(dirname(file));
  said = [];
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

/** Even root cannot write into a directory that is a file. */
const breakIt = (): void => {
  rmSync(dirname(file), { recursive: true });
  writeFileSync(dirname(file), "");
};
const mend = (): void => {
  rmSync(dirname(file));
  mkdirSync(dirname(file));
};
const open = () => createPatientFile(file, { say: (line) => void said.push(line), everyMs: 20 });

test("what cannot be written is said once, tried again, and the newest value is written in the end", async () => {
  const patient = open();
  patient.put({ n: 1 });
  expect(readJson(file)).toEqual({ n: 1 });
  breakIt();
  for (const n of [2, 3, 4]) patient.put({ n });
  expect(said).toEqual([expect.stringMatching(/^.*stack\.json cannot be written: ENOTDIR/)]);
  mend();
  await vi.waitFor(() => expect(readJson(file)).toEqual({ n: 4 }), 5_000);
  expect(said[1]).toMatch(/^.*stack\.json is written again$/);
  expect(said).toHaveLength(2);
  patient.remove();
});

test("a file that was taken away is not written by an attempt that was still waiting", () => {
  vi.useFakeTimers();
  const patient = open();
  breakIt();
  patient.put({ n: 1 });
  patient.remove();
  mend();
  vi.runAllTimers();
  expect(existsSync(file)).toBe(false);
});
