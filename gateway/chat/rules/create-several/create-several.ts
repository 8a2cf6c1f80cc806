// Several new tasks in one sentence: "a, b and c as separate tasks for friday", "three things to shopping: a, b, c". Called by grammar.ts.
import type { QuickAdd } from "../../../../domain/language/quick-add.ts";
import { mentionsOf } from "../../frame/mentions-of.ts";
import { ask, countOf, quote, talk } from "../../asking.ts";
import type { Interpretation } from "../../interpretation.ts";
import { exactTasks } from "../../matching/find-task.ts";
import { numberOf } from "../../matching/ordinals.ts";
import { beginsOrder } from "../../reading/order-parts.ts";
import type { Rule, Scene } from "../../scene.ts";
import { createOne } from "../create.ts";
import type { TaskCreate } from "../new-task.ts";
import { orAsk } from "../paste.ts";
import { isImperative } from "../../matching/task-verbs.ts";
import { commasIn, itemsIn } from "./items.ts";
import { another, apartIn, aTask, forEach, one, opening, quick, together } from "./patterns.ts";
import { commandWith, readHead, readShared } from "./shared.ts";

/** Null where nothing says that there are several. */
export const createSeveral: Rule = (said, scene) => {
  if (!quick.test(said) || /[?]|^remind\s/iu.test(said)) return null;
  return (
    asOne(said, scene) ??
    oneByOne(said, scene) ??
    headed(said, scene) ??
    separated(said, scene) ??
    sharing(said, scene)
  );
};

/** "milk, eggs and bread as one task" */
const asOne: Rule = (said, scene) => {
  const match = together.exec(said);
  const line = match ? said.slice(0, match.index).replace(opening, "") : "";
  if (!match || line === "" || said.slice(match.index + match[0].length).includes(":")) return null;
  return createOne(
    `${line}${said.slice(match.index + match[0].length).replace(/^[),]+/u, "")}`,
    scene,
  );
};

/** "two tasks, one to renew the insurance and one to book the tyres" */
const oneByOne: Rule = (said, scene) => {
  const alone = aTask.exec(said)?.groups?.["items"]?.split(another) ?? [];
  if (alone.length > 1) return createAll(alone, null, scene);
  const groups = one.exec(said)?.groups;
  const each = groups?.["items"]?.split(another) ?? [];
  const head = each.length > 1 ? readHead(groups?.["head"] ?? "", scene) : null;
  return head?.isPlural ? createAll(each, head.shared, scene) : null;
};

/** "add these to School: a, b", "two tasks for friday - a and b" */
const headed: Rule = (said, scene) => {
  for (const mark of said.matchAll(/\s*:\s+|\s+[–—-]+\s+|,\s+|\s+(?=\(?1[.)]\s)/gu)) {
    const head = readHead(said.slice(0, mark.index), scene);
    if (!head) break;
    const isClear =
      /[:–—-]/u.test(mark[0]) || mark[0].trim() === "" || (head.count !== null && head.hasVerb);
    const rest = said.slice(mark.index + mark[0].length);
    const isList = head.isPlural || (head.hasVerb && /^\(?1[.)]\s/u.test(rest));
    if (!isClear || !isList) continue;
    const items = itemsIn(rest);
    if (!head.hasVerb && items.some((item) => exactTasks(item, scene.open).length > 0)) return null;
    return listed(rest, head.count, head.shared, scene);
  }
  return listedFor(said, scene);
};

/** "separate tasks for glue, paper and tape" */
const listedFor: Rule = (said, scene) => {
  const words = forEach.flatMap((rule) => rule.exec(said)?.groups?.["items"] ?? [])[0];
  if (words === undefined) return null;
  const { line, shared } = ofAll(words, scene);
  return listed(line, null, readShared(shared, scene), scene);
};

/** No item: an order of its own stands in it. */
const order = /(?:^|\s(?:and|then|also)\s+|[.;]\s+)(?:add|create|remind\s+me)\s/iu;

/** "a, b and c for friday as separate tasks, all p1" */
const separated: Rule = (said, scene) => {
  const found = apartIn(said);
  if (!found) return null;
  const { line, shared: before } = ofAll(said.slice(0, found.start), scene);
  const [, top = "", below = ""] = /^(.*?):\s+(.+)$/u.exec(line) ?? [];
  const above = below === "" ? null : readHead(top, scene);
  const items = above ? below : line.replace(opening, "");
  const each = itemsIn(items);
  if (each.length < 2 || each.some((item) => order.test(item))) return null;
  const after = said.slice(found.end).replace(/^[\s,).:;–—-]+|\)$/gu, "");
  const shared = readShared(`${before} ${after}`.trim(), scene);
  if (!shared && beginsOrder(after.replace(/^(?:and|then|also)\s+/iu, ""))) return null;
  if (!shared) return unsure(each, scene);
  const all = above && saysSomething(above.shared) ? above.shared : shared;
  return listed(items, found.count === null ? null : numberOf(found.count), all, scene);
};

const saysSomething = ({ tokens, project }: QuickAdd): boolean =>
  tokens.length > 0 || project !== null;

/** "a, b and c for friday", "… to School", "… on my list": a value behind a small word at the end is said of all. */
const ofAll = (said: string, scene: Scene): { line: string; shared: string } => {
  const bare = said.replace(
    /\s+(?:on|onto|to)\s+(?:my|the|our)\s+(?:(?:to-?\s?do|task|todo|shopping)\s+)?list$/iu,
    "",
  );
  const [tail = "", words = ""] =
    /\s+((?:for|by|due|in|to|under|into)\s+[^,]{2,30})$/iu.exec(bare) ?? [];
  const shared = words === "" ? null : readShared(words, scene);
  const isSaid = shared && saysSomething(shared);
  return isSaid ? { line: bare.slice(0, -tail.length), shared: words } : { line: bare, shared: "" };
};

/** "call Bob, email Jo and buy stamps, all tomorrow": new tasks where each begins with its verb and none is on the list. */
const sharing: Rule = (said, scene) => {
  const [, line = "", words = ""] =
    /^(.+?)[\s,–—-]+(?:all|both|each)\s+(?:of\s+them\s+)?(.{2,60})$/iu.exec(said) ?? [];
  const shared = line === "" ? null : readShared(words, scene);
  if (!shared || !saysSomething(shared)) return null;
  const items = itemsIn(line.replace(/^(?:please\s+)?(?:add|create|new)\s+/iu, ""));
  const areNew = items.every(
    (item) =>
      isImperative(item) && item.includes(" ") && mentionsOf(item, scene.alive, scene).length === 0,
  );
  return items.length > 1 && areNew ? createAll(items, shared, scene) : null;
};

const listed = (
  words: string,
  count: number | null,
  shared: QuickAdd | null,
  scene: Scene,
): Interpretation | null => {
  const items = itemsIn(words);
  if (items.length < 2) return null;
  if (count === null || items.length === count) return createAll(items, shared, scene);
  const fewer = commasIn(words);
  if (fewer.length === count) return createAll(fewer, shared, scene);
  return talk(
    `You said ${count}, and I count ${items.length}: ${items.map(quote).join(", ")}. Say them one a line, please.`,
  );
};

/** They are several, and what is said of all is not understood. */
const unsure = (items: string[], scene: Scene): Interpretation => {
  const made = createAll(items, null, scene);
  const commands =
    made.commands.length > 0 ? made.commands : (made.ask?.choices[0]?.commands ?? []);
  if (commands.length === 0) return made;
  return ask(
    `Shall I add ${countOf(commands.length)}: ${items.map(quote).join(", ")}? I did not understand the rest.`,
    [
      { label: `Yes, add ${countOf(commands.length)}`, commands },
      { label: "No, leave it", commands: [] },
    ],
  );
};

const maxTasks = 50;

const createAll = (lines: string[], shared: QuickAdd | null, scene: Scene): Interpretation => {
  if (lines.length > maxTasks)
    return talk(`That is more than ${maxTasks} tasks. Add them in smaller parts, please.`);
  const commands: TaskCreate[] = [];
  for (const [index, line] of lines.entries()) {
    const made = commandWith(line, shared, scene);
    if (!made.ok) return talk(`Line ${index + 1} cannot be a task: ${made.reason}`);
    commands.push(made.command);
  }
  return orAsk(commands);
};
