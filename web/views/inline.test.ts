// Words stand in the catalogues (web/words), not in the views: else they have no German. Needs nothing.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseSync } from "vite";

const web = join(import.meta.dirname, "..");

/** Attributes that a person sees or hears, of elements and of our own parts. */
const said =
  /^(alt|aria-label|aria-description|aria-roledescription|aria-valuetext|placeholder|title|label|hint|heading|submit)$/;

/** What has no language: names, keys as they are printed, addresses. */
const wordless =
  /^(Punctual|API|K|n|p|https:\/\/example\.org\/hook|English \(.*|Deutsch \(.*|Failed to fetch|Bearer .*)$/;

type Node = { type: string; start: number } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));

/** Several words that begin as a sentence does: no key of a table, no name of an event. */
const isSentence = (text: unknown): text is string =>
  typeof text === "string" && /^[“(]?\p{Lu}[\p{L}’']*,? \p{L}/u.test(text) && !wordless.test(text);

/** The words of a node that a person is shown as they stand. */
const wordsOf = (node: Node): string[] => {
  if (node.type === "JSXText") return [String(node["value"]).replaceAll(/\s+/g, " ").trim()];
  if (node.type === "Literal") return [node["value"]].filter(isSentence);
  if (node.type === "TemplateElement")
    return [(node["value"] as { cooked: string }).cooked].filter(isSentence);
  if (node.type !== "JSXAttribute") return [];
  const { name, value } = node as unknown as {
    name: { name: unknown };
    value: { type: string; value?: unknown } | null;
  };
  if (typeof name.name !== "string" || !said.test(name.name)) return [];
  return value?.type === "Literal" ? [String(value.value)] : [];
};

const inlineIn = (file: string): string[] => {
  const source = readFileSync(join(web, file), "utf8");
  const found: string[] = [];
  const walk = (node: Node): void => {
    const words = wordsOf(node).filter((text) => /\p{L}/u.test(text) && !wordless.test(text));
    const line = source.slice(0, node.start).split("\n").length;
    found.push(...words.map((text) => `${file}:${line} ${text}`));
    if (node.type !== "ImportDeclaration") for (const child of childrenOf(node)) walk(child);
  };
  walk(parseSync(file, source).program as unknown as Node);
  return found;
};

type Declared = { id: Pattern; init: Node | null };
type Pattern = { type: string; properties?: { key: { name: string } }[] };

/** `listWords.select` as its names, first the one that was imported; null for anything else. */
const pathOf = (node: Node | null): string[] | null => {
  if (node?.type === "Identifier") return [String(node["name"])];
  if (node?.type !== "MemberExpression" || node["computed"] === true) return null;
  const path = pathOf(node["object"] as Node);
  return path === null ? null : [...path, (node["property"] as { name: string }).name];
};

/** The catalogues a module imports, by the names it has for them. */
const catalogues = async (file: string, body: readonly Node[]): Promise<Map<string, unknown>> => {
  const all = new Map<string, unknown>();
  for (const node of body) {
    if (node.type !== "ImportDeclaration") continue;
    const source = join(web, file, "..", (node["source"] as { value: string }).value);
    if (!/web\/words\/[\w-]+\.ts$/.test(source)) continue;
    const words = (await import(/* @vite-ignore */ source)) as Record<string, unknown>;
    for (const one of node["specifiers"] as {
      local: { name: string };
      imported?: { name: string };
    }[])
      all.set(one.local.name, words[one.imported?.name ?? ""]);
  }
  return all;
};

const at = (words: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], words);

/** Single words that a module takes while it is loaded. */
const takenIn = async (file: string): Promise<string[]> => {
  const { program } = parseSync(file, readFileSync(join(web, file), "utf8"));
  const body = program.body as unknown as Node[];
  const known = await catalogues(file, body);
  const declared = body
    .map((node) => (node.type === "ExportNamedDeclaration" ? (node["declaration"] as Node) : node))
    .flatMap((node) =>
      node?.type === "VariableDeclaration" ? (node["declarations"] as Declared[]) : [],
    );
  return declared.flatMap(({ id, init }) => {
    const [root = "", ...path] = pathOf(init) ?? [];
    if (typeof known.get(root) !== "object") return [];
    const keys = id.properties?.map(({ key }) => [...path, key.name]) ?? [path];
    return keys
      .filter((one) => typeof at(known.get(root), one) !== "object")
      .map((one) => `${file}: ${[root, ...one].join(".")}`);
  });
};

const modules = globSync("**/*.{ts,tsx}", { cwd: web, exclude: ["dist/**", "words/de/**"] })
  .filter((file) => !file.endsWith(".test.ts"))
  .toSorted();

test("no word is taken out of a catalogue before it is shown", async () => {
  const taken = await Promise.all(modules.map(takenIn));
  expect(taken.flat()).toEqual([]);
});

// What stands in both languages where it is: a service worker may fetch no words.
const own = ["push/notification.ts"];

test.each(modules.filter((file) => !file.startsWith("words/") && !own.includes(file)))(
  "%s has its words from a catalogue",
  (file) => {
    expect(inlineIn(file)).toEqual([]);
  },
);
