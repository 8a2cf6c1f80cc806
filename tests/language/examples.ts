// What the model of acts learns from: the project's own corpora, told apart by their kinds, and two thirds of the public utterances. Called by train.ts.
import type { Act } from "../../domain/language/acts/read-act.ts";
import * as cases from "../corpus/grammar/chat-cases.ts";
import * as times from "../corpus/grammar/time-cases.ts";
import { chatCorpus } from "../corpus/chat/all.ts";
import type { ChatCase } from "../corpus/chat/case.ts";
import { quickAddCorpus } from "../corpus/quick-add/all.ts";
import { expectedActs } from "../score/public/expected-act.ts";
import type { Example } from "./example.ts";
import { ofPatterns } from "./templates.ts";
import { isHeldOut, type Utterances } from "../score/public/utterances.ts";

const byKind: Record<string, Act> = {
  create: "add",
  "create-many": "add",
  subtask: "add",
  remind: "add",
  complete: "complete",
  delete: "remove",
  restore: "change",
  reopen: "change",
  rename: "change",
  reschedule: "change",
  deadline: "change",
  priority: "change",
  tag: "change",
  project: "change",
  assign: "change",
  describe: "change",
  skip: "change",
  snooze: "change",
  "stop-repeating": "change",
  list: "show",
  search: "show",
  count: "show",
  help: "meta",
  undo: "meta",
  redo: "meta",
  talk: "none",
  negation: "none",
};

const ofChat = ({ kind, messages }: ChatCase): Example[] => {
  const act = byKind[kind];
  const [text] = messages;
  return act && text !== undefined && messages.length === 1 ? [{ text, act }] : [];
};

/** The first word of an outcome in words ("patch Call mum due=…"). */
const byOutcome: Record<string, Act> = {
  add: "add",
  remind: "add",
  complete: "complete",
  delete: "remove",
  patch: "change",
  reopen: "change",
  restore: "change",
  skip: "change",
  snooze: "change",
  "list:": "show",
  "search:": "show",
  "count:": "show",
};

const ofGrammar = (all: readonly cases.ChatCase[]): Example[] =>
  all.flatMap(([text, outcome]) => {
    const act = byOutcome[outcome.split(" ")[0] ?? ""];
    return act && !outcome.includes(";") ? [{ text, act }] : [];
  });

const grammar = [
  cases.creating,
  cases.completing,
  cases.removing,
  cases.changing,
  cases.asking,
  ...Object.values(times),
];

/** Those of the project. */
export const ownExamples = (): Example[] => [
  ...chatCorpus.cases.flatMap(ofChat),
  ...grammar.flatMap((all) => ofGrammar(all)),
  ...cases.notOrders.map(([text]) => ({ text, act: "none" as const })),
  ...ofPatterns(),
  ...quickAddCorpus.map(({ text }) => ({ text, act: "add" as const })),
];

/** Two thirds of the public ones; where two acts are right the first is learnt. */
export const publicExamples = ({ forUs, foreign }: Utterances): Example[] => [
  ...forUs
    .filter((one) => !isHeldOut(one))
    .flatMap((one) => {
      const [act] = expectedActs(one);
      return act ? [{ text: one.text, act }] : [];
    }),
  ...foreign.filter((one) => !isHeldOut(one)).map(({ text }) => ({ text, act: "none" as const })),
];
