// What was shown, pointed at instead of named: "the second one", "the other one", "the pipe one", "it". Called by mentions-of.ts.
import type { Task } from "../../../domain/task.ts";
import { findTargets } from "../pointing/targets.ts";
import { here, type Mention } from "../reading/mention.ts";
import type { Scene } from "../scene.ts";

const place = "first|second|third|fourth|fifth|sixth|last|other";
const pointer = new RegExp(
  `(?<![\\p{L}])(?:the\\s+(?:${place})\\s+(?:one|task)|the\\s+(?:${place})(?=\\s+(?:is|was|needs|can|has|should|got))|the\\s+[\\p{L}'’-]+\\s+one|(?:number|no\\.)\\s*\\d{1,2}|#\\d{1,2}|(?:that|this)\\s+one|it)(?=['’]s|[^\\p{L}]|$)`,
  "iu",
);

/** The one task of a pool that the sentence points at; nothing when it points at none, or at several. */
export const pointedAt = (said: string, pool: Task[], scene: Scene): Mention[] => {
  const match = scene.shown.length === 0 ? null : pointer.exec(said);
  if (!match) return [];
  const [words] = match;
  const targets = findTargets(words, pool, scene);
  if (targets.is !== "found" || targets.tasks.length !== 1) return [];
  const rest = `${said.slice(0, match.index)}${here}${said.slice(match.index + words.length)}`;
  return [{ name: words, words, rest, tasks: targets.tasks }];
};
