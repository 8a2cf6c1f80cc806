// Tools that complete, reopen, skip, delete and restore a task. Offered by server.ts.
import * as z from "zod";
import type { TaskCommand } from "../../../domain/command.ts";
import { Id } from "../../../domain/ids.ts";
import { type Call, order } from "../call.ts";
import { type AnyTool, tool } from "../tool.ts";
import { Changed, changedOf } from "../view.ts";
import { taskOf } from "./look.ts";

const expectedVersion = z
  .int()
  .min(1)
  .optional()
  .describe("Refused when the task has another version by now");
const Target = z.object({ taskId: Id, expectedVersion });
const Dated = Target.extend({
  occurrence: Id.optional().describe(
    "Of a repeating task: the date that is meant, else the current one",
  ),
});

const carryOut = async (call: Call, command: TaskCommand) => {
  const [person, replies] = await Promise.all([
    call.person(),
    order(call, [command], { asked: command }),
  ]);
  const [reply] = replies;
  if (!reply) throw new Error("a command has no reply");
  return changedOf(reply.task, reply.changes, person, call.origin.correlationId);
};

/** The occurrence that is meant, so that the same call twice does not do the next one too. */
const occurrenceOf = async (call: Call, taskId: Id): Promise<Id | undefined> =>
  (await taskOf(call, taskId)).occurrence?.id;

export const transitionTools: AnyTool[] = [
  tool({
    name: "complete_task",
    title: "Complete a task",
    description:
      "Marks a task done; a repeating one goes on to its next date. forever ends the series: ask the person first.",
    does: "change",
    repeatable: false,
    input: Dated.extend({ forever: z.boolean().optional() }),
    output: Changed,
    run: async (call, { taskId, expectedVersion: version, occurrence, forever }) => {
      const meant = occurrence ?? (await occurrenceOf(call, taskId));
      return carryOut(call, {
        type: "task.complete",
        taskId,
        occurrence: meant,
        forever,
        expectedVersion: version,
      });
    },
  }),
  tool({
    name: "reopen_task",
    title: "Open a task again",
    description:
      "Opens a done or cancelled task; takes back the last completion or skip of a repeating one.",
    does: "change",
    repeatable: false,
    input: Target,
    output: Changed,
    run: async (call, target) => carryOut(call, { type: "task.reopen", ...target }),
  }),
  tool({
    name: "skip_occurrence",
    title: "Skip this date",
    description: "Lets the current date of a repeating task pass as skipped.",
    does: "change",
    repeatable: false,
    input: Dated,
    output: Changed,
    run: async (call, { taskId, expectedVersion: version, occurrence }) => {
      const meant = occurrence ?? (await occurrenceOf(call, taskId));
      return carryOut(call, {
        type: "task.skip",
        taskId,
        occurrence: meant,
        expectedVersion: version,
      });
    },
  }),
  tool({
    name: "delete_task",
    title: "Move a task to the trash",
    description: "restore_task brings it back. Ask the person before you delete more than one.",
    does: "remove",
    repeatable: true,
    input: Target,
    output: Changed,
    run: async (call, target) => carryOut(call, { type: "task.delete", ...target }),
  }),
  tool({
    name: "restore_task",
    title: "Take a task out of the trash",
    description: "Brings a deleted task back as it was, with its reminders.",
    does: "change",
    repeatable: true,
    input: Target,
    output: Changed,
    run: async (call, target) => carryOut(call, { type: "task.restore", ...target }),
  }),
];
