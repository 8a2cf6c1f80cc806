// "show filter Soon", "what's in my filter Soon?", "filter: overdue & p1". Called by directory.ts.
import { matches } from "../../../../domain/filter/matches.ts";
import { readFilter } from "../../../../domain/filter/read-filter.ts";
import { countOf, quote, talk } from "../../asking.ts";
import type { Interpretation } from "../../interpretation.ts";
import type { Scene } from "../../scene.ts";
import { bare, filterNamed } from "./names.ts";

const asks =
  /^(?:please\s+)?(?:(?:show|open|list|run|apply|use|view)(?:\s+me)?|what(?:['’]?s|\s+is)\s+in)\s+(?:the\s+|my\s+)?(?:saved\s+)?filter(?:\s*:)?\s+(?<name>.+)$|^filter\s*:\s*(?<query>.+)$/iu;

/** The tasks that fit a saved filter, or a query that is said. */
export const showFilter = (said: string, scene: Scene): Interpretation | null => {
  const { name, query } = asks.exec(said)?.groups ?? {};
  const words = name ?? query;
  if (words === undefined) return null;
  const saved = filterNamed(words, scene);
  const read = readFilter(saved?.query ?? bare(words), scene.clock);
  if (!read.ok)
    return name === undefined
      ? talk(`I cannot read that filter: ${read.problem.message}.`)
      : talk(`There is no filter ${quote(bare(words))}. “List my filters” shows those you have.`);
  const found = [...scene.open, ...scene.closed].filter((task) =>
    matches(task, read.filter, scene.clock),
  );
  const title = saved ? quote(saved.name) : "that filter";
  return {
    commands: [],
    answer: {
      kind: "list",
      taskIds: found.map(({ id }) => id),
      text:
        found.length === 0 ? `Nothing fits ${title}.` : `${countOf(found.length)} for ${title}.`,
      ...(found.length > 1 && { filter: saved?.query ?? bare(words) }),
    },
  };
};
