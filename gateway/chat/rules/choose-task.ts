// An offered task told by what is known of it: "the one due friday", "Nora's", "the later one", "the eye doctor". Called by choose.ts.
import { isTaskCommand } from "../../../domain/command.ts";
import type { Task } from "../../../domain/task.ts";
import type { Choice } from "../interpretation.ts";
import { findNamed } from "../pointing/targets.ts";
import { readFilter, tasksThatFit } from "../reading/filter.ts";
import type { Scene } from "../scene.ts";

/** A longer answer is a message of its own. */
const maxWords = 8;

/** The only offered task that the words tell from the others; undefined when none or several fit. */
export const byTask = (words: string, choices: Choice[], scene: Scene): Choice | undefined => {
  const offered = offeredIn(choices, scene);
  if (offered.size < 2 || words.split(/\s+/).length > maxWords) return undefined;
  const tasks = [...offered.keys()];
  const task = ofTime(words, tasks) ?? named(words, tasks, scene) ?? described(words, tasks, scene);
  return task && offered.get(task);
};

/** The tasks that are offered, each by one choice. */
const offeredIn = (choices: Choice[], { alive, trash }: Scene): Map<Task, Choice> => {
  const byId = new Map([...alive, ...trash].map((task) => [task.id, task]));
  return new Map(
    choices.flatMap((choice): [Task, Choice][] => {
      const ids = new Set(choice.commands.filter(isTaskCommand).map(({ taskId }) => taskId));
      const [id] = ids;
      const task = ids.size === 1 && id !== undefined ? byId.get(id) : undefined;
      return task ? [[task, choice]] : [];
    }),
  );
};

const inTime =
  /^(?:the\s+)?(?:(?<late>later|latest)|(?<early>earlier|earliest|sooner|soonest)|(?<fresh>newer|newest)|(?<old>older|oldest))(?:\s+(?:one|task|of\s+(?:them|the\s+two|those)))?$/iu;

const ofTime = (words: string, tasks: Task[]): Task | undefined => {
  const said = inTime.exec(words)?.groups;
  if (!said) return undefined;
  const byAge = said["fresh"] !== undefined || said["old"] !== undefined;
  const placeOf = (task: Task): string => (byAge ? task.createdAt : (task.due?.at ?? ""));
  const sorted = tasks
    .filter((task) => placeOf(task) !== "")
    .toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)));
  const isLast = said["late"] !== undefined || said["fresh"] !== undefined;
  return sorted.length === tasks.length ? sorted.at(isLast ? -1 : 0) : undefined;
};

const named = (words: string, tasks: Task[], scene: Scene): Task | undefined => {
  const targets = findNamed(words, tasks, { ...scene, shown: tasks, counted: tasks });
  const isSure = targets.is === "found" && targets.isSure && targets.tasks.length === 1;
  return isSure ? targets.tasks[0] : undefined;
};

const described = (words: string, tasks: Task[], scene: Scene): Task | undefined => {
  const filter = readFilter(words.replace(/\s+(?:one|task)$/iu, "").concat(" tasks"), scene);
  if (filter.text !== null) return undefined;
  const fits = tasksThatFit({ ...filter, state: filter.state ?? "any" }, tasks, scene);
  return fits.length === 1 ? fits[0] : undefined;
};
