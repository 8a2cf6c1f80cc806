// "done", "delete", "move it": an order that lacks its task or its end. Rule of the grammar.
import { ask, quote, talk } from "../asking.ts";
import { plain } from "../matching/words.ts";
import type { Rule } from "../scene.ts";

const verbs =
  /^(?:all done|complete|completed|finish|finished|done|check|tick|mark|delete|remove|rename|move|postpone|reschedule|reopen|restore|cancel|change|edit|update|tag|untag|set|due|priority)(?: (?:a )?task)?$/;
const moves = /^(?:move|change|edit|update|set) (?:it|that|this|the task|this task|that task)$/;

/** Asks for what is missing. "done" said of the one task shown last is offered as its completion. */
export const bareVerb: Rule = (said, { shown }) => {
  const words = plain(said);
  if (moves.test(words))
    return talk("What shall change? For example “move it to friday” or “rename it to call mum”.");
  if (!verbs.test(words)) return null;
  const only = shown.length === 1 ? shown[0] : undefined;
  if (
    only &&
    only.status !== "done" &&
    only.deletedAt === null &&
    /^(?:done|finished|completed?)$/.test(words)
  ) {
    return ask(`Is ${quote(only.title)} done?`, [
      {
        label: `Yes, complete ${quote(only.title)}`,
        commands: [{ type: "task.complete", taskId: only.id }],
      },
      { label: "No, leave it", commands: [] },
    ]);
  }
  return talk(`Which task? For example “${words.split(" ")[0] ?? "complete"} buy milk”.`);
};
