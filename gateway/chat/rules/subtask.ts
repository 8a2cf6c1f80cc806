// "add subtask buy flour to bake cake", "break X into a, b and c", "make X a subtask of Y". Rule of the grammar.
import type { TaskCommand } from "../../../domain/command.ts";
import type { Task } from "../../../domain/task.ts";
import { act, actOn } from "../act.ts";
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { exactTasks } from "../matching/find-task.ts";
import { findTargets } from "../pointing/targets.ts";
import type { Rule, Scene } from "../scene.ts";
import { childrenOf, itemsOf, parentsIn } from "./parts.ts";
import { createCommand } from "./new-task.ts";

const noun = "(?:sub-?\\s?tasks?|steps?|child(?:ren)?(?:\\s+tasks?)?|sub-?\\s?items?)";
const make = "(?:add|create|make|put|new|insert|append|give\\s+me)";
const some =
  "(?:an?\\s+|the\\s+|new\\s+|some\\s+|another\\s+|following\\s+|these\\s+|two\\s+|three\\s+|\\d+\\s+)*";
const under = "(?:to|for|of|under|in|on|into|inside|beneath)";
const stop = "\\s*(?::|\\s[-–—]\\s)\\s*";

/** Parent first, items after a colon. */
const listed = [
  new RegExp(
    `^(?:${make}\\s+)?${some}${noun}\\s+${under}\\s+(?<parent>.+?)${stop}(?<items>.+)$`,
    "isu",
  ),
  new RegExp(
    `^(?:under|beneath|below|in|to)\\s+(?<parent>.+?)\\s*[,:]?\\s+add\\s*(?:${some}${noun})?\\s*:?\\s+(?<items>.+)$`,
    "isu",
  ),
  new RegExp(`^(?:under|beneath|below)\\s+(?<parent>.+?)\\s*:\\s*(?<items>.+)$`, "isu"),
  new RegExp(
    `^(?<parent>.+?)\\s*[:,]\\s*(?:${make}\\s+)?${some}${noun}\\s*:?\\s+(?<items>.+)$`,
    "isu",
  ),
  new RegExp(
    `^(?:break|split|divide|chop)\\s+(?:up\\s+|down\\s+)?(?<parent>.+?)\\s+(?:up\\s+|down\\s+)?(?:into|in|to)\\s*:?\\s*(?:${some}${noun}\\s*:?\\s*)?(?<items>.+)$`,
    "isu",
  ),
  new RegExp(
    `^(?:break|split|divide)\\s+(?:up\\s+|down\\s+)?(?<parent>.+?)\\s*:\\s*(?<items>.+)$`,
    "isu",
  ),
  new RegExp(
    `^(?<parent>.+?)\\s+(?:needs?|has|requires|consists\\s+of|includes)\\s+${some}${noun}\\s*:\\s*(?<items>.+)$`,
    "isu",
  ),
  new RegExp(
    `^(?:give|add\\s+to)\\s+(?<parent>.+?)\\s+${some}${noun}\\s*:?\\s+(?<items>.+)$`,
    "isu",
  ),
];
/** Items first: where the item ends is found by the parent that is known. */
const inline = [
  new RegExp(
    `^${make}\\s+(?<both>.+?\\s+${under}\\s+.+?)(?=\\s+as\\s+(?:an?\\s+)?${noun}$)`,
    "isu",
  ),
  new RegExp(`^(?:${make}\\s+)?${some}${noun}\\s*:?\\s+(?<both>.+)$`, "isu"),
  new RegExp(`^(?:${make}\\s+)(?<both>.+?\\s+as\\s+(?:an?\\s+)?${noun}\\s+${under}\\s+.+)$`, "isu"),
  /^(?:add|put|create|insert)\s+(?<both>.+?\s+(?:under|beneath|below|underneath|inside)\s+.+)$/isu,
];
const within = new RegExp(
  `\\s+(?:as\\s+(?:an?\\s+)?${noun}\\s+${under}|under|beneath|below|underneath|inside|to|for|of|in|on)\\s+`,
  "giu",
);

export const subtask: Rule = (said, scene) =>
  reparent(said, scene) ?? addListed(said, scene) ?? addInline(said, scene);

const addListed: Rule = (said, scene) => {
  for (const pattern of listed) {
    const { parent, items } = pattern.exec(said)?.groups ?? {};
    if (!parent || !items) continue;
    const isPlain = !new RegExp(noun, "iu").test(said);
    const isMissing = ["none", "alike"].includes(findTargets(parent, scene.open, scene).is);
    // "split the bill into two", "in the shed add a lamp": without the word, only under a task that is there.
    if ((isPlain || /^(?:give|add\s+to)\s/iu.test(said)) && isMissing) continue;
    const isSeveral =
      isPlain || !/\b(?:a|an|another|the|new)?\s*(?:sub-?\s?task|step)\b(?!s)/iu.test(said);
    return addTo(parent, itemsOf(items, isSeveral), scene);
  }
  return null;
};

const addInline: Rule = (said, scene) => {
  for (const pattern of inline) {
    const both = pattern.exec(said)?.groups?.["both"];
    if (!both) continue;
    const splits = parentsIn(both, within, scene);
    const [best] = splits;
    const isPlain = !new RegExp(noun, "iu").test(said);
    const isLabel = best !== undefined && /^(?:#|project\s)/iu.test(best.parent);
    if (isPlain && (!best || best.rank > 2 || isLabel)) continue;
    if (!best) return addTo("it", [both], scene);
    const isSeveral = new RegExp(`^(?:${make}\\s+)?${some}(?:sub-?\\s?tasks|steps)\\b`, "iu").test(
      said,
    );
    const items = itemsOf(best.item, isSeveral).map((item) => `${item} ${best.marks}`.trim());
    return addTo(best.parent, items, scene);
  }
  return null;
};

const addTo = (parent: string, items: string[], scene: Scene): Interpretation => {
  const named = items.map((item) => item.replace(/^(?:called|named|titled)\s+/iu, ""));
  const made = named.map((item) => createCommand(item, scene));
  const wrong = made.find((one) => !one.ok);
  if (wrong?.ok === false)
    return talk(`${wrong.reason} For example “add subtask buy flour to bake cake”.`);
  const commandsFor = (task: Task): TaskCommand[] =>
    made.flatMap((one) =>
      one.ok ? [{ ...one.command, fields: { ...one.command.fields, parentId: task.id } }] : [],
    );
  const targets = findTargets(parent, scene.open, scene);
  const phrase = (what: string) =>
    `add ${items.length === 1 ? quote(items[0] ?? "") : `${items.length} subtasks`} to ${what}`;
  const [only] = targets.is === "found" ? targets.tasks : [];
  if (targets.is === "found" && targets.tasks.length > 1)
    return talk("One task at a time, please: under which of them?");
  if (only && items.length > 5)
    return actOn([only], true, scene, { phrase, confirms: true, commandsFor });
  return act(parent, scene.open, scene, { phrase, commandsFor });
};

const reparenting = [
  new RegExp(
    `^(?:make|turn|set|mark)\\s+(?<words>.+?)\\s+(?:into\\s+|to\\s+be\\s+|as\\s+)?(?:an?\\s+)?${noun}\\s+(?:of|for|under)\\s+(?<parent>.+)$`,
    "iu",
  ),
  /^(?:move|nest|put|file)\s+(?<words>.+?)\s+(?:under|beneath|below|underneath)\s+(?<parent>.+)$/iu,
];
const detaching = [
  /^(?:make|turn|set)\s+(?<words>.+?)\s+(?:into\s+|as\s+)?(?:an?\s+)?(?:top[\s-]level|stand-?\s?alone|independent|separate)(?:\s+task)?$/iu,
  new RegExp(
    `^(?:make|turn)\\s+(?<words>.+?)\\s+(?:no\\s+longer|not)\\s+(?:an?\\s+)?${noun}.*$`,
    "iu",
  ),
];

/** "make milk a subtask of bake cake" */
const reparent: Rule = (said, scene) => {
  for (const pattern of detaching) {
    const words = pattern.exec(said)?.groups?.["words"];
    if (words) return putUnder(words, null, scene);
  }
  for (const pattern of reparenting) {
    const { words, parent } = pattern.exec(said)?.groups ?? {};
    const isProject = scene.projects.some((one) => one.toLowerCase() === parent?.toLowerCase());
    if (
      !words ||
      !parent ||
      parent.startsWith("#") ||
      (isProject && exactTasks(parent, scene.open).length === 0)
    )
      continue;
    const targets = findTargets(parent, scene.open, scene);
    const [only] = targets.is === "found" ? targets.tasks : [];
    if (only && targets.is === "found" && targets.tasks.length === 1)
      return putUnder(words, only, scene);
    if (targets.is === "none") return null;
    const moved = findTargets(words, scene.open, scene);
    const [one] = moved.is === "found" ? moved.tasks : [];
    if (!one || targets.is === "found" || targets.is === "unclear")
      return talk("Under which task? Say its title.");
    return ask(
      "Under which one?",
      targets.tasks.slice(0, 8).map((task) => ({
        label: task.title,
        commands: [{ type: "task.patch", taskId: one.id, changes: { parentId: task.id } }],
      })),
    );
  }
  return null;
};

const putUnder = (words: string, parent: Task | null, scene: Scene): Interpretation => {
  const pool = scene.open.filter((task) => task !== parent && !isAbove(task, parent, scene));
  return act(words, pool, scene, {
    phrase: (what) =>
      parent ? `put ${what} under ${quote(parent.title)}` : `put ${what} on its own`,
    commandsFor: ({ id }) => [
      { type: "task.patch", taskId: id, changes: { parentId: parent?.id ?? null } },
    ],
  });
};

/** A task is never put under one of its own parts. */
const isAbove = (task: Task, parent: Task | null, scene: Scene): boolean => {
  for (let at = parent; at !== null;) {
    const above = at.parentId;
    if (above === task.id) return true;
    at = scene.alive.find(({ id }) => id === above) ?? null;
  }
  return false;
};

const asking = new RegExp(
  `^(?:what(?:['’]?s|\\s+is|\\s+are)?|show(?:\\s+me)?|list|which|how\\s+many|any)?\\s*(?:the\\s+|all\\s+)?(?:open\\s+)?${noun}\\s+(?:of|for|under|in|does|do|are\\s+in|are\\s+there\\s+(?:in|for|under))\\s+(?<words>.+?)(?:\\s+have)?\\s*\\??$`,
  "iu",
);
const askingUnder =
  /^(?:what(?:['’]?s|\s+is|\s+are)?|show(?:\s+me)?|list)\s+(?:under|inside|part\s+of)\s+(?<words>.+?)\s*\??$/iu;

/** "subtasks of bake cake?" */
export const listParts: Rule = (said, scene) => {
  const words = (asking.exec(said) ?? askingUnder.exec(said))?.groups?.["words"];
  if (!words || words.includes(":")) return null;
  const targets = findTargets(words, scene.alive, scene);
  const [only] = targets.is === "found" ? targets.tasks : [];
  if (!only) return null;
  const parts = childrenOf(only, scene);
  const kind = /^how\s+many/iu.test(said) ? "count" : "list";
  const head =
    parts.length === 0
      ? `${quote(only.title)} has no subtasks.`
      : `${parts.length} ${parts.length === 1 ? "subtask" : "subtasks"} of ${quote(only.title)}.`;
  return { commands: [], answer: { kind, taskIds: parts.map(({ id }) => id), text: head } };
};
