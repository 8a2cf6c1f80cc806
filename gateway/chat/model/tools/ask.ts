// The tool that asks which task is meant. The words of the question are ours: a model's could hide what a choice does.
import * as z from "zod";
import type { TaskCommand } from "../../../../domain/command.ts";
import type { Task } from "../../../../domain/task.ts";
import { ask, labelOf, maxChoices } from "../../asking.ts";
import { Handles, tasksOf, tool } from "./tool.ts";

const orders: Record<string, (task: Task) => TaskCommand> = {
  complete: ({ id }) => ({ type: "task.complete", taskId: id }),
  delete: ({ id }) => ({ type: "task.delete", taskId: id }),
  reopen: ({ id }) => ({ type: "task.reopen", taskId: id }),
  restore: ({ id }) => ({ type: "task.restore", taskId: id }),
  skip: ({ id }) => ({ type: "task.skip", taskId: id }),
};

const questions: Record<string, string> = {
  complete: "Which one shall I complete?",
  delete: "Which one shall I delete?",
  reopen: "Which one shall I open again?",
  restore: "Which one shall I take out of the trash?",
  skip: "Which one shall I skip?",
};

export const askWhich = tool(
  "ask_which",
  "Asks the person which of several tasks that fit equally well they mean. For any other question just write it.",
  z.strictObject({
    tasks: Handles,
    action: z
      .enum(["complete", "delete", "reopen", "restore", "skip"])
      .describe("What is to be done with the one they choose"),
  }),
  ({ tasks, action }, desk) => {
    const offered = tasksOf(tasks, desk).slice(0, maxChoices);
    const choices = offered.map((task) => {
      const order = orders[action];
      return { label: labelOf(task, desk.scene), commands: order ? [order(task)] : [] };
    });
    const none = { label: "None of these", commands: [] };
    return { is: "meant", meant: ask(questions[action] ?? "Which one?", [...choices, none]) };
  },
);
