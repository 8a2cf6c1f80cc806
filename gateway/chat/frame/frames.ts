// What can be said of a task, by the words that give it away wherever they stand, and the plain order it means. Data of the frame reader.
import { here } from "../reading/mention.ts";

/** What of a sentence a frame needs beside its cue. */
export type Value = "when" | "amount" | "level" | "project" | "person" | "tag" | "text" | "none";

/**
 * `cue` stands anywhere in the sentence; where it is null the value says enough. `of`: the tasks it can be said of. `isNegative`: the sentence
 * denies something ("no longer repeats"); where it is undefined a sentence may do so or not. `value` is what it needs, `means` the plain order.
 */
export type Frame = {
  cue: RegExp | null;
  of: "open" | "closed" | "trash" | "repeating";
  value: Value;
  isNegative?: boolean;
  /** The task in the past ("raked the leaves") needs no cue, and whoever did it may be named. */
  isDoing?: true;
  means: (value: string) => string;
};

const word = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "giu");

const X = here;
const reminding =
  "remind(?:er|ers|s|ed)?|ping|buzz|nudge|alert|alarm|notify|notification|shout|prod|poke|heads[\\s-]?up|forget";
const repeating = "repeat(?:s|ed|ing)?|recur(?:s|ring|rence|rent)?|repetition";
const ending =
  "stop|end|kill|cancel|turn|switch|remove|drop|shouldnt|once|longer|any\\s?more|needn['’]?t|doesn['’]?t|not|off";

/** Tried in this order: what says most first. */
export const frames: Frame[] = [
  {
    cue: word(
      "(?:write|put|add|jot|stick|append|note)(?=\\s)|notes?|description|details?|comments?|remarks?",
    ),
    of: "open",
    value: "text",
    means: (text) => `add a note to ${X}: ${text}`,
  },
  {
    cue: word("sub-?\\s?tasks?|sub-?\\s?items?|steps?|beneath|under(?:neath)?|below|child"),
    of: "open",
    value: "text",
    means: (text) => `add subtask "${text}" to ${X}`,
  },
  {
    cue: word(
      "re-?titled?|re-?named?|re-?word(?:ed)?|re-?phrased?|alter|title|wording|name|reads?|called|change",
    ),
    of: "open",
    value: "text",
    means: (text) => `rename ${X} to ${text}`,
  },
  {
    cue: word(`(?:${ending})[^§]{0,30}(?:${repeating})|(?:${repeating})[^§]{0,30}(?:${ending})`),
    of: "repeating",
    value: "none",
    means: () => `stop repeating ${X}`,
  },
  {
    cue: word(
      `(?:no|without|remove|delete|cancel|drop|clear|stop|turn\\s+off|don['’]?t\\s+need)\\s+(?:the\\s+|a\\s+|any\\s+|my\\s+)?(?:reminders?|alarms?|notifications?)`,
    ),
    of: "open",
    value: "none",
    means: () => `remove the reminders of ${X}`,
  },
  {
    cue: word(reminding),
    of: "open",
    value: "amount",
    means: (amount) => `remind me ${amount} before ${X}`,
  },
  { cue: word(reminding), of: "open", value: "when", means: (at) => `remind me about ${X} ${at}` },
  {
    cue: word(
      "un-?tick|un-?check|un-?complete|un-?do|re-?open|not\\s+done|not\\s+finished|isn['’]?t\\s+(?:done|finished)|still\\s+needs?|back\\s+on|needs?\\s+doing\\s+again|wasn['’]?t\\s+(?:done|finished)",
    ),
    of: "closed",
    value: "none",
    means: () => `reopen ${X}`,
  },
  {
    cue: word(
      "restore|un-?delete|bring\\s+back|get\\s+back|out\\s+of\\s+the\\s+(?:bin|trash)|back|recover|un-?bin|rescue",
    ),
    of: "trash",
    value: "none",
    means: () => `restore ${X}`,
  },
  {
    cue: word(
      "(?:off|remove|clear|drop|lose|without|unset)[^§]{0,20}(?:priority|prio)|(?:priority|prio)\\s+off",
    ),
    of: "open",
    value: "none",
    means: () => `remove the priority from ${X}`,
  },
  {
    cue: word("priority|prio|urgent|important"),
    of: "open",
    value: "none",
    isNegative: true,
    means: () => `remove the priority from ${X}`,
  },
  {
    cue: null,
    of: "open",
    value: "level",
    isNegative: false,
    means: (level) => `make ${X} p${level}`,
  },
  {
    cue: word("tag(?:ged|s|ging)?|label(?:led|s)?|carry|wear|bear"),
    of: "open",
    value: "tag",
    isNegative: false,
    means: (tag) => `tag ${X} with @${tag}`,
  },
  {
    cue: word(
      "move[sd]?|belongs?|goes|go|under|into|in|to|project|file[sd]?|sort|stick|chuck|lives?|ought|should",
    ),
    of: "open",
    value: "project",
    isNegative: false,
    means: (project) => `move ${X} to #${project}`,
  },
  {
    cue: word("assign(?:ed)?|hand|give|pass|for|to|does|do|will|responsible|job|turn|owner|on"),
    of: "open",
    value: "person",
    isNegative: false,
    means: (name) => `assign ${X} to ${name}`,
  },
  {
    cue: word(
      "skip(?:ping|ped)?|(?<!(?<![\\p{L}])(?:i|we)\\s+(?:really\\s+)?)miss(?:ing)?|sit\\s+out|not\\s+doing|leave\\s+out",
    ),
    of: "repeating",
    value: "none",
    means: () => `skip ${X}`,
  },
  {
    cue: word(
      "skip(?:ping|ped)?|(?<!(?<![\\p{L}])(?:i|we)\\s+(?:really\\s+)?)miss(?:ing)?|sit\\s+out|not\\s+doing",
    ),
    of: "repeating",
    value: "when",
    means: (when) => `skip ${X} ${when}`,
  },
  {
    cue: word(
      "later|earlier|sooner|slip(?:ped|s)?|delay(?:ed)?|postponed?|push(?:ed)?|more|extra|extend|back|forward|longer|shift(?:ed)?|moved?",
    ),
    of: "open",
    value: "amount",
    isNegative: false,
    means: (amount) => `postpone ${X} ${amount}`,
  },
  {
    cue: word(
      "done|finished?|completed?|tick(?:ed)?(?:\\s+off)?|cross(?:ed)?(?:\\s+off)?|check(?:ed)?(?:\\s+off)?|sorted|did|went\\s+out|gone|handled|dealt|over|behind\\s+me|submitted|sent|paid|bought|booked|fixed|posted|mailed|delivered|returned|signed|ordered|cleaned|washed|written|called|rung|spoken|✅|✔|☑",
    ),
    of: "open",
    value: "none",
    isNegative: false,
    isDoing: true,
    means: () => `complete ${X}`,
  },
  {
    cue: word(
      "delete[sd]?|remove[sd]?|bin(?:ned)?|scrap(?:ped)?|ditch|axe|trash(?:ed)?|throw\\s+away|get\\s+rid",
    ),
    of: "open",
    value: "none",
    isNegative: false,
    means: () => `delete ${X}`,
  },
  {
    cue: word(
      "move[sd]?|reschedul\\p{L}+|starts?|begins?|happens?|happening|due|(?:let(?:['’]?s|\\s+us)\\s+)?say|make|do|doing|until|till|need|needs|set|put|have|is|are|will|be|s|takes?\\s+place|postponed?|push(?:ed)?|shift(?:ed)?|change[sd]?|now|instead|rather",
    ),
    of: "open",
    value: "when",
    means: (to) => `move ${X} to ${to}`,
  },
];
