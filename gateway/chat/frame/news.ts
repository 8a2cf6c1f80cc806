// Whether a clause says that the task it names has been done: "got coffee", "graphs are drawn", "the quiz is done". Called by clause.ts.
import type { Task } from "../../../domain/task.ts";
import type { Mention } from "../reading/mention.ts";
import { stem, wordsOf } from "../matching/words.ts";
import { isImperative } from "../matching/task-verbs.ts";

/** Words that say it of any task. */
const general =
  /(?<![\p{L}])(?:done(?:\s+(?:with|and\s+dusted))?|finish(?:ed)?(?:\s+with)?|completed?|tick(?:ed)?(?:\s+off)?|check(?:ed)?\s+off|cross(?:ed)?\s+off|sorted(?:\s+out)?|did|went\s+out|handled|dealt\s+with|taken\s+care\s+of|out\s+of\s+the\s+way)(?![\p{L}])|[✅✔☑]\u{FE0F}?/giu;
const participle =
  /(?<![\p{L}])(?:\p{L}{2,}ed|bought|paid|sent|written|drawn|made|got|taken|met|spoken|told|given|brought|built|sold|fed|swept|read|cut|eaten|rung|rang|wrote|drew|made|took|gave|picked)(?:\s+(?:up|off|out|in|away|back|down|to))?(?![\p{L}])/giu;
const acquired =
  /(?<![\p{L}])(?:(?:i|we)(?:['’]ve|\s+have)?\s+)?(?:got|bought|picked\s+up|grabbed|collected|fetched|have|here)(?![\p{L}])/giu;
const acquiring = new Set(["buy", "get", "pick", "grab", "collect", "fetch"].map(stem));

const reached =
  /(?<![\p{L}])(?:(?:called|rang|rung|phoned|spoken|spoke|talked)(?:\s+(?:to|with))?)(?![\p{L}])/giu;
const reaching = new Set(["call", "phone", "ring", "speak", "talk"].map(stem));
/** "should be done by sunday", "I want it done": what is to come. */
export const toCome =
  /(?<![\p{L}])(?:should|must|ought|will|shall|wants?|needs?|wish|gotta|gonna|let['’]?s|get|gets|has\s+to|have\s+to|can|make\s+sure|to\s+be|not\s+(?:done|finished))(?![\p{L}])/iu;

/** What is left of a clause once the news is taken out; null where it tells none. */
export const withoutNews = (left: string, mention: Mention | null): string | null => {
  if (toCome.test(left)) return null;
  const told = left.replaceAll(general, " ");
  if (told !== left) return told.replaceAll(/(?<![\p{L}])(?:mark|as|off)(?![\p{L}])/giu, " ");
  if (mention === null) return null;
  if (isPast(mention)) return left;
  const [task] = mention.tasks;
  const stems = wordsOf(task?.title ?? "").map(stem);
  const own = left.replaceAll(participle, (verb) =>
    stems.includes(stem(verb.toLowerCase().split(/\s/u)[0] ?? "")) ? " " : verb,
  );
  if (own !== left) return own;
  const [first = ""] = stems;
  const got = mayBeBought(task, first, left) ? left.replaceAll(acquired, " ") : left;
  const spoken = reaching.has(first) ? got.replaceAll(reached, " ") : got;
  return spoken === left ? null : spoken;
};

/** "got oat milk", where the title has no verb: only from a list of things to buy, or where "got" is "bought". */
const mayBeBought = (task: Task | undefined, verb: string, said: string): boolean => {
  if (acquiring.has(verb)) return true;
  if (!task || isImperative(task.title)) return false;
  const places = [task.project ?? "", ...task.tags].join(" ");
  return (
    /bought|picked\s+up|grabbed|collected|fetched/iu.test(said) ||
    /shop|grocer|market/iu.test(places)
  );
};

/** "raked the leaves": the task in the past. */
export const isPast = ({ words, tasks: [task] }: Mention): boolean => {
  const title = wordsOf(task?.title ?? "");
  const verb = stem(title[0] ?? "");
  const said = wordsOf(words).find((word) => stem(word) === verb);
  return said !== undefined && said !== title[0] && !said.endsWith("ing") && !said.endsWith("s");
};
