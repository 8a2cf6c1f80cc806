// The built-in interpreter: rules tried in order, no key, no network. Pure. Called by interpret.ts.
import { ask, examples, quote, talk } from "./asking.ts";
import type { Context, Interpretation } from "./interpretation.ts";
import { choose } from "./rules/choose.ts";
import { complete, didIt, reopen } from "./rules/complete.ts";
import { create } from "./rules/create.ts";
import { createPlain } from "./rules/create-plain.ts";
import { remind } from "./rules/remind.ts";
import { moveToProject, prioritize, tag } from "./rules/fields.ts";
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
import { help, notYetRule, smallTalkRule } from "./rules/talk.ts";
import { isStatement } from "./rules/task-verbs.ts";
import { bareVerb } from "./rules/bare-verb.ts";
import { type Rule, type Scene, sceneOf } from "./scene.ts";
import { sentenceOf } from "./sentence.ts";

/** In this order: an open question first, what cannot be a task next, orders on tasks, then new tasks. */
const rules: Rule[] = [
  help,
  smallTalkRule,
  notYetRule,
  silence,
  snooze,
  endSeries,
  stopRepeating,
  stopWhat,
  changeReminder,
  skip,
  nextDates,
  repeat,
  bareVerb,
  whenDue,
  listTasks,
  remind,
  tag,
  moveToProject,
  prioritize,
  reschedule,
  rename,
  reopen,
  complete,
  restore,
  remove,
  cancel,
  create,
  didIt,
  createPlain,
];

/** A title has 500 characters at most, so a longer sentence can only be something to add. */
const longestOrder = 600;

/** Reads a message (semantics: Chat). The same words in the same context always mean the same. */
export const interpretByGrammar = (message: string, context: Context): Interpretation => {
  const scene = sceneOf(context);
  const chosen = choose(message.trim(), scene);
  if (chosen) return chosen;
  const said = sentenceOf(message);
  for (const rule of said.length > longestOrder ? [create] : rules) {
    const meant = rule(said, scene);
    if (meant) return meant;
  }
  return notUnderstood(said, scene);
};

/** Says so and shows two sentences that work. Words that may be a title are offered as a task, never made one. */
const notUnderstood = (said: string, scene: Scene): Interpretation => {
  const text = `I did not understand that. Try ${examples}.`;
  const made = createCommand(said, scene);
  const mayBeTitle =
    made.ok &&
    !said.includes("?") &&
    !isStatement(said) &&
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
    ...ask(
      `I did not understand that. Shall I add ${title} as a task? Otherwise try ${examples}.`,
      choices,
    ),
  };
};
