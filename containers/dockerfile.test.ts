// An image holds what its process imports: nobody notices otherwise, before it is started. Needs nothing.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { root, type Target, targets } from "./targets.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** What a stage of the Dockerfile copies out of the tree, with the stages it is built on. */
const copiedInto = (stage: string): string[] => {
  const lines = read("Dockerfile").split("\n");
  const from = lines.findIndex((line) => line.startsWith("FROM ") && line.endsWith(` AS ${stage}`));
  if (from < 0) return [];
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => line.startsWith("FROM "));
  const copied = rest
    .slice(0, end < 0 ? undefined : end)
    .filter((line) => line.startsWith("COPY ") && !line.includes("--from="))
    .flatMap((line) => line.split(" ").slice(1, -1));
  return [...copiedInto(lines[from]?.split(" ")[1] ?? ""), ...copied];
};

/** The file and all it imports or starts, ours; and the packages among that. Types alone need not be there. */
const reached = (entry: string) => {
  const files = new Set<string>();
  const packages = new Set<string>();
  const follow = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    const text = read(file);
    const found = text.matchAll(
      /^(?:import\s|export\s(?=[{*]))(?!type\s)[^;]*?from "([^"]+)"|import\("([^"]+)"\)|new URL\("(\.[^"]+\.ts)"/gm,
    );
    for (const [, ...names] of found) {
      const name = names.find(Boolean) ?? "";
      if (name.startsWith(".")) follow(normalize(join(dirname(file), name)));
      else if (!name.startsWith("node:"))
        packages.add(
          name
            .split("/")
            .slice(0, name.startsWith("@") ? 2 : 1)
            .join("/"),
        );
    }
  };
  follow(entry);
  return { files: [...files], packages: [...packages] };
};

const entryOf = (target: Target): string =>
  target === "migrate" ? "containers/migrate.ts" : `${target}/main.ts`;

test.each(targets)(
  "the image %s holds every file and package that its process reaches",
  (target) => {
    const copied = copiedInto(target);
    const { files, packages } = reached(entryOf(target));
    expect(files.length).toBeGreaterThan(5);
    const isCopied = (file: string): boolean =>
      copied.some((one) => file === one || file.startsWith(`${one}/`));
    expect(files.filter((file) => !isCopied(file))).toEqual([]);

    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read("package.json")));
    expect(packages.filter((name) => !(name in dependencies))).toEqual([]);
  },
);

test("what the Dockerfile copies is there, and .dockerignore lets it through", () => {
  const allowed = read(".dockerignore")
    .split("\n")
    .filter((line) => line.startsWith("!"))
    .map((line) => line.slice(1));
  for (const one of targets.flatMap(copiedInto)) {
    expect([one, existsSync(join(root, one))]).toEqual([one, true]);
    const isAllowed = allowed.some((path) => one === path || one.startsWith(`${path}/`));
    expect([one, isAllowed]).toEqual([one, true]);
  }
});
