// A list as the lines it is drawn of: headings, rows and what stands in a section beside them. Pure; called by views/list/rows.tsx.
import type { VisibleTask } from "../store/visible.ts";
import { branchOf, type Tree } from "../store/tree.ts";
import type { Section } from "./sections.ts";
import { listsWords } from "../words/lists.ts";

/** `at` of `of` is a row's place in its section. */
export type Row = { is: "row"; task: VisibleTask; depth: number; at: number; of: number };
export type Line =
  | { is: "head" }
  | Row
  | { is: "free" }
  | { is: "older" }
  /** The lines that add a task under a heading, and a heading. */
  | { is: "add" }
  | { is: "add section" };
export type Item = Line & { key: string; section: Section };

type Options = {
  /** Parts are drawn under their tasks. */
  tree: Tree | null;
  /** Sections that show no more than their heading. */
  folded: ReadonlySet<string>;
  /** There are older done tasks to fetch: offered in the section of done ones, or behind all when the list is of them alone. */
  hasOlder: boolean;
  /** The list is in sections of a project, which can have more of them. */
  addsSections?: boolean;
};

/** The rows of a section: its tasks, each with its parts. */
const rowsOf = ({ tasks }: Section, tree: Tree | null): Row[] => {
  const all = tree === null ? tasks.map(atTop) : tasks.flatMap((task) => branchOf(tree, task));
  return all.map((row, at) => ({ is: "row", ...row, at: at + 1, of: all.length }));
};

const atTop = (task: VisibleTask) => ({ task, depth: 0 });

/** Tasks that are drawn under another one of the list need no row of their own at the top. */
export const topOf = (tasks: readonly VisibleTask[], tree: Tree): VisibleTask[] => {
  const listed = new Set(tasks.map(({ id }) => id));
  return tasks.filter(
    (task) =>
      task.parentId === null ||
      !listed.has(task.parentId) ||
      !(tree.parts.get(task.parentId)?.includes(task) ?? false),
  );
};

const ended = (): Section => ({
  key: "ended",
  name: listsWords.sections.done,
  tone: "plain",
  tasks: [],
});

/** Every line of a list, in order. */
export const itemsOf = (sections: readonly Section[], options: Options): Item[] => {
  const all = linesOf(sections, options);
  if (!options.hasOlder || sections.some(({ tone }) => tone === "done")) return all;
  return [...all, { is: "older", key: "older", section: sections.at(-1) ?? ended() }];
};

/** Where there is no section yet. */
const first: Section = { key: "unheaded", name: "", tone: "plain", tasks: [] };

const linesOf = (sections: readonly Section[], options: Options): Item[] => {
  const open = sections.filter(({ tone }) => tone !== "done");
  const over = sections.filter(({ tone }) => tone === "done");
  const section = open.at(-1) ?? first;
  return [
    ...linesIn(open, options),
    ...(options.addsSections ? [{ is: "add section", key: "add section", section } as const] : []),
    ...linesIn(over, options),
  ];
};

/** A day without tasks is said to be free; a heading offers to add one. */
const isFree = ({ key, tone, heading, tasks }: Section): boolean =>
  tasks.length === 0 && tone !== "done" && heading === undefined && key !== first.key;

const linesIn = (sections: readonly Section[], options: Options): Item[] =>
  sections.flatMap((section) => {
    const { key, tone, tasks } = section;
    const isOpen = !options.folded.has(key);
    const offersOlder = options.hasOlder && tone === "done";
    if (tone === "done" && tasks.length === 0 && !offersOlder) return [];
    const rows = isOpen ? rowsOf(section, options.tree) : [];
    return [
      { is: "head", key: `head ${key}`, section } as const,
      ...rows.map((row) => ({ ...row, key: `${key} ${row.task.id}`, section })),
      ...(section.heading ? [{ is: "add", key: `add ${key}`, section } as const] : []),
      ...(isFree(section) ? [{ is: "free", key: `free ${key}`, section } as const] : []),
      ...(isOpen && offersOlder ? [{ is: "older", key: "older", section } as const] : []),
    ];
  });

/** The row of a task, by its place among the items; -1 when it has none. */
export const indexOfTask = (items: readonly Item[], taskId: string | null): number =>
  items.findIndex((item) => item.is === "row" && item.task.id === taskId);

/** The next row in a direction from an item; from outside of the list the first or the last one. Null at the end. */
export const stepFrom = (items: readonly Item[], from: number, step: 1 | -1): number | null => {
  const start = from < 0 ? (step === 1 ? -1 : items.length) : from;
  for (let at = start + step; at >= 0 && at < items.length; at += step)
    if (items[at]?.is === "row") return at;
  return null;
};

/** The tasks that have a row, in its order. */
export const rowIdsOf = (items: readonly Item[]): string[] =>
  items.flatMap((item) => (item.is === "row" ? [item.task.id] : []));

/** Those of the rows that are chosen. */
export const chosenOf = (items: readonly Item[], ids: ReadonlySet<string>): VisibleTask[] =>
  items.flatMap((item) => (item.is === "row" && ids.has(item.task.id) ? [item.task] : []));
