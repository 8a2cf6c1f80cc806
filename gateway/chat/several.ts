// Several orders in one message: "finish laundry and remind me to call mum at 6". Pure. Called by grammar.ts.
import { type Command, isTaskCommand } from "../../domain/command.ts";
import type { Task } from "../../domain/task.ts";
import { ask, countOf, isGuess, maxChoices, quote, talk } from "./asking.ts";
import { readTasks } from "./frame/read-tasks.ts";
import type { Interpretation } from "./interpretation.ts";
import { tasksAfter } from "./reading/tasks-after.ts";
import { type Cut, cutsOf } from "./reading/split-orders.ts";
import { readTopic } from "./pointing/topic.ts";
import {
  beginsOrder,
  elliptic,
  keepsRest,
  mayStandAlone,
  type Part,
  speaksOfIt,
} from "./reading/order-parts.ts";
import { type Scene, sceneWith } from "./scene.ts";
import { isImperative } from "./matching/task-verbs.ts";
import { sentenceOf } from "./sentence.ts";

/** Reads one part, as a message of its own. */
type Read = (said: string, scene: Scene) => Interpretation;

/** The parts of a message with what each means; null when it is one order. `isAlso`: it ended with "too", which `said` has lost. */
export const readSeveral = (
  said: string,
  scene: Scene,
  read: Read,
  isAlso = false,
): Interpretation | null => {
  if (wonders.test(said)) return null;
  const cuts = cutsOf(
    said,
    [...scene.alive, ...scene.trash].map(({ title }) => title),
  );
  const known = readTasks(said, cuts, scene, read, isAlso);
  if (known && !isGuess(known)) return known;
  const parts = partsOf(said, cuts, scene, read);
  const meant = parts.length < 2 ? ofTopic(said, scene, read) : together(parts, scene);
  const isNew = meant?.commands.some(({ type }) => type === "task.create");
  return known && (!meant || isNew) ? known : meant;
};

/** "should I move the quiz to friday and the essays to monday?" orders neither. */
const wonders =
  /^(?:should|shall|must|may|might|do|does|would|is\s+it)\s(?:i|we|you|it|ok)(?:\s.*)?\?$/iu;

/** Cut by cut: a cut counts where both of its sides are orders. A later part is read as if the earlier ones were done. */
const partsOf = (said: string, cuts: Cut[], scene: Scene, read: Read): Part[] => {
  const parts: Part[] = [];
  let [start, at] = [0, scene];
  for (const [index, cut] of cuts.entries()) {
    const rest = said.slice(cut.end, cuts[index + 1]?.start ?? said.length);
    // Reading takes time: most commas stand inside a title, and their right side does not look like an order.
    if (cut.start <= start || !mayBeOrder(rest, said.slice(start, cut.start), cut.isHard, scene))
      continue;
    const side = partAt(said.slice(start, cut.start), at, read);
    if (!side) continue;
    const left = repeated(side, parts, at, scene, read);
    if (keepsRest(left.said) && !speaksOfIt(said.slice(cut.end))) continue;
    const after = sceneAfter(at, left);
    const right = rightOf(rest, said.slice(cut.end), cut.isHard, left, after, read);
    if (!right) continue;
    parts.push(left);
    [start, at] = [cut.end, after];
    if (right.isElliptic) return finished(parts, said.slice(cut.end), left, after, read);
  }
  if (parts.length === 0) return [];
  const end = partAt(said.slice(start), at, read, true);
  return end ? [...parts, repeated(end, parts, at, scene, read)] : [];
};

/** "library books — do it tomorrow": the task spoken of, and an order on it. */
const ofTopic = (said: string, scene: Scene, read: Read): Interpretation | null => {
  const topic = readTopic(said, scene);
  if (!topic) return null;
  const meant = read(
    sentenceOf(topic.order),
    sceneWith(scene, [...scene.alive, ...scene.trash], [topic.task.id]),
  );
  return meant.commands.length > 0 && touchesOnly(meant, scene) ? meant : null;
};

/** "… and mark it done" of what an earlier part has done already: said twice, it is one thing. */
const repeated = (part: Part, before: Part[], at: Scene, scene: Scene, read: Read): Part => {
  if (part.meant.commands.length > 0 || before.length === 0) return part;
  const known = new Set(before.flatMap(({ meant }) => meant.commands).map(keyOf));
  const shown = at.shown.map(({ id }) => id);
  const all = [...scene.alive, ...scene.trash];
  const again = read(part.said, sceneWith(scene, all, shown)).commands;
  const isAgain = again.length > 0 && again.every((command) => known.has(keyOf(command)));
  return isAgain ? { said: part.said, meant: { commands: [], answer: sameAgain } } : part;
};

const keyOf = (command: Command): string =>
  isTaskCommand(command) ? `${command.type} ${command.taskId}` : JSON.stringify(command);

const finished = (parts: Part[], rest: string, left: Part, at: Scene, read: Read): Part[] => {
  const part = partAt(elliptic(left.said, rest) ?? rest, at, read, true);
  return part ? [...parts, part] : [];
};

/** A side that is an order; null when it is not, unless it `mustBe`. */
const partAt = (text: string, scene: Scene, read: Read, mustBe = false): Part | null => {
  const said = sentenceOf(text);
  if (said === "") return null;
  const meant = read(said, scene);
  const part = { said, meant };
  return mustBe || isOrder(part, scene) ? part : null;
};

/** An order does something, asks which task it means, or begins with a verb no title begins with. */
const isOrder = ({ said, meant }: Part, scene: Scene): boolean =>
  meant.commands.length > 0 ||
  (asksBack(said) && meant.answer?.taskIds !== undefined) ||
  (beginsOrder(said) && (meant.ask === undefined || asksWhich(meant, scene)));

/** A question of its own, not a date alone. */
const asksBack = (said: string): boolean =>
  said.endsWith("?") || /^(?:what|which|who|how|show|list|when|any)/iu.test(said);

const asksWhich = ({ ask: asked }: Interpretation, { alive, trash }: Scene): boolean => {
  const ids = new Set([...alive, ...trash].map(({ id }) => id));
  const commands = asked?.choices.flatMap((choice) => choice.commands) ?? [];
  return commands.some((command) => isTaskCommand(command) && ids.has(command.taskId));
};

const mayBeOrder = (text: string, left: string, isHard: boolean, scene: Scene): boolean => {
  const said = sentenceOf(text);
  if (said === "" || /^not\s/iu.test(said)) return false;
  const isOwn = isHard || beginsOrder(said) || mayStandAlone(said);
  return isOwn || elliptic(left, said) !== null || scene.quickAdd(said).tokens.length > 0;
};

type Right = { isElliptic: boolean };

const rightOf = (
  text: string,
  whole: string,
  isHard: boolean,
  left: Part,
  scene: Scene,
  read: Read,
): Right | null => {
  const full = elliptic(left.said, whole);
  if (full !== null) {
    const meant = read(full, scene);
    if (meant.commands.length > 0 && touchesOnly(meant, scene)) return { isElliptic: true };
  }
  const said = sentenceOf(text);
  const part = { said, meant: read(said, scene) };
  return isRight(part, left, isHard, scene) ? { isElliptic: false } : null;
};

/**
 * Where the left side is a new task the right one has to be a clear order, or its words belong to the title: "buy bread
 * and butter". Two plain tasks are two where a date or a label marks each, or a semicolon stands between them.
 */
const isRight = (part: Part, left: Part, isHard: boolean, scene: Scene): boolean => {
  if (!isOrder(part, scene)) return false;
  if (creates(part.meant) && !beginsOrder(part.said)) {
    const isMarked = [part.said, left.said].every((one) => scene.quickAdd(one).tokens.length > 0);
    // "every mon, wed | and fri at 7": what begins with a date belongs to the dates before it.
    if (scene.quickAdd(part.said).tokens.some(({ start }) => start === 0)) return false;
    const isEven = !isImperative(left.said) || isImperative(part.said);
    return isHard || (isMarked && isEven && creates(left.meant));
  }
  if (!creates(left.meant)) return true;
  return (
    part.meant.commands.length > 0 ||
    asksWhich(part.meant, scene) ||
    part.meant.answer?.taskIds !== undefined
  );
};

const creates = ({ commands }: Interpretation): boolean =>
  commands.length > 0 && commands.every(({ type }) => type === "task.create");

const touchesOnly = ({ commands }: Interpretation, { alive, trash }: Scene): boolean => {
  const ids = new Set([...alive, ...trash].map(({ id }) => id));
  return commands.every((command) => isTaskCommand(command) && ids.has(command.taskId));
};

/** What the next part is read against: the tasks as they will be, those of this part shown. */
const sceneAfter = (scene: Scene, { meant }: Part): Scene => {
  const commands = meant.commands.length > 0 ? meant.commands : [];
  if (commands.length === 0) return scene;
  const { tasks, touched } = tasksAfter(commands, scene);
  return sceneWith(scene, tasks, touched);
};

const manyTasks = 5;

/** The answer of a part that says again what another has said. */
const sameAgain = { kind: "talk" as const, text: "" };

/** All parts as one plan. Where one is unclear nothing is done: its question carries the others with it. */
const together = (parts: Part[], scene: Scene): Interpretation => {
  const moves = parts.find(({ meant }) => meant.timeZone !== undefined)?.meant;
  const unclear = parts.filter(
    ({ meant }) =>
      meant.commands.length === 0 &&
      meant.answer?.taskIds === undefined &&
      meant.answer !== sameAgain &&
      meant !== moves,
  );
  const commands = parts.flatMap(({ meant }) => meant.commands);
  const answer = parts.find(({ meant }) => meant.answer?.taskIds !== undefined)?.meant.answer;
  if (unclear.length === 0) return moving(limited(commands, answer ?? moves?.answer, scene), moves);
  if (moves) return talk("I have done nothing yet. Say where you are in a message of its own.");
  const asking = unclear.find(({ meant }) => meant.ask)?.meant.ask;
  if (unclear.length > 1 || !asking) return notYet(unclear);
  const others = parts.filter((part) => part !== unclear[0]).map((part) => `“${part.said}”`);
  const choices = asking.choices.map(({ label, commands: chosen }) => ({
    label,
    commands:
      chosen.length === 0
        ? []
        : parts.flatMap(({ meant }) => (meant.ask === asking ? chosen : meant.commands)),
  }));
  return ask(
    `${asking.question} (I have done nothing yet: with your answer I also do ${others.join(" and ")}.)`,
    choices,
  );
};

/** A time zone is set with the orders beside it; what asks first sets none. */
const moving = (meant: Interpretation, moves: Interpretation | undefined): Interpretation =>
  moves?.timeZone === undefined || meant.ask ? meant : { ...meant, timeZone: moves.timeZone };

const notYet = (unclear: Part[]): Interpretation => {
  const why = unclear.map(
    ({ said, meant }) => `${quote(said)}: ${meant.ask?.question ?? meant.answer?.text ?? ""}`,
  );
  return talk(`I have done nothing yet. ${why.join("\n")}`);
};

/** What one message may do without a yes, whichever parts it comes from. */
const limited = (
  commands: Interpretation["commands"],
  answer: Interpretation["answer"],
  scene: Scene,
): Interpretation => {
  const orders = commands.filter(isTaskCommand);
  const ids = new Set(orders.map(({ taskId }) => taskId));
  const deletes = orders.filter(({ type }) => type === "task.delete").length;
  if (deletes <= 1 && ids.size <= manyTasks) return answer ? { commands, answer } : { commands };
  const titles = titlesOf([...ids], scene)
    .slice(0, maxChoices)
    .map(quote);
  return ask(
    `That changes ${countOf(ids.size)}${deletes > 0 ? ` and deletes ${deletes} of them` : ""}: ${titles.join(", ")}. Shall I?`,
    [
      { label: `Yes, change ${countOf(ids.size)}`, commands },
      { label: "No, leave them", commands: [] },
    ],
  );
};

const titlesOf = (ids: string[], { alive, trash }: Scene): string[] => {
  const byId = new Map<string, Task>([...alive, ...trash].map((task) => [task.id, task]));
  return ids.flatMap((id) => byId.get(id)?.title ?? []);
};
