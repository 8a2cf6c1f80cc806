// A pasted list: each line a task, what is indented a part of the line above, a ticked box a task that is done. Called by grammar.ts.
import type { Id } from "../../../domain/ids.ts";
import type { QuickAdd } from "../../../domain/language/quick-add.ts";
import { ask, countOf, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { exactTasks } from "../matching/find-task.ts";
import { bothValues, valuesAbove, valuesBelow } from "./list-values.ts";
import { type Item, readOutline } from "../reading/outline.ts";
import type { Rule, Scene } from "../scene.ts";
import { commandWith } from "./create-several/shared.ts";
import type { TaskCreate } from "./new-task.ts";

const maxLines = 50;

/** The words of a pasted line are a title, whatever they order. */
export const paste: Rule = (message, scene) => {
  if (!message.includes("\n")) return null;
  const lines = message.split(/\r?\n/).filter((line) => line.trim() !== "");
  const listed = withValues(lines, scene) ?? underTask(lines, scene);
  if (listed) return listed;
  const items = readOutline(message);
  return items === null ? null : createItems(items, scene);
};

/** What a line above or below a list says of all of it: "add to School, all due friday:", "all for Ali". */
const withValues = (lines: string[], scene: Scene): Interpretation | null => {
  const [first = "", ...rest] = lines;
  const above = valuesAbove(first.trim(), rest, scene);
  const below = valuesBelow(above ? rest : lines, scene);
  const shared = above ?? below;
  if (!shared) return null;
  const listed = (above ? rest : lines).slice(0, below ? -1 : undefined);
  const items = readOutline(["list:", ...listed].join("\n"));
  return (
    items &&
    createItems(items, scene, { values: above && below ? bothValues(above, below) : shared })
  );
};

const heading =
  /^(?:(?:please\s+)?(?:add|put|create)\s+)?(?:(?:sub-?\s?tasks?|steps|these|those|the\s+following|tasks|items|things)\s+)*(?:(?:to|under|for|in|of)\s+)?(.+?)\s*:$/iu;

/** "add to bake cake:" above a list: its lines are parts of that task. */
const underTask = (lines: string[], scene: Scene): Interpretation | null => {
  const [first = "", ...rest] = lines;
  const words = heading.exec(first.trim())?.[1];
  const [parent, more] = words === undefined ? [] : exactTasks(words, scene.open);
  const items = parent && !more ? readOutline(["list:", ...rest].join("\n")) : null;
  return items && parent ? createItems(items, scene, { parentId: parent.id }) : null;
};

type Shared = { parentId?: Id; values?: QuickAdd };

const createItems = (items: Item[], scene: Scene, shared: Shared = {}): Interpretation => {
  if (items.length > maxLines)
    return talk(`That is more than ${maxLines} tasks. Add them in smaller parts, please.`);
  const commands: TaskCreate[] = [];
  const above: Id[] = [];
  for (const [index, { text, depth, isDone }] of items.entries()) {
    const made = commandWith(text, shared.values ?? null, scene);
    if (!made.ok) return talk(`Line ${index + 1} cannot be a task: ${made.reason}`);
    const parentId = depth === 0 ? shared.parentId : above[depth - 1];
    above[depth] = made.command.taskId;
    const more = {
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
