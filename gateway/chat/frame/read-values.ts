// Several values said of one task: "make the water bill p1 and due tomorrow", "expense report: due 4 december, p3". Called by read-frame.ts.
import { act } from "../act.ts";
import type { Interpretation } from "../interpretation.ts";
import { plain } from "../matching/words.ts";
import { here, type Mention } from "../reading/mention.ts";
import { saidValues } from "../reading/said-values.ts";
import { valuesOf } from "../reading/values-of.ts";
import type { Scene } from "../scene.ts";
import { isFiller, negation } from "../matching/lexicon.ts";

const cues =
  /(?<![\p{L}])(?:assign(?:ed)?|hand(?:ed)?|tag(?:ged)?|label(?:led)?|move[sd]?|due|deadline|project|priority|prio|change|update|reschedule|starts?|done|finished|ready|belongs)(?![\p{L}])/giu;

/** Two values at least, and nothing else that means anything; one alone is a frame of its own. */
export const readValues = ({ name, rest, tasks }: Mention, scene: Scene): Interpretation | null => {
  if (negation.test(rest)) return null;
  const said = saidValues(rest, scene);
  const { read } = said;
  const kinds = new Set(read.tokens.map(({ kind }) => kind as string));
  if (read.project !== null) kinds.add("project");
  const left = said.left.replaceAll(here, " ").replaceAll(cues, " ");
  if (kinds.size < 2 || !plain(left).split(" ").every(isFiller)) return null;
  if (tasks.some((task) => valuesOf(read, task, scene) === null)) return null;
  return act(name, scene.open, scene, {
    phrase: (what) => `change ${what}`,
    commandsFor: (task) => {
      const changes = valuesOf(read, task, scene);
      return changes ? [{ type: "task.patch", taskId: task.id, changes }] : [];
    },
  });
};
