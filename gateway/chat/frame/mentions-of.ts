// The tasks that a clause speaks of, by name or pointed at. Called by read-frame.ts and clause.ts.
import type { Task } from "../../../domain/task.ts";
import { plain } from "../matching/words.ts";
import { findMentions, type Mention } from "../reading/mention.ts";
import { isImperative } from "../matching/task-verbs.ts";
import type { Scene } from "../scene.ts";
import { isFiller } from "../matching/lexicon.ts";
import { pointedAt } from "./pointer.ts";

/** Named ones first; a verb alone names no task. */
export const mentionsOf = (said: string, pool: Task[], scene: Scene): Mention[] => [
  ...findMentions(said, pool).filter(({ words, tasks }) => {
    const named = plain(words);
    const isWhole = tasks.some(({ title }) => plain(title) === named);
    // "not" is no "notes", whatever their stems are.
    if (!isWhole && (isFiller(named) || named === "not")) return false;
    return isWhole || !isImperative(named) || named.includes(" ");
  }),
  ...pointedAt(said, pool, scene),
];
