// What .env.example lists is what compose.yaml takes, no more and no less.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");

/** `${NAME…}` anywhere, and `NAME:` without a value, which is given on as it is. */
const taken = (yaml: string): string[] => [
  ...[...yaml.matchAll(/\$\{([A-Z][A-Z0-9_]*)/gu)].map(([, name]) => String(name)),
  ...[...yaml.matchAll(/^ +([A-Z][A-Z0-9_]+):$/gmu)].map(([, name]) => String(name)),
];

test("every setting of the compose files is in .env.example, and every line there is taken", () => {
  const compose = new Set([
    ...taken(read("compose.yaml")),
    ...taken(read("compose.replicas.yaml")),
  ]);
  const listed = [...read(".env.example").matchAll(/^#?([A-Z][A-Z0-9_]*)=/gmu)].map(
    ([, name]) => name,
  );
  expect(new Set(listed)).toEqual(compose);
});
