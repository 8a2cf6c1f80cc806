// Every tool of the model, and how they are described to it. Called by rounds.ts and endpoint.ts.
import * as z from "zod";
import type { ToolCall } from "../answer.ts";
import { askWhich } from "./ask.ts";
import { updateTasks } from "./change.ts";
import { createTask } from "./create.ts";
import { redo, undo } from "./history.ts";
import { listTasks, readTask } from "./read.ts";
import { addReminders, removeReminders, snoozeReminder } from "./remind.ts";
import type { Desk, Outcome, Tool } from "./tool.ts";
import {
  completeTasks,
  deleteTasks,
  reopenTasks,
  restoreTasks,
  skipTasks,
  stopRepeating,
} from "./transitions.ts";

const tools: Tool[] = [
  createTask,
  updateTasks,
  completeTasks,
  reopenTasks,
  deleteTasks,
  restoreTasks,
  skipTasks,
  stopRepeating,
  addReminders,
  removeReminders,
  snoozeReminder,
  listTasks,
  readTask,
  undo,
  redo,
  askWhich,
];
const byName = new Map(tools.map((one) => [one.name, one]));

const parametersOf = ({ args }: Tool): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(args, {
    io: "input",
    target: "draft-7",
    unrepresentable: "any",
  });
  return schema;
};

/** The tools as the chat completions API takes them: made of the same schemas their calls are parsed with. */
export const toolSpecs = tools.map((one) => ({
  type: "function" as const,
  function: { name: one.name, description: one.description, parameters: parametersOf(one) },
}));

/** What a call comes to. Never throws for what the model wrote: that is an outcome `wrong`. */
export const carryOut = ({ name, input }: ToolCall, desk: Desk): Outcome => {
  const tool = byName.get(name);
  if (!tool)
    return { is: "wrong", message: `there is no tool ${JSON.stringify(name.slice(0, 60))}` };
  const read = parsed(input);
  return read.ok
    ? tool.call(read.value, desk)
    : { is: "wrong", message: "the arguments are not JSON" };
};

const parsed = (input: string): { ok: true; value: unknown } | { ok: false } => {
  if (input.trim() === "") return { ok: true, value: {} };
  try {
    return { ok: true, value: JSON.parse(input) as unknown };
  } catch {
    return { ok: false };
  }
};
