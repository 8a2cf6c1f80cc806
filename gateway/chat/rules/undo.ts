// "undo", "undo the last two", "put it back", "redo". Rules of the grammar.
import type { Turn } from "../../../domain/conversation.ts";
import { numberOf } from "../../../domain/language/amounts.ts";
import { run, talk } from "../asking.ts";
import { contentWords, plain, stem } from "../matching/words.ts";
import { redoable, undoable } from "../reading/turns.ts";
import type { Rule } from "../scene.ts";

const sigh =
  "(?:(?:oh|ah|nah|im\\s+not|oops+|whoops|ups|uh|no|nope|wait|nvm|never\\s?mind|nevermind|sorry|hmm|actually|ok|okay|please|my\\s+(?:bad|mistake)|wrong\\s+(?:one|task)|not\\s+that(?:\\s+one)?|hang\\s+on|damn|argh|ugh|shit|that\\s+was\\s+(?:wrong|a\\s+mistake|an\\s+accident)|i\\s+changed\\s+my\\s+mind)\\s+)*";
const last =
  "(?:it|that|this|them|those|(?:the|my)\\s+(?:last|latest|previous|recent)(?:\\s+(?:one|change|changes|thing|action|command|step|edit|message|move|deletion|completion|update))?|last|(?:what|the\\s+thing)\\s+(?:i|you|we)\\s+just\\s+did|(?:that|the)\\s+(?:change|deletion|completion|rename|move|action|edit|last))";
const tail =
  "(?:\\s+(?:again|please|now|pls|thanks|right\\s+away|for\\s+me|actually|too|as\\s+well))*";
const undoing = new RegExp(
  `^${sigh}(?:(?:undo|revert|un\\s?do|roll\\s?back|rollback|reverse)(?:\\s+${last})?|take\\s+(?:that|it|them|this)\\s+back|(?:put|bring|change|turn|set|move|get|roll|switch|rename)\\s+(?:it|that|them|this|everything)\\s+back(?:\\s+(?:to\\s+)?(?:how|as|the\\s+way|what|where)\\s+it\\s+was(?:\\s+before)?)?|i\\s+still\\s+(?:want|need)\\s+(?:that|it|them)|ctrl\\s?\\+?\\s?z|cmd\\s?\\+?\\s?z|go\\s+back|i\\s+(?:didnt|did\\s+not)\\s+(?:mean|want)\\s+(?:that|this|it|to(?:\\s+do\\s+(?:that|this|it))?)|that\\s+was\\s+(?:a\\s+mistake|an\\s+accident|wrong|not\\s+what\\s+i\\s+(?:meant|wanted))|(?:undo|revert)\\s+(?:it|that)\\s+all)${tail}$`,
);
const many = new RegExp(
  `^${sigh}(?:undo|revert|take\\s+back)\\s+(?:(?:the|my)\\s+)?(?:(?:last|previous|latest)\\s+)?(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|both|twice|couple(?:\\s+of)?)(?:\\s+(?:last|previous|latest))?(?:\\s+(?:of\\s+(?:them|those)|ones|changes|things|actions|commands|steps|times|messages|of\\s+my\\s+changes))?${tail}$`,
);
const redoing = new RegExp(
  `^${sigh}(?:redo(?:\\s+${last})?|un-?\\s?undo(?:\\s+${last})?|undo\\s+(?:the|that|my)\\s+(?:last\\s+)?undo|ctrl\\s?\\+?\\s?y|(?:revert|reverse|take\\s+back)\\s+(?:the|that|my)\\s+undo|(?:do|apply)\\s+it\\s+(?:again|anyway|after\\s+all))${tail}$`,
);
/** "didn't water them yet, undo that": said at the end of what went wrong. */
const atTheEnd =
  /[,.;:!–—-]\s*(?:(?:so|please|pls|just|can\s+you|could\s+you|then)[\s,]+)*(?:undo|revert|take\s+(?:it|that)\s+back)(?:\s+(?:it|that|this))?(?:\s+please)?[.!]*$/iu;
/** "undo the delete": the last of its kind. */
const ofKind =
  /^(?:undo|revert|take\s+back)\s+(?:the|that|my)\s+(?:last\s+)?(?:(?<deleted>delet(?:e|ion|ing)|removal)|(?<completed>complet(?:e|ion|ing)|tick)|(?<created>add(?:ition|ing)?|creation|new\s+task)|(?<restored>restore)|(?<reopened>reopen(?:ing)?))$/u;

/** "undo the deletion of milk" */
const ofTask =
  /^(?:undo|revert)\s+(?:the\s+|my\s+)?(?:(?:deletion|deleting|completion|completing|rename|renaming|move|moving|change|changes|tagging|edit|assignment)\s+(?:of|to|on|for)\s+)?(.+)$/iu;

/** Takes back the latest changes that still stand; said again it goes further back. */
export const undo: Rule = (said, { conversation }) => {
  const words = plain(said);
  const all = undoable(conversation.recent);
  const count = many.exec(words)?.[1];
  if (count !== undefined) return takeBack(all.slice(0, countOf(count)), "history.undo");
  if (undoing.test(words) || atTheEnd.test(said)) return takeBack(all.slice(0, 1), "history.undo");
  const kind = kindIn(words);
  const newest =
    kind &&
    all.find(({ changes, directory = [] }) =>
      [...changes, ...directory].every(({ what }) => what === kind),
    );
  if (newest) return takeBack([newest], "history.undo");
  if (redoing.test(words))
    return takeBack(redoable(conversation.recent).slice(0, 1), "history.redo");
  const named = ofTask.exec(said)?.[1];
  const turn = named === undefined ? undefined : all.find((one) => speaksOf(one, named));
  return turn ? takeBack([turn], "history.undo") : null;
};

const kindIn = (words: string): string | undefined =>
  Object.entries(ofKind.exec(words)?.groups ?? {}).find(([, said]) => said !== undefined)?.[0];

const countOf = (word: string): number =>
  /^(?:both|twice|couple)/.test(word) ? 2 : Math.max(1, Math.min(10, numberOf(word)));

const speaksOf = ({ changes, directory = [] }: Turn, words: string): boolean => {
  const wanted = contentWords(words).map(stem);
  const [only, more] = [...changes.map(({ title }) => title), ...directory.map(({ name }) => name)];
  const stems = more === undefined ? contentWords(only ?? "").map(stem) : [];
  return wanted.length > 0 && wanted.every((word) => stems.includes(word));
};

const takeBack = (turns: Turn[], type: "history.undo" | "history.redo") =>
  turns.length === 0
    ? talk(type === "history.undo" ? "There is nothing to undo." : "There is nothing to redo.")
    : run(...turns.map(({ correlationId }) => ({ type, correlationId })));
