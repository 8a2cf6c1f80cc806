// Whether a plan of the model may run at once: only what the person said in their own words. Pure. Called by the interpreter.
// Whatever a task's text made the model propose fails here, for its verb, its task or its words are not in the message.
import { type Command, isTaskCommand, type TaskCommand } from "../../../domain/command.ts";
import type { Task } from "../../../domain/task.ts";
import { wordsOf } from "../matching/words.ts";
import type { Scene } from "../scene.ts";
import { actsOf, isDestructive, valuesOf } from "./command-acts.ts";
import { namedIn, pointedIn } from "./mentions.ts";
import { type Clause, readOrders } from "./orders.ts";
import { areSaid, type Said } from "./said-words.ts";
import type { Proposed } from "./tools/tool.ts";
import type { Act } from "./verbs.ts";

/** `refuse`: a question was asked, and nobody who asks wants anything deleted or half the list changed. */
export type Verdict =
  | { is: "run" }
  | { is: "confirm"; why: "destructive" | "broad" | "unsaid" }
  | { is: "refuse" };

const maxTouched = 5;
const maxCreated = 20;

/** Judges a plan. What a yes is asked for is held as exactly these commands. */
export const judge = (said: Said, proposed: Proposed[], scene: Scene): Verdict => {
  const clauses = readOrders(said.message);
  const commands = proposed.map(({ command }) => command);
  const destroys = commands.some(isDestructive);
  const isBroad = touchedBy(commands).size > maxTouched || commands.length > maxCreated;
  const isQuestion = clauses.length > 0 && clauses.every((clause) => clause.isQuestion);
  if (isQuestion && (destroys || isBroad)) return { is: "refuse" };
  if (destroys) return { is: "confirm", why: "destructive" };
  if (isBroad) return { is: "confirm", why: "broad" };
  return isGrounded(said, proposed, clauses, scene)
    ? { is: "run" }
    : { is: "confirm", why: "unsaid" };
};

const touchedBy = (commands: Command[]): Set<string> =>
  new Set(
    commands.flatMap((command) =>
      isTaskCommand(command) && command.type !== "task.create" ? [command.taskId] : [],
    ),
  );

const isGrounded = (said: Said, proposed: Proposed[], clauses: Clause[], scene: Scene): boolean => {
  const made = new Set(
    proposed.flatMap(({ command }) => (command.type === "task.create" ? [command.taskId] : [])),
  );
  const everywhere = touchedTasks(proposed, scene);
  return proposed.every((one) => {
    if (!areSaid(one, said, scene)) return false;
    const { command } = one;
    if (!isTaskCommand(command)) return clauses.some(({ acts }) => hasAll(acts, actsOf(command)));
    if (command.type !== "task.create") return isOrdered(command, clauses, everywhere, scene);
    const { parentId } = command.fields;
    if (parentId != null && !made.has(parentId))
      return isOrdered(command, clauses, everywhere, scene);
    return mayCreate(clauses);
  });
};

/** Words nobody ordered anything with may be a task to add; an order for a task that exists, or a question, may not. */
const mayCreate = (clauses: Clause[]): boolean =>
  clauses.some(({ acts, isQuestion }) => !isQuestion && (acts.size === 0 || acts.has("create")));

/** The clauses that name the task have its verbs; and they name no other task that the plan leaves alone. */
const isOrdered = (
  command: TaskCommand,
  clauses: Clause[],
  planned: Set<Task>,
  scene: Scene,
): boolean => {
  const target = targetOf(command, scene);
  const pool = target && poolOf(target, scene);
  if (!target || !pool) return false;
  const values = valuesOf(command, scene);
  const lately: Task[] = [];
  const ordered = new Set<Act>();
  for (const { text, acts } of clauses) {
    const { tasks, isSure } = namedIn(text, pool, values, scene);
    const meant = tasks.size > 0 ? tasks : pointedIn(text, scene, lately);
    const isClear = isSure && [...meant].every((task) => planned.has(task));
    if (meant.has(target) && isClear) for (const act of acts) ordered.add(act);
    if (tasks.size > 0) lately.splice(0, lately.length, ...tasks);
  }
  return hasAll(ordered, actsOf(command));
};

const hasAll = (acts: ReadonlySet<Act>, wanted: Act[][]): boolean =>
  wanted.every((some) => some.some((act) => acts.has(act)));

const targetOf = (command: TaskCommand, { alive, trash }: Scene): Task | undefined => {
  const id = command.type === "task.create" ? command.fields.parentId : command.taskId;
  return [...alive, ...trash].find((task) => task.id === id);
};

/** Tasks in the state of the target: the words are read among these. */
const poolOf = (target: Task, { open, closed, trash }: Scene): Task[] =>
  [open, closed, trash].find((pool) => pool.includes(target)) ?? [];

const touchedTasks = (proposed: Proposed[], scene: Scene): Set<Task> =>
  new Set(
    proposed.flatMap(({ command }) => {
      const task = isTaskCommand(command) ? targetOf(command, scene) : undefined;
      return task ? [task] : [];
    }),
  );

/** Whether two plans do the same, whatever ids they give to what is new. */
export const doTheSame = (a: Command[], b: Command[]): boolean =>
  a.length > 0 &&
  a.length === b.length &&
  a.map(shape).toSorted().join() === b.map(shape).toSorted().join();

const shape = (command: Command): string =>
  JSON.stringify(command, (key, value: unknown) => {
    if (key === "id" || (key === "taskId" && command.type === "task.create")) return undefined;
    if (key === "title" && typeof value === "string") return wordsOf(value).join(" ");
    return value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([x], [y]) => x.localeCompare(y)))
      : value;
  });
