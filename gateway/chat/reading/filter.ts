// Which tasks a question is about: when, which priority, which labels, done or not, which words. Called by the list rule.
import { isOpen } from "../../../domain/is-over.ts";
import type { Task } from "../../../domain/task.ts";
import type { Token } from "../../../domain/language/quick-add.ts";
import { contentWords, plain, stem } from "../matching/words.ts";
import { readAssignee } from "./assignee.ts";
import type { Scene } from "../scene.ts";
import { type DayRange, readRange } from "./range.ts";
import { dueDay, instantDay, isOverdue } from "../../../domain/task-days.ts";

/**
 * All named conditions must hold. `range` is about the due, or about the day of completion when `state` is "done".
 * `text` is what was left of the words, null when they were understood to the last.
 */
export type Filter = {
  state: "open" | "started" | "done" | "cancelled" | "trash" | "any" | null;
  range: DayRange | null;
  isOverdue: boolean;
  isUndated: boolean;
  /** Asks for what is due, without saying when. */
  isDated: boolean;
  isRepeating: boolean;
  hasReminder: boolean;
  /** Any of these; none: whichever. */
  priorities: number[];
  tags: string[];
  /** One of the tags is enough. */
  isAnyTag: boolean;
  isUntagged: boolean;
  /** Has a deadline; `range` is about it then. */
  hasDeadline: boolean;
  project: string | null;
  isProjectless: boolean;
  /** Who is to do it: a name, "" for nobody, null for whoever. */
  assignee: string | null;
  text: string | null;
  /** What is left out. */
  except?: Filter;
};

/** Words that ask, but name nothing. */
const hollow = new Set(
  "what whats which who when is are was were be on in my me mine our we i ive im the a an all any anything every everything each task tasks todo todos to-do to-dos item items thing things stuff list lists do does did doing done have has had need needs must should can could to for of at by with from about left still remaining open pending unfinished incomplete show see view display give tell get find look search anything something there got coming up upcoming scheduled planned due plate agenda schedule day today now next that these those this it tagged tag tags labelled labeled label project priority priorities as out so far one ones please let lets and or not yet only just already currently right how many much count number total finish finished complete completed completing accomplish accomplished overdue late past missed behind dated undated unscheduled without no date dates deadline deadlines deleted trash bin removed work happening if has going under repeat repeats repeating recurring recur recurs reminder reminders inside want know would like us some other else ahead s look looks mention mentions mentioning contain contains say said tell progress started belong belongs between sum up summarise summarize summary recap brief overview abt where wheres free busy available gimme atm jobs job remains remain am".split(
    /\s+/,
  ),
);

/** Reads the conditions out of a question. */
export const readFilter = (said: string, scene: Scene): Filter => {
  const who = readAssignee(said, scene);
  const found = readRange(who.rest, scene.clock);
  const asked = (found?.rest ?? who.rest).replaceAll(
    /\b(?:p|prio(?:rity)?\s+(?:level\s+)?)([1-4])s?\b/giu,
    "p$1",
  );
  const labels = scene.quickAdd(asked);
  const marked = without(
    asked,
    labels.tokens.filter(({ kind }) => kind !== "due" && kind !== "duration"),
  );
  const level = priorityWord.exec(marked);
  const named = namedLabels(level ? marked.replace(level[0], " ") : marked, scene);
  const words = plain(named.rest)
    .split(" ")
    .filter((word) => word !== "" && !hollow.has(word));
  const isUndated = undated.test(said);
  return {
    state: stateOf(said),
    range: found?.range ?? null,
    isOverdue: /\b(?:overdue|late|past\s+due|behind|missed)\b/i.test(said),
    isUndated,
    isDated: !found && !isUndated && /\b(?:due|upcoming|coming\s+up)\b/i.test(said),
    isRepeating: /\b(?:repeat(?:s|ing)?|recur(?:s|ring)?)\b/i.test(said),
    hasReminder: /\breminders?\b/i.test(said),
    priorities: prioritiesIn(asked, labels.priority, level),
    isAnyTag: /\bor\b/iu.test(said),
    isUntagged:
      /\b(?:untagged|unlabell?ed)\b|\b(?:without|(?:have|has|with)\s+no)\s+(?:any\s+)?(?:tags?|labels?)\b/iu.test(
        said,
      ),
    hasDeadline:
      /\bdeadlines?\b/iu.test(said) && !/\b(?:no|without)\s+(?:a\s+)?deadline/iu.test(said),
    isProjectless: /\b(?:without|(?:have|has|with|in)\s+no)\s+(?:any\s+|a\s+)?project\b/iu.test(
      said,
    ),
    assignee: who.assignee,
    tags: [...labels.tags, ...named.tags],
    project: labels.project ?? named.project,
    text: words.length > 0 ? words.join(" ") : null,
  };
};

const undated = /\b(?:undated|unscheduled|(?:no|without|have no)\s+(?:a\s+)?(?:due\s+)?dates?)\b/i;
const priorityWord =
  /\b(urgent|important|high|highest|top|medium|low)(?:[\s-]+(?:priority|prio)\b|(?=\s+(?:tasks?|ones|items|things)\b|[\s?]*$))/i;
const levels: Record<string, number> = { medium: 2, low: 3 };

/** "p1 and p2 tasks" asks for both. */
const prioritiesIn = (
  asked: string,
  last: number | null,
  level: RegExpExecArray | null,
): number[] => {
  const named = [...asked.matchAll(/(?<![\p{L}\p{N}])p([1-4])(?![\p{L}\p{N}])/giu)].map((match) =>
    Number(match[1]),
  );
  if (named.length > 0) return [...new Set(named)];
  if (last !== null) return [last];
  return level ? [levels[level[1]?.toLowerCase() ?? ""] ?? 1] : [];
};

const without = (text: string, tokens: Token[]): string =>
  tokens.reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    text,
  );

const stateOf = (said: string): Filter["state"] => {
  if (/\b(?:trash|deleted|removed|bin)\b/i.test(said)) return "trash";
  if (/\b(?:in[\s-]progress|started|under\s*way|ongoing|working\s+on)\b/i.test(said))
    return "started";
  if (/\bcancelled|canceled\b/i.test(said)) return "cancelled";
  if (
    /\b(?:not|un|in)\s*-?(?:done|finished|completed?)\b|\b(?:open|pending|incomplete|unfinished|left|remaining)\b/i.test(
      said,
    )
  )
    return "open";
  if (
    /\b(?:have|need)\s+to\b|\b(?:must|should)\s+i\b|\bi\s+(?:must|should)\b|\bto\s+(?:get\s+)?(?:be\s+)?(?:do|done|finish|complete)\b/i.test(
      said,
    )
  )
    return "open";
  if (/\bdid\s+(?:i|we)\s+(?:do|get)\b/i.test(said)) return "done";
  if (/\b(?:done|finish(?:ed)?|completed?|accomplish(?:ed)?)\b/i.test(said)) return "done";
  return null;
};

/** "tagged home", "in project work", "my work tasks": a label named without its sign. */
const namedLabels = (rest: string, { projects, tags }: Scene) => {
  const found = { tags: [] as string[], project: null as string | null, rest };
  const lower = rest.toLowerCase();
  const named = [...projects, ...tags].filter((name) => lower.includes(name.toLowerCase()));
  for (const name of named.toSorted((a, b) => b.length - a.length)) {
    const rule = labelRule(
      name,
      () =>
        new RegExp(
          `(?<!\\p{L})(?:(?:in|for|under|from|tagged|labell?ed|tag|project|with)\\s+(?:the\\s+)?(?:tag\\s+|project\\s+)?)?${escape(name)}s?(?=\\s+(?:project|tasks?|tag|todos|list|items|stuff|and|or)(?!\\p{L})|\\s*,|[\\s?.!]*$)`,
          "iu",
        ),
    );
    if (!rule.test(found.rest)) continue;
    found.rest = found.rest.replace(rule, " ");
    if (projects.includes(name)) found.project = name;
    else found.tags.push(name);
  }
  return found;
};

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** The same few names are asked for message after message, and making a rule takes longer than using it. */
const labelRules = new Map<string, RegExp>();
const labelRule = (name: string, make: () => RegExp): RegExp => {
  const known = labelRules.get(name);
  if (known) return known;
  if (labelRules.size > 2_000) labelRules.clear();
  const made = make();
  labelRules.set(name, made);
  return made;
};

/** The tasks of a pool that meet all conditions. */
export const tasksThatFit = (filter: Filter, pool: Task[], scene: Scene): Task[] => {
  const words = filter.text === null ? [] : contentWords(filter.text);
  return pool.filter(
    (task) =>
      inState(task, filter.state) &&
      (filter.priorities.length === 0 || filter.priorities.includes(task.priority)) &&
      (filter.project === null || isSame(task.project ?? "", filter.project)) &&
      hasTags(task, filter) &&
      (!filter.isUntagged || task.tags.length === 0) &&
      (!filter.isProjectless || task.project === null) &&
      (!filter.hasDeadline || task.deadline !== null) &&
      (filter.assignee === null || isSame(task.assignee ?? "", filter.assignee)) &&
      (!filter.isOverdue || isOverdue(task, scene.clock)) &&
      (!filter.isUndated || task.due === null) &&
      (!filter.isDated || task.due !== null) &&
      (!filter.isRepeating || task.recurrence !== null) &&
      (!filter.hasReminder || task.reminders.length > 0) &&
      inRange(task, filter, scene) &&
      hasWords(task, words) &&
      (filter.except === undefined || tasksThatFit(filter.except, [task], scene).length === 0),
  );
};

const hasTags = (task: Task, { tags, isAnyTag }: Filter): boolean => {
  const has = (tag: string) => [...task.tags, task.project ?? ""].some((one) => isSame(one, tag));
  return isAnyTag && tags.length > 0 ? tags.some(has) : tags.every(has);
};

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const inState = (task: Task, state: Filter["state"]): boolean => {
  if (state === "any") return true;
  if (state === "trash") return task.deletedAt !== null;
  if (task.deletedAt !== null) return false;
  if (state === "started") return task.status === "in_progress";
  if (state === "cancelled") return task.status === "cancelled";
  return state === "done" ? task.status === "done" : isOpen(task);
};

const inRange = (task: Task, { range, state, hasDeadline }: Filter, { clock }: Scene): boolean => {
  if (range === null) return true;
  const due = hasDeadline ? task.deadline : dueDay(task, clock);
  const day = state === "done" ? instantDay(task.completedAt, clock) : due;
  if (day === null) return false;
  return (range.from === null || day >= range.from) && (range.to === null || day <= range.to);
};

/** Every word begins a word of the title, project, tags or description. */
const hasWords = (task: Task, words: string[]): boolean => {
  if (words.length === 0) return true;
  const labels = plain([task.title, task.project ?? "", ...task.tags].join(" "));
  const missing = words.filter((word) => !beginsWord(labels, word));
  if (missing.length === 0) return true;
  const description = task.description.toLowerCase();
  if (!missing.every((word) => description.includes(stem(word).slice(0, -1)))) return false;
  const notes = plain(task.description);
  return missing.every((word) => beginsWord(notes, word));
};

const beginsWord = (text: string, word: string): boolean => {
  const all = ` ${text}`;
  const base = stem(word);
  return (
    all.includes(` ${word}`) ||
    all.includes(` ${word.replace(/s$/, "")}`) ||
    (base.length >= 3 && all.includes(` ${base}`))
  );
};
