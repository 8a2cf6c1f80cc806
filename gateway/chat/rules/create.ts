// "create a task to …", "add …", "todo: …". Rule of the grammar.
import { findNotYet, type NotYet } from "../../../domain/language/not-yet.ts";
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import type { Rule, Scene } from "../scene.ts";
import { explicit, linesOf, separate } from "./create-patterns.ts";
import { createCommand, describe, type TaskCreate } from "./new-task.ts";

const nothing =
  /^(?:create|add|new|make)(?:\s+an?(?:other)?|\s+one)?(?:\s+new)?(?:\s+(?:task|to-?do|todo|item))?$/iu;

/** An explicit order to add something. */
export const create: Rule = (said, scene) => {
  if (nothing.test(said)) return talk("What shall I add? For example “add buy milk tomorrow”.");
  const lines = linesOf(said);
  if (lines) return createAll(lines, scene);
  for (const pattern of explicit) {
    const [, marks = "", line = ""] = pattern.exec(said) ?? [];
    if (line.trim() === "") continue;
    const parts = separate(line);
    return parts ? createAll(parts, scene) : createOne(toMark(`${line} ${marks}`.trim()), scene);
  }
  return null;
};

/** "add milk to #shopping": the small word goes with the label. "to my list" says nothing. */
const toMark = (line: string): string =>
  line
    .replace(/\s+(?:to|on|onto)\s+(?:my|the)\s+(?:to-?do\s+|task\s+)?list(?=\s)(?!\s+of\s)/iu, "")
    .replace(/\s+(?:to|in|into|under)\s+(?=#[^\s]*\p{L})/iu, " ");

const maxLines = 50;

const createAll = (lines: string[], scene: Scene): Interpretation => {
  if (lines.length > maxLines) {
    return talk(`That is more than ${maxLines} tasks. Add them in smaller parts, please.`);
  }
  const made = lines.map((line) => createCommand(line, scene));
  const wrong = made.findIndex((one) => !one.ok);
  if (wrong >= 0)
    return talk(
      `Line ${wrong + 1} cannot be a task: ${made[wrong]?.ok === false ? made[wrong].reason : ""}`,
    );
  const commands = made.flatMap((one) => (one.ok ? [one.command] : []));
  if (commands.length <= 5) return { commands };
  return ask(`This will add ${commands.length} tasks. Go ahead?`, [
    { label: `Yes, add ${commands.length} tasks`, commands },
    { label: "No, leave it", commands: [] },
  ]);
};

/** The task of one line; a question where the line asks for what is not there yet. */
export const createOne = (line: string, scene: Scene): Interpretation => {
  const missing = findNotYet(line);
  if (missing.length > 0) return offerWithout(line, missing, scene);
  const made = createCommand(line, scene);
  return made.ok
    ? { commands: [made.command] }
    : talk(`${made.reason} For example “add buy milk tomorrow”.`);
};

const names = { recurrence: "Repeating tasks", reminder: "Reminders", assignee: "Assigned tasks" };

/** Never drops words silently: says what is not there yet and offers the task without it. */
const offerWithout = (line: string, missing: NotYet[], scene: Scene): Interpretation => {
  const what = [...new Set(missing.map((one) => names[one.what]))].join(" and ");
  const made = createCommand(missing.toReversed().reduce(once, line), scene);
  if (!made.ok) return talk(`${what} are not there yet.`);
  const how = missing.some((one) => one.what === "recurrence") ? "once" : "without that";
  return offer(
    `${what} are not there yet. Shall I add ${describe(made.command, scene)} ${how}?`,
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

/** Offers one new task. */
export const offer = (question: string, command: TaskCreate): Interpretation =>
  ask(question, [
    { label: `Add ${quote(command.fields.title)}`, commands: [command] },
    { label: "No, leave it", commands: [] },
  ]);
