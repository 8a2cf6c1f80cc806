// "it is raining", "Tom said he might call on friday", "got soaked on the way home": says how the world is, orders nothing. Called by create-plain.ts and grammar.ts.
import { isFiller } from "../matching/lexicon.ts";
import { plain } from "../matching/words.ts";
import { isImperative } from "../matching/task-verbs.ts";
import { clauses, endings, moods, openings, over, pasts, speaking, subordinate } from "./told.ts";

const asking = /^(?:tell|show|give|help|send|teach|sing|write|read|recite|draw)\s+(?:me|us)\s/iu;
/** "IT support ticket", "WHO report": no pronouns. */
const acronym = /^(?:IT|WHO|US|AM|IS|OR)\s+(?=.*\p{Ll})/u;
/** A thing to be done by then is a task, whatever its first word. */
const isMarked = /(?<![\p{L}\p{N}])(?:by\s+\S.*|p[1-4]|[#@]\p{L}\S*)$/iu;

/** Says something instead of ordering it. `title` is the sentence without its dates and labels. */
export const isStatement = (said: string, title = said): boolean => {
  if (asking.test(said)) return true;
  if (pasts.test(said) && over.test(said)) return true;
  if (isImperative(said)) return !speaking.test(said) && tellsInside(said);
  return (moods.test(said) && !isMarked.test(said)) || begins(said) || tells(said, title);
};

/** "sad lamp delivery thursday": only its first word looks like a statement, so it may be offered as a task. */
export const mayBeTask = (said: string, title: string): boolean =>
  !isStatement(said, title) ||
  (moods.test(said) && title.split(" ").length >= 3 && !begins(said) && !tells(said, title));

const begins = (said: string): boolean =>
  !acronym.test(said) && openings.some((one) => one.test(said));

/** "book club was great": the verb is a noun, and the clause its own. */
const tellsInside = (said: string): boolean => {
  const at = clauses[0] === undefined ? -1 : said.search(clauses[0]);
  return at > 0 && !subordinate.test(said.slice(0, at + 1));
};

const tells = (said: string, title: string): boolean =>
  clauses.some((one) => one.test(said)) ||
  endings.some((one) => one.test(title)) ||
  plain(title)
    .split(" ")
    .every((word) => isFiller(word) || /^(?:again|maybe|later|soon|finally)$/u.test(word));
