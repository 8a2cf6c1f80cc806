// A pasted list: each line a task, what is indented a part of the line above, a ticked box a task that is done. Called by grammar.ts.
import type { Id } from "../../../domain/ids.ts";
import { ask, countOf, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { exactTasks } from "../matching/find-task.ts";
import { type Item, readOutline } from "../reading/outline.ts";
import type { Rule, Scene } from "../scene.ts";
import { createCommand, type TaskCreate } from "./new-task.ts";

const maxLines = 50;

/** The words of a pasted line are a title, whatever they order. */
export const paste: Rule = (message, scene) => {
  if (!message.includes("\n")) return null;
  const under = underTask(message, scene);
  if (under) return under;
  const items = readOutline(message);
  return items === null ? null : createItems(items, scene);
};

const heading =
  /^(?:(?:please\s+)?(?:add|put|create)\s+)?(?:(?:these|those|the\s+following|my|some)(?:\s+(?:tasks|things|items|to-?dos))?\s+|(?:these\s+|the\s+following\s+)?(?:sub-?\s?tasks?|steps|tasks|items|things)\s+)?(?:(?:to|under|for|in|of)\s+)?(.+?)\s*:$/iu;

/** "add to bake cake:" above a list: its lines are parts of that task. */
const underTask = (message: string, scene: Scene): Interpretation | null => {
  const [first = "", ...rest] = message.split(/\r?\n/).filter((line) => line.trim() !== "");
  const words = heading.exec(first.trim())?.[1];
  const project = words === undefined ? undefined : projectNamed(words, scene);
  const listed = project === undefined ? null : readOutline(["list:", ...rest].join("\n"));
  if (listed) return createItems(listed, scene, { project });
  const [parent, more] = words === undefined ? [] : exactTasks(words, scene.open);
  const items = parent && !more ? readOutline(["list:", ...rest].join("\n")) : null;
  return items && parent ? createItems(items, scene, { parentId: parent.id }) : null;
};

const projectNamed = (words: string, { projects }: Scene): string | undefined => {
  const name = words.replace(/^(?:the\s+|my\s+)?#?/iu, "").replace(/\s+(?:project|list)$/iu, "");
  return projects.find((one) => one.toLowerCase() === name.toLowerCase());
};

type Shared = { parentId?: Id; project?: string | undefined };

const createItems = (items: Item[], scene: Scene, shared: Shared = {}): Interpretation => {
  if (items.length > maxLines)
    return talk(`That is more than ${maxLines} tasks. Add them in smaller parts, please.`);
  const commands: TaskCreate[] = [];
  const above: Id[] = [];
  for (const [index, { text, depth, isDone }] of items.entries()) {
    const made = createCommand(text, scene);
    if (!made.ok) return talk(`Line ${index + 1} cannot be a task: ${made.reason}`);
    const parentId = depth === 0 ? shared.parentId : above[depth - 1];
    above[depth] = made.command.taskId;
    const more = {
      ...(shared.project === undefined ? {} : { project: shared.project }),
      ...(parentId ? { parentId } : {}),
      ...(isDone ? { status: "done" as const } : {}),
    };
    commands.push({ ...made.command, fields: { ...made.command.fields, ...more } });
  }
  return orAsk(commands);
};

/** More than five new tasks want a yes. */
export const orAsk = (commands: TaskCreate[]): Interpretation =>
  commands.length <= 5
    ? { commands }
    : ask(`This will add ${countOf(commands.length)}. Go ahead?`, [
        { label: `Yes, add ${countOf(commands.length)}`, commands },
        { label: "No, leave it", commands: [] },
      ]);
