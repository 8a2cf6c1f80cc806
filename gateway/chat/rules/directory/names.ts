// Which project, tag or filter is meant by a name. Used by the rules beside it.
import { countNames, listProjects, listTags } from "../../../../domain/directory/listed.ts";
import type { SavedFilter } from "../../../../domain/directory/directory.ts";
import type { Scene } from "../../scene.ts";
import { isSame } from "../patch.ts";

/** What can be named as such. */
export type Thing = "project" | "tag";

export type Listed = { name: string; open: number };

/** All of a person's, as lists show them. */
export const listedOf = (thing: Thing, { directory, open }: Scene) => {
  const names = countNames(open);
  return thing === "project"
    ? listProjects(directory, names.projects)
    : listTags(directory, names.tags).map((tag) => ({ ...tag, archived: false }));
};

/** The one with the name; null when there is none. Also one that only tasks which are over hold. */
export const named = (thing: Thing, said: string, scene: Scene): Listed | null => {
  const name = bare(said);
  const listed = listedOf(thing, scene).find((one) => isSame(one.name, name));
  if (listed) return listed;
  const all = thing === "project" ? scene.projects : scene.tags;
  const held = all.find((one) => isSame(one, name));
  return held === undefined ? null : { name: held, open: 0 };
};

export const filterNamed = (said: string, { directory }: Scene): SavedFilter | undefined =>
  directory.filters.find(({ name }) => isSame(name, bare(said)));

/** A name without its sign, quotes and article. */
export const bare = (said: string): string =>
  said
    .trim()
    .replaceAll(/^["“”'‘]+|["“”'’]+$/gu, "")
    .replace(/^[#@]/u, "")
    .trim();

/** "tag" and "label" are the same. */
export const thingOf = (word: string): Thing => (/^proj/iu.test(word) ? "project" : "tag");
