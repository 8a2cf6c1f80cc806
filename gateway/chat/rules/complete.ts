// "mark buy milk as done", "finished the report", "I bought the milk", "reopen taxes". Rules of the grammar.
import type { Task } from "../../../domain/task.ts";
import { act, ending, type Order } from "../act.ts";
import { guess, quote, run, talk } from "../asking.ts";
import { findNamedTasks, findTasks } from "../matching/find-task.ts";
import type { Rule, Scene } from "../scene.ts";
import { firstMatch } from "./patterns.ts";
import { isDone } from "./is-done.ts";
import { offerToAdd } from "./offer.ts";

const done =
  "(?:sorted(?:\\s+out)?|dealt\\s+with|taken\\s+care\\s+of|handled|wrapped\\s+up|complete|completed|done|finished|ticked|checked|ticked off|checked off)";
const notDone =
  "(?:not\\s+(?:yet\\s+)?(?:done|complete|completed|finished)|undone|incomplete|uncompleted|unfinished|open|to\\s*do|not-done)";

const completing = [
  /^(?:i\s+|we\s+)?(?:just\s+|finally\s+)?(?:got|have)\s+(.+?)\s+(?:done|finished|sorted)$/iu,
  new RegExp(
    `^(?:mark|set|flag|put|make|check|tick)\\s+(.+?)\\s+(?:down\\s+)?(?:as\\s+|to\\s+|off\\s+as\\s+)?(?:being\\s+)?${done}$`,
    "iu",
  ),
  new RegExp(`^mark\\s+(?:as\\s+)?${done}\\s*:?\\s+(.+)$`, "iu"),
  /^(?:mark|check|tick|cross|strike|scratch)\s+off\s+(.+)$/iu,
  /^(?:check|tick|cross|strike|scratch|mark)\s+(.+?)\s+off(?:\s+(?:of\s+)?(?:my|the)\s+list)?$/iu,
  /^(?:i\s*['’]?\s*a?m\s+|we\s*(?:['’]|\sa)re\s+)?(?:all\s+|finally\s+|now\s+)*(?:done|finished|through)\s+(?:with|doing)\s+(.+)$/iu,
  /^i\s*(?:['’]ve|\s+have)?\s+(?:just\s+|already\s+|finally\s+)?(?:finished|completed|done)\s+(?:with\s+)?(.+)$/iu,
  /^(?:✓|✔️?|☑️?|✅|\[x\]|x(?=\s))\s*(.+)$/iu,
  /^(.+?)\s*(?:✓|✔️?|☑️?|✅)$/iu,
  /^(?:complete|completed|finish|finished|done|check(?!\s+(?:that|if|whether|why|how|what|when|where|who|with|in\s+(?:on|with))\s)|tick)\s*[:\-–]?\s+(.+)$/iu,
  new RegExp(
    `^(.+?)(?:\\s+(?:is|are|was|were|has\\s+been|got)|['’]s)\\s+(?:all\\s+|now\\s+|already\\s+)*${done}(?:\\s+(?:now|already|today|for\\s+(?:today|now|good|this\\s+(?:week|month))))?$`,
    "iu",
  ),
  /^(.+?)\s+(?:done|completed?|finished)$/iu,
];

const reopening = [
  new RegExp(
    `^(?:mark|set|flag|make|change|put|switch)\\s+(.+?)\\s+(?:back\\s+)?(?:as\\s+|to\\s+|to\\s+being\\s+)?${notDone}(?:\\s+again)?$`,
    "iu",
  ),
  /^(?:re-?open|un-?complete|un-?finish|un-?check|un-?tick|un-?mark|re-?activate)\s+(.+)$/iu,
  /^(?:undo|revert)\s+(?:the\s+)?(?:completion|completing)\s+(?:of\s+)?(.+)$/iu,
  /^open\s+(.+?)\s+again$/iu,
  /^(?:put|move|bring)\s+(.+?)\s+back(?:\s+(?:on|onto|to|in)\s+(?:my|the)\s+.*list)?$/iu,
  new RegExp(
    `^(.+?)\\s+(?:is|are|was|were)(?:\\s+actually)?\\s+(?:${notDone}|n['’]t\\s+done)(?:\\s+(?:yet|after\\s+all|actually))*$`,
    "iu",
  ),
  new RegExp(
    `^(.+?)\\s+not\\s+(?:done|finished|complete)(?:\\s+(?:yet|after\\s+all|actually))*$`,
    "iu",
  ),
  /^(.+?)\s+(?:needs?|has|have)\s+(?:to\s+be\s+)?(?:re-?opening|re-?opened)$/iu,
  new RegExp(
    "^(.+?)\\s+(?:isn|wasn|aren)['’]?t\\s+(?:actually\\s+)?(?:done|finished|complete)(?:\\s+(?:yet|after\\s+all|actually))*$",
    "iu",
  ),
];

/** "put the plates back" is no order to open a task again, unless there is one. */
const isBack = /^(?:put|move|bring)\s/iu;

export const complete: Rule = (said, scene) => {
  const news = confirmed.exec(said)?.[1];
  if (news !== undefined)
    return complete(news, scene) ?? didIt(news, scene) ?? ofSubject(news, scene);
  const words = firstMatch(completing, said) ?? closed(said, scene);
  if (words === null) return isDone(said, scene, completion(said, scene));
  return act(thisOne(gotten(words, scene), scene), scene.open, scene, completion(said, scene));
};

/** "got the milk ✅": the verb in front is no word of the title. */
const gotten = (words: string, scene: Scene): string => {
  const bare = words.replace(/^(?:got|did|had|have|i\s+got|i\s+did)\s+(?=\S)/iu, "");
  return bare !== words && !findTasks(words, scene.open, scene.shown) ? bare : words;
};

/** "the bike is sold, mark it done": what was said of it, without the order at its end. */
const confirmed =
  /^(.+\s.+?)\s*(?:[,.;:]|\s[-–]|\sso|\sand)\s*(?:(?:so|and|please|you\s+can|now|just)\s+)*(?:that['’]?s\s+(?:done|it)|(?:tick|check|cross|mark)\s+(?:it|that|them)\s+(?:off|(?:as\s+)?(?:done|completed?|finished))|(?:close|complete|finish)\s+(?:it|that))$/iu;

/** "the bike is sold": the task about the bike, whatever became of it. */
const ofSubject = (news: string, scene: Scene) => {
  const subject = /^(.+?)(?:\s+(?:is|are|was|were|has|have|got)|['’]s)\s/iu.exec(news)?.[1];
  return subject === undefined ? null : act(subject, scene.open, scene, completion(news, scene));
};

/** "this week's yoga", "yoga for today": the current date of a task that repeats. */
const thisOne = (words: string, scene: Scene): string => {
  const bare = words
    .replace(/^(?:(?:this\s+(?:week|month|morning|evening)|today|tonight)['’]?s)\s+/iu, "")
    .replace(/\s+(?:for\s+)?(?:today|tonight|now|this\s+(?:week|month|time|morning))$/iu, "");
  const found = bare === words ? null : findNamedTasks(bare, scene.open, scene.shown);
  const isMeant = found?.sureness === "exact" || found?.sureness === "words";
  return isMeant && found.tasks.every(({ recurrence }) => recurrence !== null) ? bare : words;
};

/** "close file taxes" means the task; "close the windows" is one to add. */
const closed: (said: string, scene: Scene) => string | null = (said, scene) => {
  const words = /^close\s+(.+)$/iu.exec(said)?.[1];
  if (words === undefined) return null;
  const found = findNamedTasks(words, scene.open, scene.shown);
  return found?.sureness === "exact" || found?.sureness === "words" ? words : null;
};

/** That a task is done; `said` is the whole sentence. */
export const completion = (said: string, scene: Scene): Order => ({
  phrase: (what) => `complete ${what}`,
  commandsFor: ending,
  otherwise: (words) =>
    alreadyDone(words, scene) ?? (mayBeNew.test(said) ? offerToAdd(said, words, scene) : null),
});

/** "finish the garage" may be a new task, "mark the garage as done" may not. */
const mayBeNew = /^(?:complete|finish|check)\s(?!.*\s(?:as|off)(?:\s|$))/iu;

const alreadyDone = (words: string, scene: Scene) => {
  const found = findTasks(words, scene.closed, scene.shown);
  const task = found?.tasks[0];
  if (!task || found.sureness === "alike") return null;
  return talk(`${quote(task.title)} is ${task.status === "done" ? "done" : "cancelled"} already.`);
};

export const reopen: Rule = (said, scene) => {
  const bare = said.replace(openAgain, "");
  const words = firstMatch(reopening, bare) ?? undoneWords(bare, scene);
  if (words === null) return null;
  const isThere = /^(?:it|that|this)$/iu.test(words)
    ? scene.shown.some((task) => scene.closed.includes(task))
    : findTasks(words, scene.closed, scene.shown) !== null;
  if (isBack.test(said) && !isThere) return null;
  return act(words, scene.closed, scene, {
    phrase: (what) => `open ${what} again`,
    commandsFor: (task) => [{ type: "task.reopen", taskId: task.id }],
    otherwise: () => openAlready(words, scene.open, scene),
  });
};

/** "…, open it again": the order at the end of what was said of it. */
const openAgain =
  /\s*[,.;]\s*(?:so\s+|and\s+|please\s+|you\s+can\s+)*(?:re-?open\s+(?:it|that)(?:\s+task)?|open\s+(?:it|that)\s+again|mark\s+(?:it|that)\s+(?:as\s+)?(?:open|todo|not\s+done|undone))$/iu;

/** "the parcel is not returned yet", "I didn't return the parcel", of a task that is done. */
const undoneWords = (said: string, scene: Scene): string | null => {
  const [, subject, verb] =
    /^(.+?)\s+(?:is|are|was|were)(?:\s+not|n['’]?t)\s+(?:actually\s+)?(\p{L}{3,})(?:\s+(?:yet|after\s+all))?$/iu.exec(
      said,
    ) ?? [];
  const did =
    /^i\s+(?:haven['’]?t|have\s+not|didn['’]?t|did\s+not)\s+(?:actually\s+|really\s+)?(.+?)(?:\s+(?:yet|after\s+all))?$/iu.exec(
      said,
    )?.[1];
  const words = did ?? (verb === undefined ? null : `${verb} ${subject}`);
  const bare = words?.replace(/^(?:finish(?:ed)?|completed?|done?)\s+(?:with\s+)?/iu, "") ?? null;
  const found = bare === null ? null : findTasks(bare, scene.closed, scene.shown);
  return found && found.sureness !== "alike" && found.sureness !== "typo" ? bare : null;
};

/** One that repeats is open for its next date: opening it again takes the last completion back. */
const openAlready = (words: string, pool: Task[], scene: Scene) => {
  const found = findTasks(words, pool, scene.shown);
  const task = found && found.sureness !== "alike" ? found.tasks[0] : undefined;
  const isOne = found?.tasks.length === 1 && (task?.occurrence?.position ?? 1) > 1;
  if (task && isOne) return run({ type: "task.reopen", taskId: task.id });
  return task
    ? talk(`${quote(task.title)} is open already.`)
    : talk(`I found no finished task that fits ${quote(words)}.`);
};

const past =
  /^(?:i\s*(?:['’]ve|\s+have)?\s+|we\s*(?:['’]ve|\s+have)?\s+)?(?:just\s+|already\s+|finally\s+)*((?:\p{L}{2,}(?<!e)ed|bought|paid|sent|wrote|did|went|made|got|took|met|ran|spoke|told|gave|brought|built|sold|found|rang|drove|fed|swept|read|cut|put|set)\s+.+)$/iu;

/** "I bought the milk": said of something that is on the list in other tense. Anything else is not an order. */
export const didIt: Rule = (said, scene) => {
  const words = past.exec(said)?.[1];
  if (
    words === undefined ||
    scene.open.some(({ title }) => title.toLowerCase() === said.toLowerCase())
  )
    return null;
  const found = findNamedTasks(words, scene.open, scene.shown);
  const isSure = found && (found.sureness === "exact" || found.sureness === "words");
  if (isSure) return act(words, scene.open, scene, completion(said, scene));
  // "I met Ann" is news, not an order; saying that nothing fits is the honest answer.
  return /^(?:i|we)(?:\s|['’])/i.test(said) && !said.includes("?")
    ? guess(talk(`I found no open task that fits ${quote(words)}.`))
    : null;
};
