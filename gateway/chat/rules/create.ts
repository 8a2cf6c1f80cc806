// "create a task to …", "add …", "todo: …". Rule of the grammar.
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import type { Rule, Scene } from "../scene.ts";
import { explicit, linesOf, separate } from "./create-patterns.ts";
import { createCommand, type TaskCreate } from "./new-task.ts";

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

/** The task of one line; a question where the line names someone to do it. */
export const createOne = (line: string, scene: Scene): Interpretation => {
  const made = createCommand(line, scene);
  if (!made.ok) return talk(`${made.reason} For example “add buy milk tomorrow”.`);
  return { commands: [made.command] };
};

/** Offers one new task. */
export const offer = (question: string, command: TaskCreate): Interpretation =>
  ask(question, [
    { label: `Add ${quote(command.fields.title)}`, commands: [command] },
    { label: "No, leave it", commands: [] },
  ]);
