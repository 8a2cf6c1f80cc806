// How words stand in the index: with their owner's mark. Done here and not in SQL (domain/words.ts).
import type { Id } from "../../domain/ids.ts";
import { labelKey } from "../../domain/label-key.ts";
import { wordsIn } from "../../domain/words.ts";

/** What words in the index begin with: the random end of the owner's id. Two owners may share it, so readers name the owner as well. */
const markOf = (ownerId: Id): string => ownerId.slice(-8);

/** A task's words as they are stored: with their owner's mark; a project and the tags as a whole, too. */
export const storedWords = (
  ownerId: Id,
  of: { text: string; project: string | null; tags: readonly string[] },
): string[] => [
  ...wordsIn(of.text).map((word) => `${markOf(ownerId)}${word}`),
  ...(of.project === null ? [] : [projectWord(ownerId, of.project)]),
  ...of.tags.map((tag) => tagWord(ownerId, tag)),
];

const projectWord = (ownerId: Id, name: string): string => `${markOf(ownerId)}#${labelKey(name)}`;
const tagWord = (ownerId: Id, name: string): string => `${markOf(ownerId)}@${labelKey(name)}`;

/** Terms of a tsquery about one owner's words. Those of `text` want a word that begins like them. */
export const terms = {
  text: (ownerId: Id, text: string): string[] =>
    wordsIn(text).map((word) => terms.start(ownerId, word)),
  word: (ownerId: Id, word: string): string => quoted(`${markOf(ownerId)}${word}`),
  start: (ownerId: Id, word: string): string => `${terms.word(ownerId, word)}:*`,
  project: (ownerId: Id, name: string): string => quoted(projectWord(ownerId, name)),
  tag: (ownerId: Id, name: string): string => quoted(tagWord(ownerId, name)),
};

const quoted = (word: string): string =>
  `'${word.replaceAll("\\", String.raw`\\`).replaceAll("'", "''")}'`;
