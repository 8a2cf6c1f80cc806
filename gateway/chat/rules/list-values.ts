// What a line above or below a pasted list says of all of it: "add to School, all due friday:", "all for Ali". Called by the paste rule.
import type { QuickAdd } from "../../../domain/language/quick-add.ts";
import { exactTasks } from "../matching/find-task.ts";
import { readHead, readShared } from "./create-several/shared.ts";
import { isImperative } from "../matching/task-verbs.ts";
import type { Scene } from "../scene.ts";
import { beginsOrder } from "../reading/order-parts.ts";

const ordersList = /^(?:please\s+)?(?:add|create|put|make|new|insert)(?![\p{L}])/iu;

/** Only where it says a value; a line without a colon has to order a list. A task of that title is a heading of parts. */
export const valuesAbove = (line: string, rest: string[], scene: Scene): QuickAdd | null => {
  const hasColon = line.endsWith(":");
  const words = line.replace(/\s*:$/u, "");
  if (rest.length === 0 || (!hasColon && !ordersList.test(words))) return null;
  const head = readHead(hasColon ? named(words, scene) : words, scene);
  if (!head || (!hasColon && !head.isPlural) || exactTasks(words, scene.open).length > 0)
    return null;
  return saysSomething(head.shared) ? head.shared : null;
};

/** "School:", "Ali:" */
const named = (words: string, { projects, people }: Scene): string =>
  projects.some((name) => isSame(name, words.replace(/^#/u, "")))
    ? `to ${words.replace(/^#/u, "")}`
    : people.some((name) => isSame(name, words))
      ? `for ${words}`
      : words;

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const ofAll =
  /^(?:(?:please|and)\s+)?(?:all|both|each(?:\s+one)?|every\s+one)(?:\s+of\s+(?:them|these|those))?[\s,:]+(.+?)[.!]*$/iu;

/** A last line that is no item, below bullets or below what begins with verbs that no order begins with. */
export const valuesBelow = (lines: string[], scene: Scene): QuickAdd | null => {
  const words = lines.length < 3 ? undefined : ofAll.exec(lines.at(-1)?.trim() ?? "")?.[1];
  const shared = words === undefined ? null : readShared(words, scene);
  const areItems = lines
    .slice(0, -1)
    .every(
      (line) =>
        /^\s*(?:[-*•–]|\d{1,2}[.)]|\[.?\])\s/u.test(line) ||
        (isImperative(line.trim()) && !beginsOrder(line.trim())),
    );
  return shared && areItems && saysSomething(shared) ? shared : null;
};

const saysSomething = ({ tokens, project }: QuickAdd): boolean =>
  tokens.length > 0 || project !== null;

/** The values of both lines; those above win. */
export const bothValues = (above: QuickAdd, below: QuickAdd): QuickAdd => ({
  ...below,
  project: above.project ?? below.project,
  assignee: above.assignee ?? below.assignee,
  due: above.due ?? below.due,
  priority: above.priority ?? below.priority,
  tags: [...above.tags, ...below.tags],
});
