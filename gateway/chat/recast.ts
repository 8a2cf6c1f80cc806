// Orders in other people's words, said again in the words that the rules know. Pure. Called by grammar.ts before any rule.
import { findNamed } from "./pointing/targets.ts";
import type { Scene } from "./scene.ts";

type Words = Record<string, string>;
/** The sentence instead, or null where it does not fit after all. */
type Recast = [said: RegExp, instead: (words: Words, scene: Scene) => string | null];

const periods: Record<string, string> = {
  daily: "every day",
  nightly: "every night",
  weekly: "every week",
  fortnightly: "every other week",
  biweekly: "every other week",
  monthly: "every month",
  quarterly: "every 3 months",
  yearly: "every year",
  annual: "every year",
};

/** Whether words name one task that is there, or several that fit. */
const isKnown = (words: string, scene: Scene): boolean => {
  const targets = findNamed(words, scene.open, scene);
  return (targets.is === "found" && targets.isSure) || targets.is === "several";
};
const isExactly = (words: string, scene: Scene): boolean => {
  const targets = findNamed(words, scene.open, scene);
  return targets.is === "found" && targets.isExact === true;
};

const recasts: Recast[] = [
  // "add a weekly task called Empty bins"
  [
    /^(?:add|create|make|set\s+up|new)\s+(?:an?\s+)?(?:new\s+)?(?<period>daily|nightly|weekly|fortnightly|biweekly|monthly|quarterly|yearly|annual)\s+(?:(?:recurring|repeating)\s+)?(?:task|todo|to-do|reminder|item|chore)\s+(?:called|named|titled|to|for|:)\s*(?<what>.+)$/iu,
    ({ period = "", what }) => `add ${what} ${periods[period.toLowerCase()] ?? ""}`,
  ],
  // "add order toner tagged office and urgent"
  [
    /^(?<order>(?:add|create|new|put)\s.+?),?\s+(?:tagged|labell?ed)(?:\s+(?:as|with))?\s+(?<tags>[\p{L}\p{N}-]+(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)[\p{L}\p{N}-]+)*)$/iu,
    ({ order, tags = "" }) =>
      `${order} ${tags
        .split(/\s*,\s*|\s+and\s+|\s*&\s*/u)
        .map((tag) => `@${tag}`)
        .join(" ")}`,
  ],
  // "new reminder: order toner friday"
  [
    /^(?:an?\s+|another\s+)?(?:new|add|create|make|set)\s+(?:an?\s+)?(?:new\s+)?reminder\s*[:–—-]\s*(?:to\s+)?(?<what>.+)$/iu,
    ({ what }) => `remind me to ${what}`,
  ],
  // "remind me at 5pm to stretch every weekday"
  [
    /^remind\s+me\s+(?<at>at\s+\S+(?:\s*[ap]\.?m\.?)?)\s+to\s+(?<what>.+?)\s+(?<rule>(?:every|each)\s+.+|daily|weekly|monthly)$/iu,
    ({ at, what, rule }) => `remind me to ${what} ${rule} ${at}`,
  ],
  // "I'd like call Jo renamed to Call Joanna"
  [
    /^(?:(?:i['’]?d\s+like|i\s+would\s+like|i\s+want|i\s+need|please\s+have)\s+)?(?<what>.+?)\s+(?:to\s+be\s+)?(?:renamed|retitled)\s+(?:to|as|into)\s+(?<to>.+)$/iu,
    ({ what, to }) => `rename ${what} to ${to}`,
  ],
  // "scrap the ironing today and put it on friday instead"
  [
    /^(?:scrap|skip|forget|drop|cancel|leave|don['’]?t\s+do|take)\s+(?<what>.+?)(?:\s+(?:off\s+)?(?:today|tonight|for\s+today|this\s+\p{L}+))?\s*,?\s+(?:and|but)\s+(?:put|do|move|make|have|schedule)\s+(?:it|that|them)\s+(?:(?:on|to|for)\s+)?(?<when>.+?)(?:\s+instead)?$/iu,
    ({ what = "", when = "" }, scene) =>
      isKnown(what, scene) && scene.when(when) ? `move ${what} to ${when}` : null,
  ],
  // "i no longer need the towel", "i don't need the towel anymore"
  [
    /^(?:i|we)\s+(?:no\s+longer\s+(?:need|want)|(?:don['’]?t|do\s+not)\s+(?:need|want)(?=.*\sany\s?more$))\s+(?:to\s+(?:do\s+)?)?(?<what>.+?)(?:\s+any\s?more)?$/iu,
    ({ what = "" }, scene) => (isExactly(what, scene) ? `delete ${what}` : null),
  ],
  // "change standup date to friday", "edit standup: friday 10am"
  [
    /^(?:change|set|update|edit|move)\s+(?:the\s+)?(?<what>.+?)(?:['’]s)?\s+(?:due\s+)?(?:date|time|day)\s+(?:to|for)\s+(?<when>.+)$/iu,
    ({ what = "", when = "" }, scene) =>
      isKnown(what, scene) && scene.when(when) ? `move ${what} to ${when}` : null,
  ],
  [
    /^(?:change|update|edit)\s+(?<what>[^:]+?)\s*:\s+(?<when>.+)$/iu,
    ({ what = "", when = "" }, scene) =>
      isKnown(what, scene) && scene.when(when) ? `move ${what} to ${when}` : null,
  ],
  // "swap eggs for tofu on the shopping list"
  [
    /^(?:swap|replace|exchange|substitute)\s+(?:the\s+)?(?<what>.+?)\s+(?:for|with|by)\s+(?<to>.+?)(?:\s+(?:on|in)\s+(?:my|the|our)\s+.*(?:list|todos|tasks))?$/iu,
    ({ what = "", to = "" }, scene) => (isExactly(what, scene) ? `rename ${what} to ${to}` : null),
  ],
  // "put buy stamps down for tomorrow"
  [
    /^(?:put|pencil|jot|note|write)\s+(?<what>.+?)\s+(?:down|in)\s+(?:for|on)\s+(?<when>.+)$/iu,
    ({ what = "", when = "" }, scene) =>
      scene.when(when) && !isKnown(what, scene) ? `add ${what} ${when}` : null,
  ],
  // "zap every task"
  [
    /^(?:zap|nuke|kill|bin|wipe|get\s+rid\s+of|ditch)\s+(?<what>(?:every|all|each)(?:\s.+)?\s(?:tasks?|todos?|items?|things?|ones?))$/iu,
    ({ what }) => `delete ${what?.replace(/^every\s+task$/iu, "all tasks")}`,
  ],
  // "add rice if I don't have it yet"
  [
    /^(?:add|put)\s+(?<what>.+?)(?<if>\s*,?\s+(?:if|unless)\s+(?:i|we|it['’]?s?|they)(?!\p{L}).*(?:have|got|there|already|yet|listed|did).*)$/iu,
    ({ what = "", if: unless = "" }) =>
      /(?<!\p{L})lists?(?!\p{L})/iu.test(`${what}${unless}`)
        ? null
        : `add ${what} to my list unless it is there already`,
  ],
];

const longest = 200;

/** The sentence in known words; itself where nothing fits. */
export const recast = (said: string, scene: Scene): string => {
  if (said.length > longest || said.includes("\n")) return said;
  for (const [pattern, instead] of recasts) {
    const words = pattern.exec(said)?.groups;
    const other = words ? instead(words, scene) : null;
    if (other !== null) return other;
  }
  return said;
};
