// Completes #project, /section, @tag and +name while they are typed. Pure; called by the quick-add views.
import type { Names } from "./names.ts";

/** What is being typed at the caret: a sign, and the beginning of a name. `start` is where the sign stands. */
export type Completing = { sign: "#" | "@" | "+" | "/"; query: string; start: number; end: number };

export type Suggestion = { kind: "project" | "section" | "tag" | "person"; name: string };

const typing = /(?:^|[\s(])([#@+/])([\p{L}\p{N}_][^#@+/"\n]{0,99}|)$/u;
const shownCount = 6;

/** The name under the caret; null when none is being typed there. */
export const completingAt = (text: string, caret: number): Completing | null => {
  const [, sign, query] = typing.exec(text.slice(0, caret)) ?? [];
  if (sign === undefined || query === undefined) return null;
  if (/^[\p{L}\p{N}_]/u.test(text.slice(caret))) return null; // in the middle of a word
  const start = caret - query.length - 1;
  return { sign: sign as Completing["sign"], query, start, end: caret };
};

/** The known names that go on from what is typed, at most six; none when it is all there already. */
export const suggest = ({ sign, query }: Completing, names: Names): Suggestion[] => {
  const typed = query.toLowerCase();
  const offered = offersOf(sign, names);
  if (offered.some(({ name }) => name.toLowerCase() === typed)) return [];
  const starts = offered.filter(({ name }) => name.toLowerCase().startsWith(typed));
  const inside = offered.filter(({ name }) => startsAWord(name.toLowerCase(), typed));
  return [...new Set([...starts, ...inside])].slice(0, shownCount);
};

const startsAWord = (name: string, typed: string): boolean =>
  typed !== "" && name.split(/[\s\-/&_]+/).some((word) => word.startsWith(typed));

const offersOf = (sign: Completing["sign"], names: Names): Suggestion[] => {
  const { projects, tags, people, sections = [] } = names;
  const as = (kind: Suggestion["kind"], all: string[]) => all.map((name) => ({ kind, name }));
  if (sign === "/") return as("section", [...new Set(sections.map(({ name }) => name))]);
  if (sign === "+") return as("person", people);
  if (sign === "@") return as("tag", tags);
  // A # means the project where there is one of that name, else the tag.
  const taken = new Set(projects.map((name) => name.toLowerCase()));
  return [
    ...as("project", projects),
    ...as(
      "tag",
      tags.filter((tag) => !taken.has(tag.toLowerCase())),
    ),
  ];
};

/** How a name is written behind its sign: in quotes where the parser would not read all of it. */
const written = ({ kind, name }: Suggestion): string => {
  if (kind === "section") return name; // a known one is read as it stands
  const plain =
    kind === "person"
      ? /^\p{L}(?:[\p{L}\p{N}_.-]*[\p{L}\p{N}])?$/u
      : /^[\p{L}\p{N}_](?:[\p{L}\p{N}_\-/& ]*[\p{L}\p{N}_])?$/u;
  return plain.test(name) ? name : `"${name}"`;
};

/** The text with the name completed, and where the caret is then. */
export const completed = (
  text: string,
  { sign, start, end }: Completing,
  suggestion: Suggestion,
): { text: string; caret: number } => {
  const head = `${text.slice(0, start)}${sign}${written(suggestion)} `;
  return { text: head + text.slice(end).replace(/^ /, ""), caret: head.length };
};
