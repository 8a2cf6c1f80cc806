// Whoever is woken by an alert finds what it means and what to do.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), "utf8");

test("every alert names a section of docs/operations.md, and every section an alert that there is", () => {
  const rules = read("helm/punctual/files/alerts.yaml");
  const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name ?? "");
  expect(alerts.length).toBeGreaterThan(10);
  const runbooks = [...rules.matchAll(/runbook: (\S+)/g)].map(([, link]) => link);
  expect(runbooks).toEqual(alerts.map((name) => `docs/operations.md#${name.toLowerCase()}`));
  const sections = [...read("docs/operations.md").matchAll(/^### (Punctual\w+)$/gm)];
  expect(sections.map(([, name]) => name)).toEqual(alerts);
});
