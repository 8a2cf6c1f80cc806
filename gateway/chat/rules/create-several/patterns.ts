// The words that say that there are several new tasks. Data of create-several.ts.
import { nouns, number, verb } from "./shared.ts";

const single = "(?:task|to-?\\s?do|item|line|thing|one|entry|reminder)";
const own = "(?:separate|seperate|individual|different|single|distinct|own|new)";
/** What says that the words before it are several. */
const apart = new RegExp(
  `[\\s,;:(–—-]+(?:all\\s+|both\\s+)?(?:as\\s+(?:(?<count>${number})\\s+)?(?:${own}\\s+)+${nouns}|as\\s+(?<few>${number})\\s+${nouns}|as\\s+(?:tasks|to-?dos)|each(?:\\s+one)?(?:\\s+(?:as|on|in|being|is))?\\s+(?:its|their|an?)\\s+(?:${own}\\s+)+(?:${single})?|every\\s+one\\s+(?:as|on|in)\\s+(?:its|their|an?)\\s+(?:${own}\\s+)?${single}|each\\s+(?:as\\s+)?(?:an?|one)\\s+(?:${own}\\s+)?(?:task|to-?do|item)|(?:one|an?)\\s+(?:${own}\\s+)?(?:task|to-?do|item)\\s+(?:each|apiece|per\\s+\\p{L}+)|separately|individually|(?:separate|individual)\\s+${nouns})(?![\\p{L}])`,
  "iu",
);
/** "pay Ann and Bob separately" orders no tasks: such words want a verb of adding or a mark before them. */
const strong = /^\s*[,;:(–—-]|(?<!\p{L})as\s/iu;
const adds =
  /^(?:please\s+)?(?:add|create|put|make|new|write|note|jot|enter|save|(?:i\s+)?need)(?![\p{L}])/iu;

/** Where a sentence says that what stands before are several, and how many. */
export const apartIn = (
  said: string,
): { start: number; end: number; count: string | null } | null => {
  const match = apart.exec(said);
  if (!match || (!strong.test(match[0]) && !adds.test(said))) return null;
  const { count, few } = match.groups ?? {};
  return { start: match.index, end: match.index + match[0].length, count: count ?? few ?? null };
};

export const together = new RegExp(
  `[\\s,;(–—-]+(?:all\\s+)?as\\s+(?:one|a\\s+single|1)\\s+${single}(?![\\p{L}])`,
  "iu",
);
export const opening = new RegExp(`^${verb}(?:(?:tasks?|to-?dos?)\\s*:?\\s+|:\\s*)?`, "iu");
export const forEach = [
  new RegExp(
    `^${verb}(?:(?:an?|one)\\s+(?:${own}\\s+)?(?:task|to-?do|item)\\s+(?:each\\s+for|for\\s+(?:each|every\\s+one))(?:\\s+of)?(?:\\s+(?:these|the\\s+following))?|(?:separate|individual|different|single)\\s+${nouns}\\s+for(?:\\s+each\\s+of)?)\\s*:?\\s+(?<items>[^:]+)$`,
    "iu",
  ),
  new RegExp(
    `^(?:please\\s+)?(?:add|create)\\s+(?:(?:these|the\\s+following|new|some|${number})\\s+)*(?:tasks|to-?dos)\\s+(?!(?:for|to|on|in|by|due|with|called|from|about|and|or|as)(?![\\p{L}]))(?<items>[^:]+)$`,
    "iu",
  ),
];
export const another =
  /\s*(?:,\s*and|,|;|\sand)\s+(?:then\s+)?(?:one|another(?:\s+(?:one|task))?|the\s+(?:other|second|third)(?:\s+one)?|an?\s+(?:second|third|other)(?:\s+(?:one|task))?)\s+(?:is\s+)?(?:to|for|called|about)\s+/iu;
export const one =
  /^(?<head>.*?)[\s,:–—-]+(?:the\s+)?(?:first\s+)?one\s+(?:is\s+)?(?:to|for|called|about)\s+(?<items>.+)$/iu;
export const aTask = new RegExp(
  `^${verb}(?:an?|one)\\s+(?:new\\s+)?(?:task|to-?do)\\s+(?:to|called)\\s+(?<items>.+)$`,
  "iu",
);
export const quick =
  /tasks?|to-?\s?dos?|items?|things?|jobs|entr|errands|chores|reminders|own|separately|individually|these|those|following|another|\bone\b|\ball\b|\bboth\b|\beach\b|few|several|1[.)]/iu;
