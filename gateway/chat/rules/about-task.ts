// "is the report done?", "did anna book the flights?": what is known of the task that a question names. Rule of the grammar.
import { isOpen } from "../../../domain/is-over.ts";
import type { Task } from "../../../domain/task.ts";
import { countOf, guess, quote } from "../asking.ts";
import { isAsked } from "../reading/asking-words.ts";
import { findMentions } from "../reading/mention.ts";
import { isOverdue } from "../../../domain/task-days.ts";
import type { Rule, Scene } from "../scene.ts";

/** Advice is nothing that a list knows. */
const advice = /^(?:should|shall|must|would|will)\s/iu;
/** "is it done?" */
const pointing = /^(?:is|are|was|were|has|have|did)\s+(?:it|that|this|they|these|those|both)\s/iu;
const maxShown = 10;

/** Shows it with its state, and changes nothing. */
export const aboutTask: Rule = (said, scene) => {
  if (!said.endsWith("?") || !isAsked(said) || advice.test(said)) return null;
  const tasks = pointing.test(said) ? scene.shown : named(said, scene);
  if (tasks.length === 0 || tasks.length > maxShown) return null;
  const [only, more] = tasks;
  const text = only && !more ? stateOf(only, scene) : `${countOf(tasks.length)} may be meant.`;
  const taskIds = tasks.map(({ id }) => id);
  return guess({ commands: [], answer: { kind: "search", taskIds, text } });
};

const named = (said: string, { alive, trash }: Scene): Task[] =>
  findMentions(said, alive)[0]?.tasks ?? findMentions(said, trash)[0]?.tasks ?? [];

const stateOf = (task: Task, { clock, say }: Scene): string => {
  const title = quote(task.title);
  if (task.deletedAt !== null) return `${title} is in the trash.`;
  if (!isOpen(task)) return `${title} is ${task.status}.`;
  const started = task.status === "in_progress" ? "has been started" : "is open";
  if (task.due === null) return `${title} ${started}, without a due date.`;
  const late = isOverdue(task, clock) ? "overdue: it was due" : "due";
  return `${title} ${started}, ${late} ${say(task.due)}.`;
};
