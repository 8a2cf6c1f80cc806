// One clause of a message on several tasks: the task it names, and what is said of it. Called by read-tasks.ts.
import type { QuickAdd } from "../../../domain/language/quick-add.ts";
import type { Task } from "../../../domain/task.ts";
import { isSmall, plain } from "../matching/words.ts";
import { here, type Mention } from "../reading/mention.ts";
import { saidValues } from "../reading/said-values.ts";
import { isImperative } from "../matching/task-verbs.ts";
import type { Scene } from "../scene.ts";
import { sentenceOf } from "../sentence.ts";
import { isFiller, negation, unsaid } from "../matching/lexicon.ts";
import { mentionsOf } from "./mentions-of.ts";
import { withoutNews } from "./news.ts";

/** What becomes of a task; `open`: that it is still to be done, `same`: what became of the one before. */
export type Predicate =
  | { is: "done" }
  | { is: "values"; read: QuickAdd }
  | { is: "sameDay" }
  | { is: "open" };

/**
 * `mention` null: it speaks of those before. `does` null: it only names the task. `isAlso`: "… too". `isFirst`: the verb stands
 * before the task. `oneOf`: the tasks that the words may mean, where it is not one. `sure`: 1 where the words can only be said of a task that is there, -1 where they may as well be a new one; `isAll`: "both", "all of them"; `isName`: nothing but a person beside the task.
 */
export type Clause = {
  mention: Mention | null;
  oneOf: Task[];
  does: Predicate | null;
  isAlso: boolean;
  isFirst: boolean;
  sure: -1 | 0 | 1;
  isAll: boolean;
  isName: boolean;
};

const also =
  /(?<![\p{L}])(?:too|also|as\s+well|likewise|ditto|(?:and\s+)?so\s+(?:is|are|was|were|has|have)|(?:the\s+)?same\s+(?:for|with|goes\s+for|to)|same(?!\s+(?:time|day|date)))(?![\p{L}])/giu;
const sameDay =
  /(?<![\p{L}])(?:(?:to|on|for|at)\s+)?(?:the\s+)?same\s+(?:day|date|deadline)(?:\s+(?:too|as\s+well))?(?![\p{L}])/iu;
/** A task keeps its time anyway when it is moved. */
const atSame = /(?<![\p{L}])(?:at\s+)?(?:the\s+)?same\s+time(?![\p{L}])/iu;
const everyone =
  /(?<![\p{L}])(?:(?:both|all|them|these|those|they)(?:\s+(?:of\s+)?(?:the\s+|them|these|those|sub-?\s?tasks?|tasks?|ones?|parts?|steps?|\d|two|three|four))*)(?![\p{L}])/giu;
const still =
  /(?<![\p{L}])(?:still|stays?|unchanged|missing|not\s+yet|yet|left|remaining|open|out\s+of\s+stock|sold\s+out|forgot|forgotten|needed|to\s+(?:do|get|buy))(?![\p{L}])/giu;
/** Verbs and small words that say a value of a task that is there. */
const cues =
  /(?<![\p{L}])(?:(?:re-?)?assign(?:ed)?|hand(?:ed)?|give|move[sd]?|due|deadline|date|project|priority|prio|change[sd]?|updated?|reschedule[sd]?|push(?:ed)?|postpone[sd]?|bump(?:ed)?|shift(?:ed)?|delay(?:ed)?|defer(?:red)?|set|make|put|schedule[sd]?|upgrade[sd]?|raise[sd]?|lower(?:ed)?|becomes?|goes|belongs|instead|rather|until|till?|now|mark|plan(?:ned)?|tag(?:ged)?|is|are|to)(?![\p{L}])|->|→|=>|[:=]/giu;

/** Every way to read a clause of which no word is left over; the first is the likeliest. Null when there is none. */
export const readClause = (text: string, scene: Scene): Clause | null => {
  const said = sentenceOf(text);
  if (said === "" || unsaid.test(said)) return null;
  const isAlso = text.search(also) >= 0;
  for (const mention of mentionsOf(said, scene.open, scene)) {
    if (/[#@+]§/u.test(mention.rest)) continue;
    const clause = clauseOf(mention, isAlso, scene);
    if (clause) return { ...clause, oneOf: isWhole(mention, said) ? [] : mention.tasks };
  }
  return clauseOf(said, isAlso, scene);
};

/** One task, or as many as are said. */
const isWhole = ({ tasks }: Mention, said: string): boolean => {
  if (tasks.length === 2) return /(?<![\p{L}])(?:both|all\s+(?:two|2))(?![\p{L}])/iu.test(said);
  return tasks.length === 1 || /(?<![\p{L}])all(?![\p{L}])/iu.test(said);
};

const nameAlone = (name: string): RegExp =>
  new RegExp(`^\\s*${RegExp.escape(name)}\\s+(?:the\\s+)?§\\s*$`, "iu");

const partsOf =
  /(?:the\s+|all\s+|both\s+|its\s+|\d\s+|two\s+|three\s+)*(?:sub-?\s?tasks?|parts|steps)\s+of\s+(?:the\s+)?§/iu;

const clauseOf = (of: Mention | string, isOneMore: boolean, scene: Scene): Clause | null => {
  const [rest, named] = typeof of === "string" ? [of, null] : [of.rest, of];
  // "mark both subtasks of the report done": those named before, not the report.
  const mention = partsOf.test(rest) ? null : named;
  const left = rest.replace(partsOf, " both ").replaceAll(also, " ").replace(atSame, " ");
  const shape = {
    mention,
    oneOf: [],
    isAlso: isOneMore,
    isFirst: mention !== null && /\S/u.test(rest.slice(0, rest.indexOf(here))),
    isAll: rest.search(everyone) >= 0,
    isName: scene.people.some((name) => nameAlone(name).test(rest)),
  };
  if (sameDay.test(rest) && isEmpty(rest.replace(sameDay, " ")))
    return { ...shape, isAlso: false, sure: 1, does: { is: "sameDay" } };
  if (mention && (negation.test(left) || left.search(still) >= 0)) {
    const isOpen = isEmpty(
      left.replaceAll(new RegExp(negation, "giu"), " ").replaceAll(still, " "),
    );
    return isOpen ? { ...shape, sure: 1, does: { is: "open" } } : null;
  }
  if (negation.test(left)) return null;
  const told = withoutNews(left, mention);
  if (told !== null && isEmpty(withoutDoer(withoutPast(told), scene)))
    return { ...shape, sure: 1, does: { is: "done" } };
  return withValues(left, shape, scene);
};

type Shape = Omit<Clause, "does" | "sure">;

const withValues = (left: string, shape: Shape, scene: Scene): Clause | null => {
  const { read, left: words } = saidValues(left, scene);
  if (!isEmpty(words.replaceAll(everyone, " "))) return null;
  const kinds = new Set<string>(read.tokens.map(({ kind }) => kind));
  const hasValue = kinds.size > 0 || read.project !== null;
  const { mention } = shape;
  const isVerb = mention !== null && isImperative(mention.words);
  if (!hasValue)
    return isBare(left) && mention ? { ...shape, does: null, sure: isVerb ? -1 : 0 } : null;
  if (["reminder", "duration", "recurrence"].some((kind) => kinds.has(kind))) return null;
  const isDateOnly = [...kinds].every((kind) => kind === "due") && read.project === null;
  const isTold = !isDateOnly || shape.isAll || left.search(cues) >= 0;
  return { ...shape, does: { is: "values", read }, sure: isTold ? 1 : isVerb ? -1 : 0 };
};

/** Only named, or with the verb of what is said later: "get coffee" says something of its own. */
const isBare = (left: string): boolean =>
  plain(left.replaceAll(here, " ").replaceAll(cues, " ").replaceAll(everyone, " "))
    .split(" ")
    .every((word) => isSmall(word) || /^(?:|and|also|so|but|then|just|please|pls)$/u.test(word));

/** "done this morning" says when it was done. */
const past =
  /(?<![\p{L}])(?:today|yesterday|this\s+(?:morning|afternoon|evening)|last\s+(?:night|week)|just|now|already|earlier|finally|at\s+last)(?![\p{L}])/giu;
const withoutPast = (said: string): string => said.replaceAll(past, " ");

/** Whoever did it. */
const withoutDoer = (said: string, { people }: Scene): string =>
  people.reduce(
    (text, name) => text.replace(new RegExp(`^\\s*${RegExp.escape(name)}(?=[\\s§])`, "iu"), " "),
    said.replaceAll(everyone, " "),
  );

const isEmpty = (left: string): boolean =>
  plain(left.replaceAll(here, " ").replaceAll(cues, " ")).split(" ").every(isFiller);
