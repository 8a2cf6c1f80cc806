// "remove that tag again", "take the date off again": what was just set. Called by follow-up.ts.
import type { Interpretation } from "../../interpretation.ts";
import { run } from "../../asking.ts";
import type { LastChange } from "../../reading/last-change.ts";

const removing =
  /^(?:no[\s,]+|sorry[\s,]+|actually[\s,]+)*(?:remove|delete|drop|lose|clear|take)\s+(?:off\s+)?(?:that|the|this)\s+(tag|label|date|due\s+date|priority|reminder|project|note)(?:\s+off)?\s+again[.!]*$/iu;

/** The last change is undone, when it is what the words name. */
export const takenBack = (message: string, { turn }: LastChange): Interpretation | null => {
  const what = removing
    .exec(message)?.[1]
    ?.toLowerCase()
    .replace(/^due\s+/u, "");
  if (what === undefined) return null;
  const said = `${turn.message} ${turn.text}`.toLowerCase();
  const isIt = said.includes(what) || (what === "date" && said.includes("due"));
  return isIt ? run({ type: "history.undo", correlationId: turn.correlationId }) : null;
};
