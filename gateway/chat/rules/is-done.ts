// "the fence is fixed", "milk's bought", "gloves ordered": the news that what a title orders has been done. Called by the complete rule.
import { act, actOn, type Order } from "../act.ts";
import { ask, quote } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { findNamedTasks } from "../matching/find-task.ts";
import { findNamed } from "../pointing/targets.ts";
import { contentWords, stem } from "../matching/words.ts";
import type { Scene } from "../scene.ts";

const participle =
  "(\\p{L}{2,}(?<!e)ed|bought|paid|sent|written|done|made|got|taken|met|spoken|told|given|brought|built|sold|fed|swept|read|cut|put|set|hung|swum|drawn|eaten|booked|shut|fixed|torn|thrown|picked)(?:\\s+(?:up|off|out|in|away|back|down))?";
const passive = new RegExp(
  `^(?:the\\s+|my\\s+|our\\s+)?(.+?)(?:\\s+(is|are|was|were|has\\s+been|have\\s+been|got)|['’](s))?\\s+(?:now\\s+|all\\s+|already\\s+|finally\\s+|just\\s+)*${participle}(?:\\s+(?:now|already|today|yesterday|this\\s+morning|at\\s+last))?$`,
  "iu",
);
const gone = /^(?:i\s+)?(?:did|done|went\s+to|had|finished|attended)\s+(?:the\s+|my\s+)?(.+)$/iu;
/** "mum called" is what mum did. */
const others =
  /^(?:call|email|text|phone|r[ai]ng|messag|repl|answer|invit|visit|ask|remind|thank|order)/iu;

/** The task whose title has the verb and its object, and perhaps more; null when it is no such news. */
export const isDone = (said: string, scene: Scene, order: Order): Interpretation | null => {
  if (/[?]$/.test(said)) return null;
  const event = gone.exec(said)?.[1];
  const held = event === undefined ? null : findNamed(event, scene.open, scene);
  const isHeld =
    held?.is === "found" && held.isSure && held.tasks.every(({ title }) => isEvent(title));
  if (isHeld && event !== undefined) return act(event, scene.open, scene, order);
  const marked = marking.exec(said)?.[1];
  if (marked !== undefined) return act(marked, scene.open, scene, order);
  const whole = all.exec(said);
  if (whole) return allDone(whole[1] ?? "", whole[2] ?? "", scene, order);
  const [, subject, be, s, verb] = passive.exec(said) ?? [];
  if (subject === undefined || verb === undefined) return null;
  const words = `${verb} ${subject}`;
  const tasks = sure(words, scene);
  const [only] = tasks ?? [];
  if (!tasks || !only) return null;
  const isPassive = be !== undefined || s !== undefined;
  if (!isPassive && others.test(verb) && tasks.length === 1 && mayBePerson(subject, only.title))
    return askIf(only.title, () => actOn([only], true, scene, order).commands);
  return act(words, scene.open, scene, order);
};

/** "mark the invoice as sent" */
const marking = new RegExp(`^mark\\s+(.+?)\\s+as\\s+${participle}$`, "iu");
/** "both invoices are sent" */
const all = new RegExp(
  `^((?:both|all)\\s+.+?)\\s+(?:are|were|have\\s+been|got)\\s+(?:now\\s+|already\\s+)*${participle}$`,
  "iu",
);

const allDone = (
  words: string,
  verb: string,
  scene: Scene,
  order: Order,
): Interpretation | null => {
  const targets = findNamed(words, scene.open, scene);
  const base = stem(verb.toLowerCase());
  const isTheirs = (title: string) => contentWords(title).map(stem).includes(base);
  if (targets.is !== "found" || !targets.tasks.every(({ title }) => isTheirs(title))) return null;
  return act(words, scene.open, scene, order);
};

const sure = (words: string, scene: Scene) => {
  const found = findNamedTasks(words, scene.open, scene.shown);
  return found?.sureness === "exact" || found?.sureness === "words" ? found.tasks : null;
};

/** "did yoga": a title without a verb of its own; "did the report" would be a guess of what was done with it. */
const isEvent = (title: string): boolean => contentWords(title).length <= 2;

/** A title of a verb and one name. */
const mayBePerson = (subject: string, title: string): boolean => {
  const said = contentWords(subject).map(stem);
  const words = contentWords(title).map(stem);
  return said.length === 1 && words.length === 2;
};

const askIf = (title: string, commands: () => Interpretation["commands"]): Interpretation =>
  ask(`Is ${quote(title)} done?`, [
    { label: `Yes, complete ${quote(title)}`, commands: commands() },
    { label: "No, leave it", commands: [] },
  ]);
