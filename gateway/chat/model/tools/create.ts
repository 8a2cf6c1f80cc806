// The tool that makes tasks. Its fields are those of the command task.create, times as words.
import * as z from "zod";
import type { TaskCommand } from "../../../../domain/command.ts";
import { Title } from "../../../../domain/task.ts";
import { commandFor, type TaskCreate } from "../../rules/new-task.ts";
import type { Scene } from "../../scene.ts";
import { commonFields, knownProject, Tags, timesOf } from "./fields.ts";
import { dayOf, dueOf, lengthOf, repeatOf, triggersOf } from "./say-times.ts";
import { type Desk, Handle, plan, type Proposed, tasksOf, tool, words, WrongCall } from "./tool.ts";

const Args = z.strictObject({
  title: Title.describe("What is to be done, in the person's own words, without dates and labels"),
  ...commonFields,
  remind: z
    .array(words('When to remind, as said: "30 min before", "tomorrow at 9"'))
    .max(10)
    .optional(),
  tags: Tags.optional(),
  subtasks: z.array(Title).max(20).optional(),
  parent: Handle.describe("The task this is a subtask of").optional(),
});
type Args = z.infer<typeof Args>;

export const createTask = tool(
  "create_task",
  "Adds a task, with its subtasks if any. Call it once for each task.",
  Args,
  (args, desk) => plan(proposedFor(args, desk)),
);

const proposedFor = (args: Args, desk: Desk): Proposed[] => {
  const { scene } = desk;
  const { description, parent: handle } = args;
  const parent = handle === undefined ? undefined : tasksOf([handle], desk)[0];
  const made = read(args, scene);
  const command: TaskCreate = {
    ...made,
    fields: {
      ...made.fields,
      ...(description === undefined ? {} : { description }),
      ...(parent === undefined ? {} : { parentId: parent.id }),
    },
  };
  const parts = (args.subtasks ?? []).map((title): TaskCommand => ({
    type: "task.create",
    taskId: scene.newId(),
    fields: { title, parentId: command.taskId },
  }));
  return [
    { command, times: timesOf(args) },
    ...parts.map((part) => ({ command: part, times: {} })),
  ];
};

const read = (args: Args, scene: Scene): TaskCreate => {
  const { due, repeat, deadline, duration, project } = args;
  const repeating = repeat === undefined ? null : repeatOf(repeat, scene, { due });
  const at = repeating?.due ?? (due === undefined ? null : dueOf(due, scene));
  const made = commandFor(
    {
      title: args.title,
      due: at,
      recurrence: repeating?.recurrence ?? null,
      deadline: deadline === undefined ? null : dayOf(deadline, scene),
      duration: duration === undefined ? null : lengthOf(duration),
      priority: args.priority ?? null,
      tags: args.tags ?? [],
      project: project === undefined ? null : knownProject(project, scene),
      assignee: args.assignee ?? null,
      reminders: (args.remind ?? []).flatMap((said) => triggersOf(said, scene, at)),
      tokens: [],
    },
    scene,
  );
  if (!made.ok) throw new WrongCall(made.reason);
  return made.command;
};
