// What is told of a task, then an order on "it": "braun's invoice went out, mark it done". Called by grammar.ts.
import { isTaskCommand } from "../../../domain/command.ts";
import type { Task } from "../../../domain/task.ts";
import { isGuess } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findMentions, type Mention } from "../reading/mention.ts";
import { isImperative } from "../matching/task-verbs.ts";
import type { Scene } from "../scene.ts";

const it = /(?<![\p{L}])(?:it|that|this|them|that\s+one)(?![\p{L}])/iu;
const told =
  /^(.{4,100})(?:\s*[,.;:!–—]+\s*|\s+-+\s+|\s+so\s+)(?:(?:so|please|pls|and|then|just|can\s+you|could\s+you|better)[\s,]+)*(.{4,80})$/iu;
const alarm = /^(?:remind|ping|buzz|nudge|alert|poke)\s+me\s+(?!about|of|to)(.+)$/iu;
const pause = /^(?:hang|hold)\s+on[\s,]*/iu;
/** "put them back on my list": what that means says the state of the task. */
const returning =
  /^(?:bring|put|get|take|add)\s+(?:it|that|them|this)\s+back(?:\s+(?:on|onto|to)\s+(?:my|the)\s+list)?\??$/iu;
const stopping =
  /^(?:stop|turn\s+off|end|cancel|switch\s+off)\s+(?:the\s+)?repeat(?:s|ing|ition)?$/iu;
const making =
  /^(?:make|do|have|let['’]?s\s+(?:do|say|make))\s+(it|that)\s+(?:(?:on|for|to)\s+)?(?=(?:mon|tues?|wed|thu|fri|sat|sun|tom|today|tonight|next|this|the\s+\d|\d|at\s|in\s))/iu;
/** The beginning is an order itself, or a task to add. */
const orders =
  /^(?:add|create|new|remind|put|make|set|move|mark|tag|show|list|find|what|which|when|how|complete|finish|delete|remove|rename|assign|undo|redo|then|and)(?![\p{L}])/iu;

/** Of the task that is told of, whatever is told; only what does nothing else. */
export const readClauses = (
  said: string,
  scene: Scene,
  read: (said: string, scene: Scene) => Interpretation,
): Interpretation | null => {
  const [, statement = "", rest = ""] = told.exec(said) ?? [];
  if (statement === "" || orders.test(statement) || isImperative(statement.replace(pause, "")))
    return null;
  const order = rest
    .replace(alarm, "remind me about it $1")
    .replace(stopping, "stop repeating it")
    .replace(making, "move $1 to ");
  if (!it.test(order)) return null;
  if (isAside(statement, scene)) {
    const meant = read(order, scene);
    return !isGuess(meant) && isOnlyOf(meant, scene.shown) ? meant : null;
  }
  for (const pool of [scene.open, scene.closed, scene.trash]) {
    const mention = theOne(findMentions(statement, pool));
    if (!mention) continue;
    const back = pool === scene.trash ? "restore it" : pool === scene.closed ? "reopen it" : order;
    const ordered = returning.test(order) ? back : order;
    const meant = read(ordered, { ...scene, shown: mention.tasks });
    if (!isGuess(meant) && isOnlyOf(meant, mention.tasks)) return meant;
  }
  return null;
};

/** The one mention, or the one that says most of it: in "leo's dentist is booked" it is not what else is to be booked. */
const theOne = ([mention, other]: Mention[]): Mention | null => {
  if (!mention || mention.tasks.length > 1) return null;
  const isLess = other && other.words.split(" ").length < mention.words.split(" ").length;
  return !other || isLess ? mention : null;
};

/** "nope still wet, reopen it": a few words that name no task speak of the one shown. */
const isAside = (statement: string, { shown, open, closed, trash }: Scene): boolean =>
  shown.length === 1 &&
  statement.split(/\s+/u).length <= 6 &&
  [open, closed, trash].every((pool) => findMentions(statement, pool).length === 0);

const isOnlyOf = ({ commands, ask }: Interpretation, [task]: Task[]): boolean => {
  const all = [...commands, ...(ask?.choices.flatMap((choice) => choice.commands) ?? [])];
  return all.length > 0 && all.every((one) => isTaskCommand(one) && one.taskId === task?.id);
};
