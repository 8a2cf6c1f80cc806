// The order just given, for another task: beside the one it was done to ("same with X"), or in its place ("no, I meant X"). Called by follow-up.ts.
import { isTaskCommand } from "../../../../domain/command.ts";
import { isOpen } from "../../../../domain/is-over.ts";
import type { Task } from "../../../../domain/task.ts";
import { isGuess } from "../../asking.ts";
import type { Interpretation } from "../../interpretation.ts";
import { bare, findNamed } from "../../pointing/targets.ts";
import { contentWords, stem, wordsOf } from "../../matching/words.ts";
import type { LastChange } from "../../reading/last-change.ts";
import { saidOf } from "../../reading/said-of.ts";
import type { Rule, Scene } from "../../scene.ts";

const too = "(?:\\s+(?:too|as\\s+well|also|please|pls|again|instead))*";
const same = new RegExp(
  `^(?:(?:and|then|now|please|pls|oh|ok|okay)[\\s,]+)*(?:(?:the\\s+)?same(?:\\s+(?:thing|again|here))?|(?:do|can\\s+you\\s+do)\\s+(?:the\\s+same(?:\\s+thing)?|that|it)(?:\\s+again)?|likewise|ditto)\\s+(?:with|for|to|on|goes\\s+for|of)\\s+(.+?)${too}[.!]*$`,
  "iu",
);
const also =
  /^(?:and\s+|oh\s+)*(?:also|plus|and|as\s+well\s+as)[\s,]+(.+?)(?:\s+(?:too|as\s+well|please|pls))*[.!]*$/iu;
const beside = /^(?:and\s+|oh\s+)*(.+?)[\s,]+(?:too|as\s+well)[.!]*$/iu;

/** "same with the dentist", "also the email to weber". Without "same" only of a task that is on the list for sure. */
export const another = (
  message: string,
  last: LastChange,
  scene: Scene,
  read: Rule,
): Interpretation | null => {
  const named = same.exec(message)?.[1];
  if (named !== undefined) {
    if (last.what === "created") return said(named, last, scene, read);
    const task = taskMeant(named, last, scene);
    return task && saidOfTask(task, last, scene, read);
  }
  const words = also.exec(message)?.[1] ?? beside.exec(message)?.[1];
  const task =
    words === undefined || last.what === "created" ? null : taskMeant(words, last, scene);
  return task && saidOfTask(task, last, scene, read);
};

const slip =
  "(?:(?:oh\\s+)?(?:no+|nope|nah|oops+|whoops|sorry|wait|hang\\s+on|not\\s+(?:that|this)(?:\\s+one)?|wrong\\s+(?:one|task)|i\\s+mean(?:t)?|my\\s+mistake)[\\s,.!;:–—-]+)";
const meant = new RegExp(
  `^${slip}+(?:(?:it|that)\\s+(?:was|is|should\\s+(?:be|have\\s+been))\\s+|(?:it|that)['’]s\\s+)?(.+?)(?:\\s+(?:instead|rather|i\\s+mean(?:t)?|of\\s+course|please))*[.!]*$`,
  "iu",
);
const meantAfter = /^(.+?)[\s,]+(?:i\s+mean(?:t)?|instead)[.!]*$/iu;
const not = /^(?:no[\s,]+)?not\s+.+?(?:\s*[,;–—-]\s*|\s+but\s+)(?:but\s+)?(.+?)[.!]*$/iu;

/** "no, not that one, the electricity one": it is taken back, and done to the other one. */
export const instead = (
  message: string,
  last: LastChange,
  scene: Scene,
  read: Rule,
): Interpretation | null => {
  if (last.what === "created") return null;
  const words = not.exec(message)?.[1] ?? meant.exec(message)?.[1] ?? meantAfter.exec(message)?.[1];
  const task = words === undefined ? null : taskMeant(words, last, scene);
  const done = task && saidOfTask(task, last, scene, read);
  if (!done || done.commands.length === 0) return null;
  const { correlationId } = last.turn;
  return { ...done, commands: [...done.commands, { type: "history.undo", correlationId }] };
};

/** What the order could have been given for instead. */
const poolOf = ({ what, task }: LastChange, { alive, closed, trash }: Scene): Task[] => {
  const pool = what === "reopened" ? closed : what === "restored" ? trash : alive.filter(isOpen);
  return pool.filter(({ id }) => id !== task.id);
};

/** The one task that the words name; of several that fit the one most like the one before ("5" after “Read chapter 4”). */
const taskMeant = (words: string, last: LastChange, scene: Scene): Task | null => {
  const pool = poolOf(last, scene);
  const isNumber = /^\d+$/u.test(bare(words));
  const targets = isNumber ? null : findNamed(words, pool, scene);
  if (targets?.is === "found" && targets.isSure && targets.tasks.length === 1)
    return targets.tasks[0] ?? null;
  const wanted = contentWords(bare(words)).map(stem);
  const fits = pool.filter(({ title }) => {
    const own = wordsOf(title).map(stem);
    return wanted.length > 0 && wanted.every((word) => own.includes(word));
  });
  const before = new Set(contentWords(last.task.title).map(stem));
  const likeness = ({ title }: Task): number =>
    contentWords(title).filter((word) => before.has(stem(word))).length;
  const most = Math.max(0, ...fits.map(likeness));
  const [only, more] = most === 0 ? [] : fits.filter((task) => likeness(task) === most);
  return more ? null : (only ?? null);
};

/** The order read for that task; only what touches nothing else. */
const saidOfTask = (
  task: Task,
  last: LastChange,
  scene: Scene,
  read: Rule,
): Interpretation | null => {
  const again = said(`"${task.title}"`, last, scene, read);
  if (!again || isGuess(again)) return null;
  const touches = [
    ...again.commands,
    ...(again.ask?.choices.flatMap(({ commands }) => commands) ?? []),
  ];
  const isOnly = touches.every((command) => isTaskCommand(command) && command.taskId === task.id);
  return isOnly && touches.length > 0 ? again : null;
};

const said = (name: string, last: LastChange, scene: Scene, read: Rule): Interpretation | null => {
  const words = saidOf(name, last, scene);
  return words === null ? null : read(words, scene);
};
