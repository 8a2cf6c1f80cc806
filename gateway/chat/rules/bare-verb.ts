// "done", "delete", "move it": an order that lacks its task or its end. Rule of the grammar.
import { ask, quote, talk } from "../asking.ts";
import { plain } from "../matching/words.ts";
import { exactTasks } from "../matching/find-task.ts";
import type { Interpretation } from "../interpretation.ts";
import type { Rule, Scene } from "../scene.ts";

const verbs =
  /^(?:all done|complete|completed|finish|finished|done|check|tick|mark|delete|remove|rename|move|postpone|reschedule|reopen|restore|cancel|change|edit|update|tag|untag|set|due|priority)(?: (?:a )?task)?$/;
const moves = /^(?:move|change|edit|update|set) (?:it|that|this|the task|this task|that task)$/;

/** Asks for what is missing. "done" said of the one task shown last is offered as its completion. */
export const bareVerb: Rule = (said, scene) => {
  const { shown } = scene;
  const words = plain(said);
  if (moves.test(words))
    return talk("What shall change? For example “move it to friday” or “rename it to call mum”.");
  const known = unsaidChange(said, scene);
  if (known) return known;
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

/** "update standup", of a task of that very title: what shall change is not said. */
const unsaidChange = (said: string, scene: Scene): Interpretation | null => {
  const words = /^(?:update|edit|change|modify|adjust)\s+(?:the\s+|my\s+)?(.+)$/iu.exec(said)?.[1];
  const [only, other] = words === undefined ? [] : exactTasks(words, scene.open);
  if (!only || other || exactTasks(said, scene.open).length > 0) return null;
  const title = quote(only.title);
  return {
    commands: [],
    answer: {
      kind: "list",
      taskIds: [only.id],
      text: `What shall change of ${title}? For example “move it to friday”, “rename it to …” or “make it p1”.`,
    },
  };
};
