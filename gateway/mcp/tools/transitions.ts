// Tools that complete, reopen, skip, delete and restore a task. Offered by server.ts.
import * as z from "zod";
import { TaskCommand } from "../../../domain/command.ts";
import { Id } from "../../../domain/ids.ts";
import { change, Changed } from "../change.ts";
import { idempotencyKey } from "../fields.ts";
import { type AnyTool, type Tool, tool } from "../tool.ts";

const Target = z.object({
  taskId: Id,
  expectedVersion: z
    .int()
    .min(1)
    .optional()
    .describe("Refused when the task has another version by now"),
  idempotencyKey,
});
const Dated = Target.extend({
  occurrence: Id.optional().describe(
    "Of a repeating task: the date that is meant (`occurrence` of the task), so that a repeated call does not do the next one too",
  ),
});

type Verb = "complete" | "reopen" | "skip" | "delete" | "restore";

type Said = Pick<
  Tool<z.ZodObject, z.ZodObject>,
  "name" | "title" | "description" | "does" | "repeatable"
>;

const transition = (verb: Verb, input: z.ZodObject, said: Said): AnyTool =>
  tool({
    ...said,
    input,
    output: Changed,
    run: async (call, given) => {
      const { idempotencyKey: key, ...asked } = given;
      const command = TaskCommand.parse({ type: `task.${verb}`, ...asked });
      return change(call, command, { key: idempotencyKey.parse(key) });
    },
  });

export const transitionTools: AnyTool[] = [
  transition("complete", Dated.extend({ forever: z.boolean().optional() }), {
    name: "complete_task",
    title: "Complete a task",
    description:
      "Marks a task done; a repeating one goes on to its next date. forever ends the series: ask the person first.",
    does: "change",
    repeatable: false,
  }),
  transition("reopen", Target, {
    name: "reopen_task",
    title: "Open a task again",
    description:
      "Opens a done or cancelled task; takes back the last completion or skip of a repeating one.",
    does: "change",
    repeatable: false,
  }),
  transition("skip", Dated, {
    name: "skip_occurrence",
    title: "Skip this date",
    description: "Lets the current date of a repeating task pass as skipped.",
    does: "change",
    repeatable: false,
  }),
  transition("delete", Target, {
    name: "delete_task",
    title: "Move a task to the trash",
    description: "restore_task brings it back. Ask the person before you delete more than one.",
    does: "remove",
    repeatable: true,
  }),
  transition("restore", Target, {
    name: "restore_task",
    title: "Take a task out of the trash",
    description: "Brings a deleted task back as it was, with its reminders.",
    does: "change",
    repeatable: true,
  }),
];
