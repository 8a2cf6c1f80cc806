// Finds one person's tasks by words, wherever they stand: open, over or in the trash. Called by GET /search.
import type { Id } from "../../domain/ids.ts";
import { byRank, type Hit, hitOf, mayBeSlip, sureLetters } from "../../domain/search/rank.ts";
import { wordsIn } from "../../domain/words.ts";
import { prepared, type Queryable } from "../pool.ts";
import { taskOfRow, type TaskRead } from "./task-of-row.ts";
import { terms } from "./words.ts";

// As in list-tasks-like.ts the words alone narrow it down. What is open is looked for by itself: what is over is mostly more.
const statement = prepared(
  "search-tasks",
  `
(select doc, xmin::text as mark from tasks where search @@ $2::tsquery and coalesce(owner_id) = $1 and shelf + 0 = 0 limit $3)
union all
(select doc, xmin::text as mark from tasks where search @@ $2::tsquery and coalesce(owner_id) = $1 and shelf + 0 > 0 limit $3)`,
);

/** Rows of each kind that are ranked. Where more fit, which of them is chance; more letters make them fewer. */
const mostRanked = 150;

/**
 * The best `limit` hits among the rows that were ranked. Every word of `text` has to begin a word of the task; only where that finds too few are
 * slips of the fingers looked for (from the third letter on). A text without any letter or figure finds nothing.
 */
export const searchTasks = async (
  db: Queryable,
  { ownerId, text, limit }: { ownerId: Id; text: string; limit: number },
): Promise<Hit[]> => {
  const words = wordsIn(text);
  if (words.length === 0) return [];
  const found = new Map<Id, Hit | null>();
  const look = async (query: string): Promise<void> => {
    const { rows } = await db.query<TaskRead>(statement([ownerId, query, mostRanked]));
    for (const task of rows.map(taskOfRow))
      if (!found.has(task.id)) found.set(task.id, hitOf(task, words));
  };
  const { whole, starts, slips } = queriesOf(ownerId, words);
  // Whole words first: where too many words begin so, theirs are ranked all the same.
  await look(whole);
  await look(starts);
  if (hitsIn(found).length < limit && slips !== starts) await look(slips);
  return hitsIn(found).toSorted(byRank).slice(0, limit);
};

const hitsIn = (found: Map<Id, Hit | null>): Hit[] =>
  [...found.values()].filter((hit) => hit !== null);

const queriesOf = (ownerId: Id, words: string[]) => {
  const starts = words.map((word) => terms.start(ownerId, word));
  const whole = words.map((word) => terms.word(ownerId, word));
  const slips = words.map((word, at) =>
    mayBeSlip(word) ? terms.start(ownerId, word.slice(0, sureLetters)) : starts[at],
  );
  const all = (of: (string | undefined)[]): string => of.join(" & ");
  return { whole: all(whole), starts: all(starts), slips: all(slips) };
};
