// "the one I just added", "the last two", "those I finished yesterday", "the other one", "both sell tasks": tasks named by what was done with them. Called by targets.ts.
import type { Task } from "../../../domain/task.ts";
import { numberOf } from "../../../domain/language/amounts.ts";
import { readFilter, tasksThatFit } from "../reading/filter.ts";
import { lastReminded } from "../reading/last-reminded.ts";
import { touched } from "../reading/turns.ts";
import type { Scene } from "../scene.ts";
import { findTasks } from "../matching/find-task.ts";
import { contentWords, stem, wordsOf } from "../matching/words.ts";

/** The tasks meant, and whether one of them is; null when the words are no such reference, no tasks when it points at nothing. */
export type Reference = { tasks: Task[]; isOne: boolean } | null;

const things = "(?:tasks?|ones?|things?|items?|todos?|reminders?)";
const which = "(?:that\\s+|which\\s+)?";
const newest = new RegExp(
  `^(?:the\\s+|my\\s+)?(?:(?:last|latest|newest|most\\s+recent)\\s+)?(?<count>\\d|two|three|four|five|both)?\\s*(?:new\\s+)?${things}?\\s*${which}(?:i|we|you)(?:['’]ve|\\s+have)?\\s+(?:just\\s+|last\\s+|only\\s+)*(?:added|created|made|entered|wrote)(?:\\s+(?:last|just\\s+now|a\\s+moment\\s+ago|recently|first))?$`,
  "iu",
);
const latest =
  /^(?:the\s+|my\s+)?(?:(?:latest|newest|most\s+recent(?:ly\s+added)?|last\s+(?:added|created)|just\s+added|new(?:ly\s+added)?)\s+(?:task|one|item|todo|thing))$/iu;
const lastFew =
  /^(?:the\s+|my\s+)?last\s+(?<count>\d|two|three|four|five|couple(?:\s+of)?)(?:\s+(?:tasks|ones|things|items|of\s+(?:them|those)))?(?:\s+(?:i\s+)?(?:added|created))?$/iu;
const finished = new RegExp(
  `^(?:the\\s+|those\\s+|these\\s+|all\\s+|everything\\s+|what(?:ever)?\\s+|that\\s+|my\\s+)*(?:(?:last|latest)\\s+)?${things}?\\s*${which}(?:i|we)(?:['’]ve|\\s+have)?\\s+(?:just\\s+|last\\s+|already\\s+)*(?:completed|finished|did|done|closed|ticked\\s+off|checked\\s+off)(?<rest>\\s+.*)?$`,
  "iu",
);
const reminded =
  /\b(?:you|that|which|it)\s+(?:have\s+|had\s+|['’]ve\s+)?(?:just\s+|last\s+)*(?:reminded|told|alerted|notified|pinged|nudged)\s+me\b/iu;
const other = /^(?:and\s+)?(?:the\s+)?other\s+(?:one|task|two|ones|tasks)$/iu;
const number = new RegExp(
  "^(?<all>both|all\\s+(?:of\\s+)?(?:the\\s+)?(?:two|three|four|five|six|\\d))(?:\\s+of)?(?:\\s+(?:the|my|those|these))?(?:\\s+(?<words>.+))?$",
  "iu",
);
const ofShown =
  /^(?:the\s+)?one\s+(?:about|with|for|called|named|that\s+says|on|from|in|due)\s+(?<about>.+)$|^the\s+(?<adjective>.+)\s+one$/iu;

/** Reads a reference among the tasks of `pool`. */
export const readReference = (said: string, pool: Task[], scene: Scene): Reference => {
  const words = said.trim().replace(/[.!?,]+$/u, "");
  return (
    made(words, pool, scene) ??
    done(words, pool, scene) ??
    told(words, pool, scene) ??
    theOther(words, pool, scene) ??
    counted(words, pool, scene) ??
    amongShown(words, pool, scene)
  );
};

const made = (words: string, pool: Task[], scene: Scene): Reference => {
  const match = newest.exec(words) ?? (latest.test(words) ? latest.exec(words) : null);
  const few = match ? null : lastFew.exec(words);
  if (!match && (!few || scene.shown.length >= countOf(few.groups?.["count"]))) return null;
  const count = countOf(match?.groups?.["count"] ?? few?.groups?.["count"]);
  const said = touched(scene.conversation.recent, match !== null);
  const later = new Map(said.map((id, index) => [id, index]));
  const byAge = pool.toSorted(
    (a, b) =>
      (later.get(a.id) ?? said.length) - (later.get(b.id) ?? said.length) ||
      b.createdAt.localeCompare(a.createdAt),
  );
  const known = few ? byAge.filter(({ id }) => later.has(id)) : byAge;
  return { tasks: known.length < count ? [] : known.slice(0, count), isOne: false };
};

const countOf = (word: string | undefined): number =>
  word === undefined ? 1 : /^(?:both|couple)/iu.test(word) ? 2 : Math.max(1, numberOf(word));

/** "those I finished yesterday": of what is done, by the day it was done. */
const done = (words: string, pool: Task[], scene: Scene): Reference => {
  const match = finished.exec(words);
  if (!match) return null;
  const isOne = /\b(?:one|task|thing|item)\b/iu.test(words);
  const filter = { ...readFilter(`done ${match.groups?.["rest"] ?? ""}`, scene), text: null };
  const tasks = tasksThatFit({ ...filter, state: "done" }, pool, scene);
  const byAge = tasks.toSorted((a, b) => (b.completedAt ?? "").localeCompare(a.completedAt ?? ""));
  const isLast = /\b(?:just|last|latest)\b/iu.test(words);
  return { tasks: isLast ? byAge.slice(0, 1) : byAge, isOne };
};

const told = (words: string, pool: Task[], scene: Scene): Reference => {
  if (!reminded.test(words)) return null;
  const last = lastReminded(pool, scene);
  return { tasks: last ? [last.task] : [], isOne: true };
};

/** Of a list of several, the one that was not touched since. */
const theOther = (words: string, pool: Task[], scene: Scene): Reference => {
  if (!other.test(words)) return null;
  const { recent } = scene.conversation;
  const at = recent.findLastIndex(
    ({ taskIds, changes }) => taskIds.length > 1 && changes.length === 0,
  );
  const since = new Set(
    recent.slice(at + 1).flatMap(({ changes }) => changes.map(({ taskId }) => taskId)),
  );
  const left =
    at < 0 || since.size === 0 ? [] : (recent[at]?.taskIds ?? []).filter((id) => !since.has(id));
  const tasks = pool.filter(({ id }) => left.includes(id));
  const shown = scene.shown.filter((task) => pool.includes(task));
  if (since.size === 0 && shown.length > 1) return { tasks: shown, isOne: true };
  const wanted = /two|ones|tasks/iu.test(words);
  return { tasks: wanted || tasks.length === 1 ? tasks : [], isOne: false };
};

/** "all three", "both sell tasks": as many as are said, or none. */
const counted = (words: string, pool: Task[], scene: Scene): Reference => {
  const { all, words: named } = number.exec(words)?.groups ?? {};
  if (!all) return null;
  const count = /both/iu.test(all)
    ? 2
    : numberOf(/(\d|two|three|four|five|six)$/iu.exec(all)?.[0] ?? "");
  const tasks =
    named === undefined || /^(?:them|those|these|ones|tasks)$/iu.test(named)
      ? scene.shown.filter((task) => pool.includes(task))
      : fitting(named, pool, scene);
  return named === undefined && /^both$/iu.test(words)
    ? null
    : { tasks: tasks.length === count ? tasks : [], isOne: false };
};

const fitting = (words: string, pool: Task[], scene: Scene): Task[] => {
  const bare = words.replace(/\s+(?:tasks|ones|items|things)$/iu, "");
  const found = findTasks(bare, pool, scene.shown);
  if (found && (found.sureness === "exact" || found.sureness === "words")) return found.tasks;
  const stems = contentWords(bare).map((word) => stem(stem(word)));
  const stemmed = pool.filter(({ title }) => {
    const own = wordsOf(title).map(stem);
    return stems.every((one) => own.includes(one));
  });
  if (stemmed.length > 0) return stemmed;
  const filter = readFilter(words, scene);
  return filter.text === null
    ? tasksThatFit({ ...filter, state: filter.state ?? "any" }, pool, scene)
    : [];
};

/** "the one about taxes", "the bike one": of the tasks shown first, by the very words. */
const amongShown = (words: string, pool: Task[], scene: Scene): Reference => {
  const { about, adjective } = ofShown.exec(words)?.groups ?? {};
  const named = about ?? adjective;
  if (named === undefined || places.test(named)) return null;
  const shown = scene.shown.filter((task) => pool.includes(task));
  const literal = wordsOf(named).filter((word) => !/^(?:the|a|an)$/u.test(word));
  const exact = shown.filter(({ title }) => literal.every((word) => wordsOf(title).includes(word)));
  if (exact.length === 1) return { tasks: exact, isOne: true };
  const found = findTasks(named, shown, []);
  const isSure = found?.sureness === "exact" || found?.sureness === "words";
  if (isSure && found.tasks.length === 1) return { tasks: found.tasks, isOne: true };
  const filter = readFilter(named, scene);
  if (filter.text !== null) return null;
  const fits = tasksThatFit({ ...filter, state: filter.state ?? "any" }, pool, scene);
  return fits.length === 0 ? null : { tasks: fits, isOne: true };
};
const places =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|other|same|\d(?:st|nd|rd|th)?)$/iu;
