// "create a task to …", "add …", "todo: …", and plain "buy milk tomorrow". Rules of the grammar.
import { findNotYet, type NotYet } from "../../../domain/language/not-yet.ts";
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import type { Rule, Scene } from "../scene.ts";
import { createCommand, describe, type TaskCreate } from "./new-task.ts";
import { isImperative, isStatement } from "./task-verbs.ts";

const noun = "(?:tasks?|to-?\\s?dos?|items?|entry|things?\\s+to\\s+do|card|ticket)";
const mark = "(?:[#@]\\S+|p[1-4]|(?:high|low|medium|top)[\\s-]priority|urgent|important)";
const list =
  "(?:my|the|our|a)?\\s*(?:(?:to-?\\s?do|task|tasks|todo)\\s*)?(?:list|tasks|todos|to-dos)";
const named =
  "(?:to|called|named|titled|saying|that\\s+says|about|for\\s+me\\s+to|that\\s+i\\s+(?:have|need)\\s+to|reading|which\\s+says)";

/** Patterns with the marks before the noun ("a p1 task") as first group and the line as second. */
const explicit = [
  new RegExp(
    `^(?:create|add|make|set\\s+up|enter|log|register|capture|insert|open|start|give\\s+me|put\\s+in|put\\s+down|jot\\s+down|note\\s+down|note|write\\s+down|schedule|plan)\\s+(?:me\\s+)?(?:an?\\s+|another\\s+|the\\s+|one\\s+(?:more\\s+)?|my\\s+)?(?:new\\s+)?((?:${mark}\\s+)*)(?:new\\s+)?${noun}(?:\\s+(?:on|to|in|for)\\s+${list})?\\s*(?:${named}(?=\\s|:)|[:\\-–—,])?\\s*:?\\s*(.+)$`,
    "iu",
  ),
  new RegExp(`^(?:a\\s+)?new\\s+()(?:${noun})\\s*(?:${named}(?=\\s)|[:\\-–—,])?\\s*(.+)$`, "iu"),
  new RegExp(
    `^()(?:new|task|to-?\\s?do|add|create|note(?:\\s+to\\s+self)?|memo)\\s*[:\\-–—]\\s*(.+)$`,
    "iu",
  ),
  new RegExp(
    `^(?:add|put|get|stick|throw|write|place)\\s+()(.+?)\\s+(?:to|on|onto|in|into)\\s+${list}$`,
    "iu",
  ),
  new RegExp(`^(?:add|put|write|place)\\s+(?:to|on)\\s+${list}\\s*:?\\s+()(.+)$`, "iu"),
  /^(?:add|create|todo|to-do)\s+()(.+)$/iu,
  /^()(?:i|we)?\s*(?:['’]ve|\s*have|\s*need|\s*ought|\s*want|['’]d\s+like|\s*would\s+like|['’]ve\s+got|\s*have\s+got)\s+to\s+(.+)$/iu,
  /^()(?:i|we)\s+(?:must|should|gotta|better|had\s+better|['’]d\s+better|shall|will|am\s+going\s+to|really\s+should)\s+(?:not\s+forget\s+to\s+)?(.+)$/iu,
  /^()(?:gotta|gonna|must|should)\s+(.+)$/iu,
  /^()(?:don['’]?t\s+(?:let\s+me\s+)?forget|do\s+not\s+(?:let\s+me\s+)?forget|remember|make\s+sure)\s+(?:that\s+i\s+|i\s+|to\s+|about\s+)(.+)$/iu,
];

/** An explicit order to add something. */
export const create: Rule = (said, scene) => {
  const lines = linesOf(said);
  if (lines) return createAll(lines, scene);
  for (const pattern of explicit) {
    const [, marks = "", line = ""] = pattern.exec(said) ?? [];
    if (line.trim() === "") continue;
    const parts = separate(line);
    return parts ? createAll(parts, scene) : createOne(toMark(`${line} ${marks}`.trim()), scene);
  }
  return /^(?:create|add|new|make)(?:\s+an?)?(?:\s+new)?(?:\s+(?:task|to-?do|todo|item))?$/i.test(
    said,
  )
    ? talk("What shall I add? For example “add buy milk tomorrow”.")
    : null;
};

/** "add milk to #shopping": the small word goes with the label. */
const toMark = (line: string): string =>
  line.replace(/\s+(?:to|in|into|under)\s+(?=#[^\s]*\p{L})/iu, " ");

const bullet = /^\s*(?:[-*•–]|\d{1,2}[.)]|\[ ?\])\s+/u;

/** Pasted lines: each a task when they are a list, or follow an "add:". */
const linesOf = (said: string): string[] | null => {
  const lines = said
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length < 2) return null;
  const isHeaded = /^(?:add|create|new|todos?|to-?dos?|tasks?|please add)\b[^:]{0,40}:$/i.test(
    lines[0] ?? "",
  );
  const items = isHeaded ? lines.slice(1) : lines;
  if (!isHeaded && !items.every((line) => bullet.test(line))) return null;
  return items.map((line) => line.replace(bullet, ""));
};

/** "milk, eggs and bread as separate tasks" */
const separate = (line: string): string[] | null => {
  const all =
    /^(.+?)\s+as\s+(?:separate|individual|different|single|\S+\s+separate)\s+(?:tasks|items|todos|to-dos)$/iu.exec(
      line,
    )?.[1];
  return all ? all.split(/\s*(?:,\s*and\s+|,|;|\sand\s)\s*/iu).filter(Boolean) : null;
};

const createAll = (lines: string[], scene: Scene): Interpretation => {
  const made = lines.map((line) => createCommand(line, scene));
  const wrong = made.findIndex((one) => !one.ok);
  if (wrong >= 0)
    return talk(
      `Line ${wrong + 1} cannot be a task: ${made[wrong]?.ok === false ? made[wrong].reason : ""}`,
    );
  const commands = made.flatMap((one) => (one.ok ? [one.command] : []));
  if (commands.length <= 5) return { commands };
  if (commands.length > 50)
    return talk("That is more than 50 tasks. Add them in smaller parts, please.");
  return ask(`This will add ${commands.length} tasks. Go ahead?`, [
    { label: `Yes, add ${commands.length} tasks`, commands },
    { label: "No, leave it", commands: [] },
  ]);
};

const createOne = (line: string, scene: Scene): Interpretation => {
  const missing = findNotYet(line);
  if (missing.length > 0) return offerWithout(line, missing, scene);
  const made = createCommand(line, scene);
  return made.ok
    ? { commands: [made.command] }
    : talk(`${made.reason} For example “add buy milk tomorrow”.`);
};

const names = { recurrence: "Repeating tasks", reminder: "Reminders", assignee: "Assigning tasks" };

/** Never drops words silently: says what is not there yet and offers the task without it. */
const offerWithout = (line: string, missing: NotYet[], scene: Scene): Interpretation => {
  const what = [...new Set(missing.map((one) => names[one.what]))].join(" and ");
  const made = createCommand(missing.toReversed().reduce(once, line), scene);
  if (!made.ok) return talk(`${what} are not there yet.`);
  return offer(
    `${what} are not there yet. Shall I add ${describe(made.command, scene)} without?`,
    made.command,
  );
};

/** "every monday at 7" once is "monday at 7"; "every day" once is nothing. */
const once = (line: string, { what, start, end, text }: NotYet): string => {
  const day =
    /(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)(?![a-z]).*|\bat\s+\d.*/iu.exec(
      text,
    )?.[0] ?? "";
  const left = what === "recurrence" && !/,|\sand\s/.test(day) ? day : "";
  return `${line.slice(0, start)}${left}${line.slice(end)}`;
};

const offer = (question: string, command: TaskCreate): Interpretation =>
  ask(question, [
    { label: `Add ${quote(command.fields.title)}`, commands: [command] },
    { label: "No, leave it", commands: [] },
  ]);

const reminding =
  /^(?:(?:set|create|add|make)\s+(?:me\s+)?(?:a\s+)?reminder\s+(?:to|for|about|that)?|remind\s+me\s+(?:again\s+)?(?:to|about|of|that)?|reminder\s*:?(?:\s+to)?)\s*(.+)$/iu;

/** "remind me to call mum at 6": there is no alert yet, and a task without one is not what was asked for. */
export const remind: Rule = (said, scene) => {
  const line = reminding.exec(said)?.[1];
  if (!line) return null;
  const made = createCommand(line, scene);
  if (!made.ok) return talk("Reminders are not there yet.");
  return offer(
    `Reminders are not there yet: I can add ${describe(made.command, scene)}, but nothing will alert you. Shall I?`,
    made.command,
  );
};

/**
 * Plain words. A todo list's user who types "buy milk tomorrow" wants it added: an imperative or a phrase with a date, a
 * label or a priority is a task. A question or a statement about the world is not.
 */
export const createPlain: Rule = (said, scene) => {
  if (said.includes("?") || isStatement(said)) return null;
  const { tokens, title } = scene.quickAdd(said);
  const hasMark = tokens.length > 0 && title !== "" && /\p{L}{2}/u.test(title);
  return hasMark || (isImperative(said) && /\s/.test(said)) ? createOne(said, scene) : null;
};
