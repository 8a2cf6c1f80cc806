// What holds for all tasks of a list: "for friday, in School, tagged supplies". Called by create-several.ts and paste.ts.
import type { QuickAdd } from "../../../../domain/language/quick-add.ts";
import { isFiller } from "../../matching/lexicon.ts";
import { plain } from "../../matching/words.ts";
import { saidValues } from "../../reading/said-values.ts";
import type { Scene } from "../../scene.ts";
import { numberOf } from "../../matching/ordinals.ts";
import { commandFor, type Made } from "../new-task.ts";

/** The heading of a list: how many it announces (null: it does not say), whether it says that there are several. */
export type Head = { shared: QuickAdd; count: number | null; isPlural: boolean; hasVerb: boolean };

export const number = "\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten";
export const nouns = "(?:tasks|to-?\\s?dos|items|things|jobs|entries|errands|chores|reminders)";
export const verb =
  "(?:(?:please|pls|can\\s+you|could\\s+you|i\\s+need(?:\\s+to)?|i['’]?d\\s+like(?:\\s+to)?|i\\s+want(?:\\s+to)?|need(?:\\s+to)?|here\\s+are|there\\s+are|i\\s+have|(?:i['’]ve\\s+)?got)\\s+)*(?:(?:add|create|put|make|set\\s+up|enter|save|do|(?:write|note|jot|put)(?:\\s+down)?|new)(?![\\p{L}])\\s*)?";

const opening = new RegExp(`^${verb}`, "iu");
/** Where a list is announced its number comes first: the 5 of "at 5" is none. */
const quantity = new RegExp(
  `^(?:(?:these|those|the\\s+following|following|my|all|a\\s+few|a\\s+couple\\s+of|several|some|${number})(?![\\p{L}\\p{N}:.])\\s*)+`,
  "iu",
);
const noun = new RegExp(
  `(?<![\\p{L}-])(?:(?:new|separate|individual|different|more|my)\\s+)*${nouns}(?:['’]|\\s+to\\s+do)?(?:\\s+separately)?(?![\\p{L}])`,
  "giu",
);
const hollow =
  /(?<![\p{L}])(?:all|both|each|every\s+one|of\s+(?:them|these|those)|out\s+of(?:\s+(?:this|these|it))?|(?:on|onto|to|in|into)\s+(?:my|the|our)\s+(?:(?:to-?\s?do|task|todo|shopping)\s+)?list|(?:are|is)$|today['’]s(?=\s))(?![\p{L}])/giu;
const parts = /sub-?\s?(?:task|item)|(?<![\p{L}])steps?(?![\p{L}])/iu;

/** Reads the words above or before a list; null where they say anything else than that, how many, and values. */
export const readHead = (said: string, scene: Scene): Head | null => {
  if (said.length > 90 || parts.test(said)) return null;
  const words = said.trim().replace(opening, "");
  const [amount] = quantity.exec(words) ?? [];
  const left = words
    .replace(quantity, "")
    .replaceAll(/(?<=\p{L})['’]s(?=\s)/gu, "")
    .replaceAll(noun, " ");
  const shared = readShared(left, scene);
  if (!shared) return null;
  const hasVerb = words !== said.trim();
  const isAmount = amount !== undefined && !/^(?:my|all)\s*$/iu.test(amount);
  const [figure] = amount?.match(new RegExp(`(?<![\\p{L}])(?:${number})(?![\\p{L}])`, "iu")) ?? [];
  const count = figure === undefined ? null : numberOf(figure);
  return {
    shared,
    count,
    isPlural: ((isAmount && hasVerb) || words.search(noun) >= 0) && count !== 1,
    hasVerb,
  };
};

/** Nothing but values, said of all: null where something else is said. */
export const readShared = (said: string, scene: Scene): QuickAdd | null => {
  const { read, left } = saidValues(said.replaceAll(hollow, " "), scene);
  if (!plain(left).split(" ").every(isFiller)) return null;
  const words = read.tokens.map(({ text }) => text).join(" ");
  return { ...(words === "" ? read : scene.quickAdd(words)), project: read.project };
};

/** The task of a line with what holds for all; what the line says itself wins, a day and a time are put together. */
export const commandWith = (line: string, shared: QuickAdd | null, scene: Scene): Made => {
  const own = scene.quickAdd(line);
  return commandFor(shared ? merged(own, shared, scene) : own, scene);
};

const merged = (own: QuickAdd, shared: QuickAdd, scene: Scene): QuickAdd => ({
  ...own,
  due: own.due === null ? shared.due : dueOf(own, shared, scene),
  recurrence: own.recurrence ?? (own.due === null ? shared.recurrence : null),
  deadline: own.deadline ?? shared.deadline,
  duration: own.duration ?? shared.duration,
  priority: own.priority ?? shared.priority,
  project: own.project ?? shared.project,
  assignee: own.assignee ?? shared.assignee,
  tags: [...new Set([...own.tags, ...shared.tags])],
  reminders: own.reminders.length > 0 ? own.reminders : shared.reminders,
});

const dueOf = (own: QuickAdd, shared: QuickAdd, scene: Scene): QuickAdd["due"] => {
  const [day, time] = namesDay(own, scene) ? [own.due, shared.due] : [shared.due, own.due];
  const isSplit = namesDay(own, scene) !== namesDay(shared, scene) && day?.kind === "day";
  return isSplit && time && time.kind !== "day"
    ? { ...time, at: `${day.at}T${time.at.slice(11)}` }
    : own.due;
};

const namesDay = ({ tokens }: QuickAdd, { when }: Scene): boolean =>
  when(tokens.flatMap(({ kind, text }) => (kind === "due" ? [text] : [])).join(" "))?.hasDay ??
  true;
