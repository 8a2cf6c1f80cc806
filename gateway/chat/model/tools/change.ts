// The tool that changes fields of tasks. Its fields are those of the command task.patch, times as words, tags as what comes and goes.
import * as z from "zod";
import { Tag, type Task, TaskFields, type TaskPatch } from "../../../../domain/task.ts";
import type { Scene } from "../../scene.ts";
import { knownProject } from "./create.ts";
import { dayOf, lengthOf, movedDue, repeatOf } from "./say-times.ts";
import { Handle, Handles, plan, tasksOf, type Times, tool, words, WrongCall } from "./tool.ts";

const fields = TaskFields.pick({
  title: true,
  description: true,
  priority: true,
  project: true,
  assignee: true,
}).partial().shape;

const Args = z.strictObject({
  tasks: Handles,
  ...fields,
  due: words(
    'The new date as the person said it, never computed: "friday", "2 days later"; null: none',
  )
    .nullable()
    .optional(),
  repeat: words('How it repeats from now on, as said: "every 3 days"').optional(),
  deadline: words("As the person said it; null: none").nullable().optional(),
  duration: words('How long it takes, as said: "45 min"; null: unknown').nullable().optional(),
  add_tags: z.array(Tag).max(50).optional(),
  remove_tags: z.array(Tag).max(50).optional(),
  status: z.enum(["open", "in_progress", "cancelled"]).optional(),
  parent: Handle.nullable().optional().describe("The task these become subtasks of; null: of none"),
});

export const updateTasks = tool(
  "update_tasks",
  "Changes fields of tasks that exist: title, description, due, repetition, priority, project, tags, assignee. Only what you name changes.",
  Args,
  (args, desk) => {
    const tasks = tasksOf(args.tasks, desk);
    if (args.title !== undefined && tasks.length > 1)
      throw new WrongCall("title: one task at a time");
    const parent =
      args.parent == null ? args.parent : (tasksOf([args.parent], desk)[0]?.id ?? null);
    const proposed = tasks.map((task) => ({
      command: {
        type: "task.patch" as const,
        taskId: task.id,
        changes: {
          ...changesFor(args, task, desk.scene),
          ...(parent === undefined ? {} : { parentId: parent }),
        },
      },
      times: timesOf(args),
    }));
    return plan(proposed.filter(({ command }) => Object.keys(command.changes).length > 0));
  },
);

type Named = z.infer<typeof Args>;

const changesFor = (args: Named, task: Task, scene: Scene): TaskPatch => ({
  ...plainFields(args),
  ...(args.project === undefined ? {} : { project: knownProject(args.project, scene) }),
  ...whenFields(args, task, scene),
  ...(args.add_tags === undefined && args.remove_tags === undefined
    ? {}
    : { tags: tagsOf(args, task) }),
});

const plainFields = ({ title, description, priority, assignee, status }: Named): TaskPatch => ({
  ...(title === undefined ? {} : { title }),
  ...(description === undefined ? {} : { description }),
  ...(priority === undefined ? {} : { priority }),
  ...(assignee === undefined ? {} : { assignee }),
  ...(status === undefined ? {} : { status }),
});

const whenFields = (
  { due, repeat, deadline, duration }: Named,
  task: Task,
  scene: Scene,
): TaskPatch => {
  const repeating =
    repeat === undefined
      ? null
      : repeatOf(repeat, scene, { due: due ?? undefined, current: task.due });
  return {
    ...(due === undefined ? {} : { due: due === null ? null : movedDue(task, due, scene) }),
    ...repeating,
    ...(deadline === undefined
      ? {}
      : { deadline: deadline === null ? null : dayOf(deadline, scene) }),
    ...(duration === undefined
      ? {}
      : { durationMinutes: duration === null ? null : lengthOf(duration) }),
  };
};

const tagsOf = (
  { add_tags: add = [], remove_tags: remove = [] }: Named,
  { tags }: Task,
): string[] => {
  const gone = new Set(remove.map((tag) => tag.toLowerCase()));
  const kept = tags.filter((tag) => !gone.has(tag.toLowerCase()));
  const fresh = add.filter((tag) => !kept.some((one) => one.toLowerCase() === tag.toLowerCase()));
  return [...kept, ...fresh];
};

const timesOf = ({ due, repeat, deadline, duration }: Named): Times => ({
  ...(due == null && repeat === undefined ? {} : { due: [due, repeat].filter(Boolean).join(" ") }),
  ...(repeat === undefined ? {} : { recurrence: repeat }),
  ...(deadline == null ? {} : { deadline }),
  ...(duration == null ? {} : { duration }),
});
