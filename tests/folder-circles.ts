// Finds folders beside each other that need each other. Used by folder-circles.test.ts.
import { posix } from "node:path";

/** The imports of a TypeScript file: its path in the tree and its text. */
export type Source = { file: string; text: string };

const imported = /\b(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/gu;

/** Folders by the folder they lie in (`.` is the tree), and which of their neighbours each one imports. */
type Edges = Map<string, Map<string, Set<string>>>;

/**
 * The circles, each as `folder: a → b → a`. An import between two files counts for the two folders in which their paths part;
 * files that lie beside a folder are no folder, so a folder may use them and be used by them.
 */
export const folderCircles = (sources: Source[]): string[] =>
  [...edgesOf(sources)].flatMap(([folder, edges]) =>
    [...edges.keys()].flatMap((name) => {
      const circle = wayBack(edges, name);
      const isFirst = circle !== null && name === circle.toSorted()[0];
      return isFirst ? [`${folder}: ${[...circle, name].join(" → ")}`] : [];
    }),
  );

const edgesOf = (sources: Source[]): Edges => {
  const all: Edges = new Map();
  for (const { file, text } of sources) {
    for (const [, specifier = ""] of text.matchAll(imported)) {
      const from = posix.dirname(file).split("/");
      const to = posix.dirname(posix.join(posix.dirname(file), specifier)).split("/");
      const shared = from.findIndex((part, depth) => part !== to[depth]);
      const [name, other] = [from[shared], to[shared]];
      if (name === undefined || other === undefined) continue;
      const folder = from.slice(0, shared).join("/") || ".";
      const edges = all.get(folder) ?? new Map<string, Set<string>>();
      all.set(folder, edges.set(name, (edges.get(name) ?? new Set()).add(other)));
    }
  }
  return all;
};

/** The shortest way along imports from a folder back to itself; null when there is none. */
const wayBack = (edges: Map<string, Set<string>>, start: string): string[] | null => {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of edges.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
};
