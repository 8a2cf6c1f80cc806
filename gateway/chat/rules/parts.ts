// The items and the parent in "buy flour to bake cake". Called by the subtask rule.
import type { Task } from "../../../domain/task.ts";
import { findTargets } from "../pointing/targets.ts";
import { outer } from "./patterns.ts";
import type { Scene } from "../scene.ts";

/** One item, or each of a list. */
export const itemsOf = (text: string, isSeveral: boolean): string[] => {
  const parts = text.split(/\s*(?:[,;]\s*(?:and\s+)?|\n)\s*/iu).filter(Boolean);
  const isList = isSeveral || parts.length > 2;
  if (!isList) return [unquoted(text)];
  const last = parts.at(-1) ?? "";
  return [...parts.slice(0, -1), ...last.split(/\s+(?:and|&)\s+/iu)].map(unquoted).filter(Boolean);
};

const unquoted = (text: string): string => text.trim().replace(/^["“'‘](.+)["”'’]$/u, "$1");

/** A way to read "ITEM to PARENT"; `marks` are labels and dates said after the parent. Lower ranks fit better. */
export type PartReading = { item: string; parent: string; marks: string; rank: number };

/** All ways to split at one of the words of `within`, the best first. */
export const parentsIn = (both: string, within: RegExp, scene: Scene): PartReading[] =>
  outer([...both.matchAll(within)])
    .flatMap((match) => {
      const item = both.slice(0, match.index).trim();
      const rest = both.slice(match.index + match[0].length).trim();
      return readings(item, rest, scene);
    })
    .toSorted((a, b) => a.rank - b.rank || b.item.length - a.item.length);

const readings = (item: string, rest: string, scene: Scene): PartReading[] => {
  const whole = { item, parent: rest, marks: "", rank: rankOf(rest, scene) };
  const { title, tokens } = scene.quickAdd(rest);
  if (tokens.length === 0 || title === "") return [whole];
  const marks = tokens.map(({ text }) => text).join(" ");
  return [whole, { item, parent: title, marks, rank: rankOf(title, scene) + 0.5 }];
};

const rankOf = (words: string, scene: Scene): number => {
  const targets = findTargets(words, scene.open, scene);
  if (targets.is === "found") return targets.isExact === true ? 0 : 1;
  return { several: 2, unclear: 3, alike: 4, none: 5 }[targets.is];
};

/** The open parts of a task, in their order. */
export const childrenOf = ({ id }: Task, { open }: Scene): Task[] =>
  open.filter(({ parentId }) => parentId === id).toSorted((a, b) => a.position - b.position);
