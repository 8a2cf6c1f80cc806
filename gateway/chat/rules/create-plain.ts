// Plain "buy milk tomorrow", without an order before it. Rule of the grammar, the last one.
import type { Task } from "../../../domain/task.ts";
import { ask, guess, quote, talk } from "../asking.ts";
import { sayRecurrence } from "../details.ts";
import type { Choice, Interpretation } from "../interpretation.ts";
import { slipsDestructive } from "../matching/verbs.ts";
import { findMentions } from "../reading/mention.ts";
import { tasksTitled } from "../matching/title-index.ts";
import { stem, wordsOf } from "../matching/words.ts";
import type { Rule, Scene } from "../scene.ts";
import { createOne } from "./create.ts";
import { createCommand, describe } from "./new-task.ts";
import { isStatement } from "./statement.ts";
import { isImperative } from "../matching/task-verbs.ts";

/**
 * Plain words. A todo list's user who types "buy milk tomorrow" wants it added: an imperative or a phrase with a date, a
 * label or a priority is a task. A question or a statement about the world is not.
 */
export const createPlain: Rule = (said, scene) => {
  if (said.includes("?") || slipsDestructive(said) || destroysAll.test(said)) return null;
  const { tokens, title } = scene.quickAdd(said);
  if (isStatement(said, title) || speaksOfTask(said, scene)) return null;
  const isMarked = tokens.length > 0;
  const hasMark = isMarked && /\p{L}{2}/u.test(title);
  const isOrder = isImperative(said.replace(/^["“']/u, "")) && /\s/.test(said);
  if (!hasMark && !isOrder) return null;
  const same = tasksTitled(title, scene.open)[0];
  return same ? askIfSame(said, same, scene) : guess(createOne(said, scene));
};

/** Nobody means a new task by that. */
const destroysAll =
  /^(?:delete|remove|erase|trash|bin|purge|wipe)\s+(?:all|every|everything)(?:\s|$)/iu;

/** "write report has to wait": a title, and what is said of it. */
const isAbout = (said: string, title: string): boolean =>
  title.length > 2 &&
  said.toLowerCase().startsWith(`${title.toLowerCase()} `) &&
  saysOf.test(said.slice(title.length));
const saysOf =
  /^\s+(?:is|are|was|were|has|have|needs?|should|must|will|won['’]?t|can|cannot|can['’]?t|does|doesn['’]?t|isn['’]?t|takes|no\s+longer)\s/iu;

const ordering =
  /^(?:move|rename|retitle|postpone|reschedule|delay|defer|push|shift|mark|reopen|restore|tag|untag|set|change|cancel|lower|raise|unschedule)\s/iu;

/** Of these hardly any begins a new task. */
const ofKnown =
  /^(?:move|rename|retitle|postpone|reschedule|delay|defer|push|mark|reopen|tag|untag|unschedule)\s/iu;

/** An order on a task that is there, in words no rule understood: adding it as a task would be a guess. */
const speaksOfTask = (said: string, { alive }: Scene): boolean => {
  if (alive.some(({ title }) => isAbout(said, title))) return true;
  if (!ordering.test(said)) return false;
  if (ofKnown.test(said) && findMentions(said, alive).length > 0) return true;
  const words = new Set(wordsOf(said).map(stem));
  return alive.some(({ title }) => {
    const stems = wordsOf(title).map(stem);
    return stems.length > 0 && stems.every((word) => words.has(word));
  });
};

/** The words of a task that is there already: to move it, or another one like it? */
const askIfSame = (said: string, task: Task, scene: Scene): Interpretation => {
  const made = createCommand(said, scene);
  if (!made.ok) return talk(made.reason);
  const { due, recurrence } = made.command.fields;
  const how = recurrence ? sayRecurrence(recurrence, scene, due) : "";
  const there = `You have ${quote(task.title)} on your list already`;
  const move: Choice[] = due
    ? [
        {
          label: recurrence ? `Make it repeat ${how}` : `Move it to ${scene.say(due)}`,
          commands: [
            {
              type: "task.patch",
              taskId: task.id,
              changes: { due, ...(recurrence ? { recurrence } : {}) },
            },
          ],
        },
      ]
    : [];
  return ask(`${there}${task.due ? `, due ${scene.say(task.due)}` : ""}. What shall I do?`, [
    ...move,
    { label: `Add another ${describe(made.command, scene)}`, commands: [made.command] },
    { label: "Nothing", commands: [] },
  ]);
};
