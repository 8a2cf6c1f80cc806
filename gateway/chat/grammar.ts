// The built-in interpreter: rules tried in order, no key, no network. Pure. Called by interpret.ts.
import { ask, examples, guess, isGuess, notUnderstood as unread, quote, talk } from "./asking.ts";
import type { Context, Interpret, Interpretation } from "./interpretation.ts";
import { withMark } from "./reading/asking-words.ts";
import { aboutApp } from "./rules/app.ts";
import { aboutTask } from "./rules/about-task.ts";
import { choose } from "./rules/choose.ts";
import { followUp } from "./rules/follow-up/follow-up.ts";
import { complete, didIt, reopen } from "./rules/complete.ts";
import { create } from "./rules/create.ts";
import { createSeveral } from "./rules/create-several/create-several.ts";
import { timesADay } from "./rules/create-several/times-a-day.ts";
import { createPlain } from "./rules/create-plain.ts";
import { findsNothing, readSlips } from "./rules/read-slips.ts";
import { heardAgain } from "./heard/second-hearing.ts";
import { lists } from "./lists/lists.ts";
import { remind } from "./rules/remind.ts";
import { listTasks, whenDue } from "./rules/list.ts";
import { createCommand } from "./rules/new-task.ts";
import { cancel, remove, restore } from "./rules/remove.ts";
import { rename } from "./rules/rename.ts";
import { reschedule } from "./rules/reschedule.ts";
import { nextDates } from "./rules/next-dates.ts";
import { changeReminder } from "./rules/change-reminder.ts";
import { endSeries, stopRepeating, stopWhat } from "./rules/end-series.ts";
import { repeat } from "./rules/repeat.ts";
import { silence } from "./rules/silence.ts";
import { skip } from "./rules/skip.ts";
import { snooze } from "./rules/snooze.ts";
import { assign, whoDoes } from "./rules/assign.ts";
import { describe } from "./rules/describe.ts";
import { directory } from "./rules/directory/directory.ts";
import { dueOfKnown } from "./rules/due-of-known.ts";
import { plan } from "./rules/plan.ts";
import { negation } from "./rules/negation.ts";
import { correct } from "./rules/correct.ts";
import { paste } from "./rules/paste.ts";
import { prioritize } from "./rules/priority.ts";
import { moveToProject } from "./rules/project.ts";
import { readMention } from "./rules/mention.ts";
import { retract } from "./rules/retract.ts";
import { start } from "./rules/start.ts";
import { listParts, subtask } from "./rules/subtask.ts";
import { tag } from "./rules/tag.ts";
import { help, notYetRule, smallTalkRule } from "./rules/talk.ts";
import { undo } from "./rules/undo.ts";
import { readClauses } from "./frame/read-clauses.ts";
import { readFrame } from "./frame/read-frame.ts";
import { readSeveral } from "./several.ts";
import { mended, slipsDestructive } from "./matching/verbs.ts";
import { mayBeTask } from "./rules/statement.ts";
import { bareVerb } from "./rules/bare-verb.ts";
import { recast } from "./recast.ts";
import { withoutSlip } from "./reading/without-slip.ts";
import { type Rule, type Scene, sceneOf } from "./scene.ts";
import { saysToo, sentenceOf } from "./sentence.ts";

/** In this order: an open question first, what cannot be a task next, orders on tasks, then new tasks. */
const rules: Rule[] = [
  help,
  smallTalkRule,
  notYetRule,
  aboutApp,
  undo,
  directory,
  negation,
  silence,
  snooze,
  endSeries,
  stopRepeating,
  stopWhat,
  changeReminder,
  lists,
  skip,
  nextDates,
  repeat,
  bareVerb,
  listParts,
  whoDoes,
  describe,
  subtask,
  whenDue,
  listTasks,
  remind,
  assign,
  tag,
  moveToProject,
  prioritize,
  plan,
  start,
  reschedule,
  dueOfKnown,
  rename,
  reopen,
  complete,
  restore,
  remove,
  cancel,
  createSeveral,
  create,
  didIt,
  aboutTask,
  createPlain,
];

/** A title has 500 characters at most, so a longer sentence can only be something to add. */
const longestOrder = 600;

/** Names and queries hold what elsewhere parts a message in two. */
const isOfNames =
  /^(?:please\s+)?(?:(?:merge|combine|fold)\s|(?:save|keep)\s+(?:an?\s+|the\s+|this\s+)?(?:new\s+)?filter\s|(?:show|run|apply|use)\s+(?:me\s+)?(?:the\s+|my\s+)?filter\s|filter\s*:)/iu;

/** The built-in interpreter. */
export const interpret: Interpret = async (message, context) => ({
  ...interpretByGrammar(message, context),
  interpreter: "grammar",
});

/** Reads a message (semantics: Chat). The same words in the same context always mean the same. */
export const interpretByGrammar = (message: string, context: Context): Interpretation => {
  const scene = sceneOf(context);
  const chosen = choose(message.trim(), scene);
  if (chosen) return chosen;
  const corrected = correct(message.trim(), scene);
  if (corrected) return corrected;
  const followed = followUp(message.trim(), scene, (order) => readOne(order, scene));
  if (followed) return followed;
  const retracted = retract(message.trim());
  if (retracted) return retracted;
  const pasted = paste(message, scene);
  if (pasted) return pasted;
  const named = isOfNames.test(message.trim()) ? directory(message, scene) : null;
  if (named) return named;
  const said = recast(withoutSlip(mended(withMark(sentenceOf(message))), scene), scene);
  if (said.length > longestOrder) return create(said, scene) ?? notUnderstood(said, scene);
  const meant =
    timesADay(said, scene) ??
    createSeveral(said, scene) ??
    readClauses(said, scene, readPlainly) ??
    readSeveral(said, scene, readPlainly, saysToo(message)) ??
    readOne(said, scene);
  return heardAgain(message, said, meant, scene);
};

/** Reads one order: the first rule that knows what to do with it; before words become a new task, a task they speak of. */
const readOne = (said: string, scene: Scene): Interpretation => {
  const meant = readPlainly(said, scene);
  if (!isGuess(meant) && !findsNothing(meant)) return meant;
  return readSlips(said, scene, (one) => readPlainly(one, scene), !isGuess(meant)) ?? meant;
};

const readPlainly = (said: string, scene: Scene): Interpretation => {
  const meant = byRules(said, scene);
  if (!isGuess(meant)) return meant;
  return (
    readMention(said, scene, byRules) ??
    readFrame(said, scene, (one) => byRules(one, scene)) ??
    meant
  );
};

const read = new WeakMap<Scene, Map<string, Interpretation>>();

/** The parts of a message are read more than once. What makes a task is not remembered: each needs an id of its own. */
const byRules = (said: string, scene: Scene): Interpretation => {
  const known = read.get(scene) ?? new Map<string, Interpretation>();
  const before = known.get(said);
  if (before) return before;
  const meant = firstMeaning(said, scene);
  if (!makesTask(meant)) read.set(scene, known.set(said, meant));
  return meant;
};

const makesTask = ({ commands, ask: asking }: Interpretation): boolean =>
  [commands, ...(asking?.choices.map((choice) => choice.commands) ?? [])]
    .flat()
    .some(({ type }) => type === "task.create" || type.startsWith("reminder."));

const firstMeaning = (said: string, scene: Scene): Interpretation => {
  for (const rule of rules) {
    const meant = rule(said, scene);
    if (meant) return meant;
  }
  return guess(notUnderstood(said, scene));
};

/** Says so and shows two sentences that work. Words that may be a title are offered as a task, never made one. */
const notUnderstood = (said: string, scene: Scene): Interpretation => {
  const text = `${unread} Try ${examples}.`;
  const made = createCommand(said, scene);
  const mayBeTitle =
    made.ok &&
    !said.includes("?") &&
    mayBeTask(said, made.command.fields.title) &&
    !slipsDestructive(said) &&
    said.length <= 200 &&
    /\p{L}{2}/u.test(said);
  if (!mayBeTitle) return talk(text);
  const title = quote(made.command.fields.title);
  const choices = [
    { label: `Add ${title}`, commands: [made.command] },
    { label: "No, leave it", commands: [] },
  ];
  return {
    ...talk(text),
    ...ask(`${unread} Shall I add ${title} as a task? Otherwise try ${examples}.`, choices),
  };
};
