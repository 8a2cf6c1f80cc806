// Questions back and short answers, and how a task is called in them. Used by every rule.
import type { Command } from "../../domain/command.ts";
import type { Task } from "../../domain/task.ts";
import type { Choice, Interpretation } from "./interpretation.ts";
import type { Scene } from "./scene.ts";

/** Two sentences that always work, for whoever was not understood. */
export const examples = "“buy milk tomorrow 5pm #home p1” or “mark buy milk as done”";

/** How an answer begins that nothing was made of. */
export const notUnderstood = "I did not understand that.";

/** Words for a person, nothing is changed. */
export const talk = (text: string): Interpretation => ({
  commands: [],
  answer: { kind: "talk", text },
});

export const run = (...commands: Command[]): Interpretation => ({ commands });

export const ask = (question: string, choices: Choice[]): Interpretation => ({
  commands: [],
  ask: { question, choices: distinct(choices) },
});

/** A title in quotation marks, cut where it is too long for a sentence. */
export const quote = (title: string): string =>
  `“${title.length > 80 ? `${title.slice(0, 79).trimEnd()}…` : title}”`;

/** What can be said of a task to tell it from others: title, due, project or tags, the state it is in. */
export const labelOf = (task: Task, scene: Scene): string =>
  [
    quote(task.title).slice(1, -1),
    task.due === null ? "" : scene.say(task.due),
    ...(task.project === null ? [] : [`#${task.project}`]),
    ...task.tags.slice(0, 3).map((tag) => `@${tag}`),
    task.deletedAt === null ? "" : "in the trash",
    task.deletedAt === null && task.status === "done" ? "done" : "",
  ]
    .filter(Boolean)
    .join(" · ");

/** A choice is picked by its label, so no two may be the same. */
const distinct = (choices: Choice[]): Choice[] => {
  const seen = new Map<string, number>();
  return choices.map((choice) => {
    const count = (seen.get(choice.label) ?? 0) + 1;
    seen.set(choice.label, count);
    return count === 1 ? choice : { ...choice, label: `${choice.label} (${count})` };
  });
};

/** "1 task", "3 tasks". */
export const countOf = (count: number): string => `${count} ${count === 1 ? "task" : "tasks"}`;

/** How many choices a question offers at most. */
export const maxChoices = 8;

const guesses = new WeakSet<Interpretation>();

/** Marks an interpretation that another one may well replace: nothing was found, or it was taken for a new task. */
export const guess = (meant: Interpretation): Interpretation => {
  guesses.add(meant);
  return meant;
};

/** Whether an interpretation is only a guess. */
export const isGuess = (meant: Interpretation): boolean => guesses.has(meant);
