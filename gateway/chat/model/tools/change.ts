// The tool that changes fields of tasks. Its fields are those of the command task.patch, times as words, tags as what comes and goes.
import * as z from "zod";
import { type Task, type TaskPatch, Title } from "../../../../domain/task.ts";
import type { Scene } from "../../scene.ts";
import { commonFields, knownProject, Tags, timesOf } from "./fields.ts";
import { dayOf, lengthOf, movedDue, repeatOf } from "./say-times.ts";
import { type Desk, Handle, Handles, plan, tasksOf, tool, WrongCall } from "./tool.ts";

const Args = z.strictObject({
  tasks: Handles,
  title: Title.optional(),
  ...commonFields,
  add_tags: Tags.optional(),
  remove_tags: Tags.optional(),
  status: z.enum(["open", "in_progress", "cancelled"]).optional(),
  parent: Handle.describe("The task these become subtasks of").optional(),
  clear: z
    .array(z.enum(["due", "deadline", "duration", "project", "assignee", "parent"]))
    .describe("Fields to take away")
    .optional(),
});
type Args = z.infer<typeof Args>;

export const updateTasks = tool(
  "update_tasks",
  "Changes fields of tasks that exist: title, description, due, repetition, priority, project, tags, assignee. Only what you name changes.",
  Args,
  (args, desk) => {
    const tasks = tasksOf(args.tasks, desk);
    if (args.title !== undefined && tasks.length > 1)
      throw new WrongCall("title: one task at a time");
    const proposed = tasks.map((task) => ({
      command: {
        type: "task.patch" as const,
        taskId: task.id,
        changes: { ...changesFor(args, task, desk.scene), ...parentIn(args, desk) },
      },
      times: timesOf(args),
    }));
    return plan(proposed.filter(({ command }) => Object.keys(command.changes).length > 0));
  },
);

const changesFor = (args: Args, task: Task, scene: Scene): TaskPatch => ({
  ...plainFields(args),
  ...(args.project === undefined ? {} : { project: knownProject(args.project, scene) }),
  ...whenFields(args, task, scene),
  ...(args.add_tags === undefined && args.remove_tags === undefined
    ? {}
    : { tags: tagsOf(args, task) }),
  ...Object.fromEntries((args.clear ?? []).map((field) => [cleared[field], null])),
});

const cleared = {
  due: "due",
  deadline: "deadline",
  duration: "durationMinutes",
  project: "project",
  assignee: "assignee",
  parent: "parentId",
} as const;

const parentIn = ({ parent }: Args, desk: Desk): TaskPatch => {
  const [task] = parent === undefined ? [] : tasksOf([parent], desk);
  return task === undefined ? {} : { parentId: task.id };
};

const plainFields = ({ title, description, priority, assignee, status }: Args): TaskPatch => ({
  ...(title === undefined ? {} : { title }),
  ...(description === undefined ? {} : { description }),
  ...(priority === undefined ? {} : { priority }),
  ...(assignee === undefined ? {} : { assignee }),
  ...(status === undefined ? {} : { status }),
});

const whenFields = ({ due, repeat, deadline, duration }: Args, task: Task, scene: Scene) => {
  const repeating =
    repeat === undefined ? null : repeatOf(repeat, scene, { due, current: task.due });
  return {
    ...(due === undefined || repeating ? {} : { due: movedDue(task, due, scene) }),
    ...repeating,
    ...(deadline === undefined ? {} : { deadline: dayOf(deadline, scene) }),
    ...(duration === undefined ? {} : { durationMinutes: lengthOf(duration) }),
  };
};

const tagsOf = ({ add_tags: add = [], remove_tags: remove = [] }: Args, { tags }: Task) => {
  const gone = new Set(remove.map((tag) => tag.toLowerCase()));
  const kept = tags.filter((tag) => !gone.has(tag.toLowerCase()));
  const fresh = add.filter((tag) => !kept.some((one) => one.toLowerCase() === tag.toLowerCase()));
  return [...kept, ...fresh];
};
