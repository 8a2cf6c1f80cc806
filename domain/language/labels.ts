// #project, @tag and #tag. Called by find-tokens.ts and by the chat's list filters.
import { scan, type Token } from "./token.ts";

const rule = /(?<![^\s([,;\uFFFC])([#@])(?:"([^"\n]{1,100})"|([\p{L}\p{N}_][\p{L}\p{N}_\-/&]*))/gu;

/** The projects and tags a text names. A known name may hold spaces; figures alone ("#42") are no name. */
export const findLabels = (
  text: string,
  known: { projects: readonly string[]; tags: readonly string[] },
): Token[] =>
  scan(text, rule).flatMap(({ match, start, end }): Token[] => {
    const [, sign, quoted, word = ""] = match;
    if (sign === "@" && clockTime.test(word)) return [];
    const names = sign === "#" ? [...known.projects, ...known.tags] : known.tags;
    const name =
      quoted ?? longestKnown(text.slice(start + 1), names) ?? word.replace(/[-/&]+$/, "");
    if (!/\p{L}/u.test(name) || name.length > 100) return [];
    const stop = quoted === undefined ? start + 1 + name.length : end;
    const span = { start, end: stop, text: text.slice(start, stop) };
    const isProject = (same: (a: string, b: string) => boolean) =>
      known.projects.find((one) => same(one, name));
    const project = sign === "#" && (isProject(isSame) ?? isProject(isSameSqueezed));
    return [
      project
        ? { kind: "project", value: project, ...span }
        : { kind: "tag", value: name, ...span },
    ];
  });

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** "#HouseMove" and "#house-move" name the project "House Move". */
const isSameSqueezed = (a: string, b: string): boolean => isSame(squeezed(a), squeezed(b));
const squeezed = (name: string): string => name.replaceAll(/[\s_-]/g, "");

/** "@8am" is when, not what. */
const clockTime = /^(?:\d{1,2}(?:[ap]m?)?|noon|midday|midnight)$/i;

/** The longest known name of several words that the text begins with, as typed; null when there is none. */
const longestKnown = (text: string, names: readonly string[]): string | null => {
  const fits = names.filter(
    (name) =>
      /\s/.test(name) &&
      isSame(text.slice(0, name.length), name) &&
      !/^[\p{L}\p{N}_]/u.test(text.slice(name.length)),
  );
  const longest = fits.toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined ? null : text.slice(0, longest.length);
};
