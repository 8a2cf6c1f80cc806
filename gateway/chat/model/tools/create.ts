// The tool that makes tasks. Its fields are those of the command task.create, times as words.
import * as z from "zod";
import type { TaskCommand } from "../../../../domain/command.ts";
import { Tag, TaskFields, Title } from "../../../../domain/task.ts";
import { commandFor, type TaskCreate } from "../../rules/new-task.ts";
import type { Scene } from "../../scene.ts";
import { dayOf, dueOf, lengthOf, repeatOf, triggersOf } from "./say-times.ts";
import { type Desk, Handle, plan, type Proposed, tasksOf, tool, words, WrongCall } from "./tool.ts";

const optional = <T extends z.ZodType>(schema: T) => schema.nullish();

const Args = z.strictObject({
  title: Title.describe("What is to be done, in the person's own words, without dates and labels"),
  due: optional(words('When it is due, as the person said it, never computed: "next friday 3pm"')),
  repeat: optional(
    words('How it repeats, as said: "every monday", "15th and last", "every! 3 days"'),
  ),
  remind: optional(
    z.array(words('When to remind, as said: "30 min before", "tomorrow at 9"')).max(10),
  ),
  deadline: optional(words("A day it must be done by, beside the due, as said")),
  duration: optional(words('How long it takes, as said: "45 min"')),
  ...TaskFields.pick({ description: true, priority: true, project: true, assignee: true }).partial()
    .shape,
  priority: optional(TaskFields.shape.priority.describe("1 is the highest, 4 is none")),
  description: optional(TaskFields.shape.description),
  tags: optional(z.array(Tag).max(50)),
  subtasks: optional(z.array(Title).max(20)),
  parent: optional(Handle.describe("The task this is a subtask of")),
});

export const createTask = tool(
  "create_task",
  "Adds a task, with its subtasks if any. Call it once for each task.",
  Args,
  (args, desk) => plan(proposedFor(args, desk)),
);

const proposedFor = (args: z.infer<typeof Args>, desk: Desk): Proposed[] => {
  const { scene } = desk;
  const parent = args.parent == null ? undefined : tasksOf([args.parent], desk)[0];
  const made = read(args, scene);
  const command: TaskCreate = {
    ...made,
    fields: {
      ...made.fields,
      ...(args.description == null ? {} : { description: args.description }),
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

const read = (args: z.infer<typeof Args>, scene: Scene): TaskCreate => {
  const due = args.due ?? undefined;
  const repeating = args.repeat == null ? null : repeatOf(args.repeat, scene, { due });
  const at = repeating?.due ?? (due === undefined ? null : dueOf(due, scene));
  const made = commandFor(
    {
      title: args.title,
      due: at,
      recurrence: repeating?.recurrence ?? null,
      deadline: args.deadline == null ? null : dayOf(args.deadline, scene),
      duration: args.duration == null ? null : lengthOf(args.duration),
      priority: args.priority ?? null,
      tags: args.tags ?? [],
      project: knownProject(args.project ?? null, scene),
      assignee: args.assignee ?? null,
      reminders: (args.remind ?? []).flatMap((said) => triggersOf(said, scene, at)),
      tokens: [],
    },
    scene,
  );
  if (!made.ok) throw new WrongCall(made.reason);
  return made.command;
};

const timesOf = ({ due, repeat, remind, deadline, duration }: z.infer<typeof Args>) => ({
  ...(due == null && repeat == null ? {} : { due: [due, repeat].filter(Boolean).join(" ") }),
  ...(repeat == null ? {} : { recurrence: repeat }),
  ...(remind == null ? {} : { reminders: remind.join(" ") }),
  ...(deadline == null ? {} : { deadline }),
  ...(duration == null ? {} : { duration }),
});

/** A project as it is written already. */
export const knownProject = (name: string | null, { projects }: Scene): string | null =>
  projects.find((one) => one.toLowerCase() === name?.toLowerCase()) ?? name;
