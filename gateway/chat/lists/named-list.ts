// Which list a message speaks of: a named one, one's own, the calendar, the reminders. Called by the rules beside it.
import type { Span } from "../../../domain/language/acts/read-spans.ts";
import { stem } from "../matching/words.ts";
import type { Scene } from "../scene.ts";

/** `own` is everything, `calendar` what has a date, `reminders` and `alarms` what reminds; `lists` are the lists themselves. */
export type List =
  | { is: "own" | "calendar" | "reminders" | "alarms" | "lists" }
  | { is: "named"; name: string };

/** A list and the words that name it, by their offsets. */
export type Said = { list: List; start: number; end: number };

const article = "(?:(?:my|the|our|your|a|an|this|that|any|all|some|of)\\s+)*";
const book = new RegExp(
  `${article}(?:\\p{L}+['’]s\\s+)?(?:calend[ae]r|schedule|agenda|diary|planner)s?(?!\\p{L})`,
  "iu",
);
const reminders = new RegExp(
  `${article}(?:list\\s+of\\s+)?reminders?(?:['’]?s)?(?:\\s+lists?)?(?!\\p{L})`,
  "iu",
);
const alarms = new RegExp(`${article}alarms?(?:\\s+clocks?)?(?!\\p{L})`, "iu");
const lists =
  /(?:(?:my|the|all|any|of|what|which|available|saved)\s+)*(?<!\p{L})lists(?!\p{L})(?!\s+(?:of|for)\s)/iu;
/** "shopping list", "list of groceries", "list for shopping", "the list called party time" */
const list =
  /(?<before>(?:[\p{L}\p{N}'’-]+\s+){0,4}?)(?<![\p{L}-]|^|(?:you|please|me|and|to|also)\s)list(?!\p{L})(?:\s+(?:of|for|called|named)\s+(?<after>(?:(?!on\b|at\b|tomorrow|today|please|for\b)[\p{L}\p{N}'’-]+\s*){1,4}))?/iu;
const inCategory =
  /(?:in|under|from|to|into)\s+(?:the\s+|my\s+)?(?<name>\p{L}[\p{L}\p{N}'’-]*)\s+(?:category|folder)(?!\p{L})/iu;

/** Words that name no list of its own. */
const ownWords = new Set(
  "to do todo todos to-do to-dos task tasks chore chores thing things item items stuff job jobs entire whole full current main own personal need domestic accomplish complete completely list lists my the our your a an this that it of on in for i have get done all new another fresh previous last next first open old me please out up".split(
    " ",
  ),
);
/** Verbs and small words that stand before a list and are not its name. */
const notName = new Set(
  "add put chuck jot write note down include place stick throw to on onto into in from off of out with at read show pull open see view check tell delete remove erase clear empty wipe trash zap drop scrap cancel get rid take make start create begin generate give need want is are do does did can you could would will what whats what's which where and or if not also be been bring update edit please just let let's hear know now go run walk through over about using everything anything something has should find search look complete finish tick mark cross scratch reset forget kill i'd i've i'm hey so then there throw away inform sort count every each many how here both them these those it's isn't until by whole entire new another".split(
    " ",
  ),
);

/** The list that is spoken of; null when none is. `spans` are the heard ones of the message. */
export const listIn = (said: string, spans: readonly Span[], scene: Scene): Said | null =>
  ofLists(said) ??
  ofWords(said, reminders, "reminders") ??
  ofNamed(said, spans, scene) ??
  ofWords(said, book, "calendar") ??
  ofWords(said, alarms, "alarms") ??
  ofCategory(said) ??
  ofMemory(said) ??
  ofKnown(said, scene);

const ofWords = (said: string, pattern: RegExp, is: "reminders" | "calendar" | "alarms") => {
  const match = pattern.exec(said);
  if (!match || (is === "calendar" && /^schedules?$/iu.test(match[0].trim()) && match.index === 0))
    return null;
  return { list: { is } as List, start: match.index, end: match.index + match[0].length };
};

const ofLists = (said: string): Said | null => {
  const match = lists.exec(said);
  return match && { list: { is: "lists" }, start: match.index, end: match.index + match[0].length };
};

const ofNamed = (said: string, spans: readonly Span[], scene: Scene): Said | null => {
  const match = list.exec(said);
  if (!match) return null;
  const isDate = scene.when(match.groups?.["after"] ?? "x x") !== null;
  if (isDate) match[0] = match[0].replace(/\s+(?:of|for)\s.*$/iu, "");
  if (isDate && match.groups) match.groups["after"] = "";
  const span = spans.find(
    ({ kind, text }) => kind === "list" && !isDate && /(?<!\p{L})list/iu.test(text),
  );
  const { before = "", after = "" } = match.groups ?? {};
  const at = match.index + before.length;
  const own = afterVerbs(before);
  const start = startOf(said, at - own.length - (/\s*$/u.exec(before)?.[0].length ?? 0));
  const name = span ? nameOf(span.text) : (nameOf(own) ?? nameOf(after.trimEnd()));
  const end = match.index + match[0].length;
  const whole = span
    ? { start: startOf(said, Math.min(span.start, at)), end: Math.max(span.end, at + 4) }
    : { start: Math.max(0, start), end };
  return name === null
    ? { list: { is: "own" }, ...whole }
    : { list: { is: "named", name }, ...whole };
};

/** With the articles before it. */
const startOf = (said: string, start: number): number =>
  start -
  (/(?:(?<!\p{L})(?:my|the|our|your|a|an|this|that)\s+)*$/iu.exec(said.slice(0, start))?.[0]
    .length ?? 0);

/** What stands right before "list", without the verbs and small words further before. */
const afterVerbs = (before: string): string => {
  const all = before.trim().split(/\s+/u).filter(Boolean);
  const last = all.findLastIndex((word) => notName.has(word.toLowerCase()));
  return all.slice(last + 1).join(" ");
};

/** The name in "my shopping list", "list of groceries"; null for one's own. */
const nameOf = (text: string): string | null => {
  const [first = "", ofWhat] = text.split(/(?<!\p{L})lists?\s+(?:of|for|called|named)\s+/iu);
  const words = (ofWhat ?? first)
    .replace(/(?<!\p{L})lists?(?!\p{L})/giu, " ")
    .split(/\s+/u)
    .filter(Boolean);
  while (words[0] && (ownWords.has(words[0].toLowerCase()) || /^\p{L}$/u.test(words[0])))
    words.shift();
  while (ownWords.has(words.at(-1)?.toLowerCase() ?? "-")) words.pop();
  const name = words.join(" ").replaceAll(/["“”'‘’]+$|^["“”'‘’]+/gu, "");
  return name === "" || name.length > 60 ? null : name;
};

const ofCategory = (said: string): Said | null => {
  const match = inCategory.exec(said);
  const name = match?.groups?.["name"];
  if (!match || name === undefined) return null;
  return { list: { is: "named", name }, start: match.index, end: match.index + match[0].length };
};

/** "what I wanted to remember", "the things I did not want to forget" */
const ofMemory = (said: string): Said | null => {
  const match =
    /(?:(?:what|which|the|those|some|were|was|are|is|it|all|of|kinds)\s+)*(?:things?|items?|what|it)?\s*(?:(?:that\s+)?(?:i|you)\s+)?(?:was\s+trying|were\s+supposed|are\s+you\s+supposed|wanted|want|did\s+not\s+want|didn['’]?t\s+want|asked\s+you|told\s+you)\s+to\s+(?:remember|recall|forget|bear\s+in\s+mind|remind\s+me\s+of)/iu.exec(
      said,
    );
  return match && { list: { is: "own" }, start: match.index, end: match.index + match[0].length };
};

/** "from packing", where there is such a project or tag. */
const ofKnown = (said: string, { projects, tags }: Scene): Said | null => {
  const match =
    /(?<=\s(?:from|off|out\s+of|in|on|to|onto)\s+)(?:my\s+|the\s+)?#?(?<name>[^#@]+?)[.!]?$/iu.exec(
      said,
    );
  const name = match?.groups?.["name"];
  const isKnown = [...projects, ...tags].some((one) => isNamed(one, name ?? ""));
  if (!match || name === undefined || !isKnown) return null;
  return { list: { is: "named", name }, start: match.index, end: said.length };
};

/** Whether a label is called so, in singular or plural. */
export const isNamed = (label: string, name: string): boolean => key(label) === key(name);

const key = (name: string): string =>
  name.toLowerCase().replaceAll(/[#@]/gu, "").split(/\s+/u).map(stem).join(" ");
