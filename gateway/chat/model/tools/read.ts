// The tools that look: lists, searches, counts, and one task whole. What they find goes to the model as data.
import * as z from "zod";
import { Tag, type Task, TaskFields } from "../../../../domain/task.ts";
import { quote } from "../../asking.ts";
import { type Filter, tasksThatFit } from "../../reading/filter.ts";
import { headlineFor } from "../../reading/headline.ts";
import { readRange } from "../../reading/range.ts";
import { dueAt } from "../../../../domain/task-days.ts";
import type { Scene } from "../../scene.ts";
import { cleaned } from "../cleaned.ts";
import { rowOf } from "../known-tasks.ts";
import { Handle, tasksOf, tool, words, WrongCall } from "./tool.ts";

/** The most tasks one look gives the model. */
const maxRows = 60;
const maxDescription = 4_000;

const Args = z.strictObject({
  about: words("Words the task has to hold").optional(),
  due: words('Days, as said: "today", "this week", "before friday", "the next 3 days"').optional(),
  state: z.enum(["open", "done", "trash", "any"]).optional(),
  overdue: z.boolean().optional(),
  without_date: z.boolean().optional(),
  repeating: z.boolean().optional(),
  priority: TaskFields.shape.priority.optional(),
  project: words("A project").optional(),
  tags: z.array(Tag).max(10).optional(),
});

export const listTasks = tool(
  "list_tasks",
  "Finds and counts tasks: for questions, and to find tasks that are not in the list you have. The person is shown what it finds.",
  Args,
  (args, { scene, known }) => {
    const filter = filterOf(args, scene);
    const found = inOrder(
      tasksThatFit(filter, [...scene.open, ...scene.closed, ...scene.trash], scene),
      scene,
    );
    const rows = found.slice(0, maxRows);
    const handles = known.show(rows);
    return {
      is: "read",
      data: {
        count: found.length,
        tasks: rows.map((task, index) => rowOf(handles[index] ?? "", task, scene)),
      },
      answer: {
        kind: filter.text === null ? "list" : "search",
        taskIds: found.map(({ id }) => id),
        text: headlineFor(filter, found, scene),
      },
    };
  },
);

const filterOf = (args: z.infer<typeof Args>, scene: Scene): Filter => {
  const range = args.due === undefined ? null : (readRange(args.due, scene.clock)?.range ?? null);
  if (args.due !== undefined && range === null)
    throw new WrongCall(`due: “${args.due}” names no days; say “this week” or “before friday”`);
  return {
    state: args.state ?? null,
    range,
    isOverdue: args.overdue ?? false,
    isUndated: args.without_date ?? false,
    isDated: false,
    isRepeating: args.repeating ?? false,
    hasReminder: false,
    priorities: args.priority == null ? [] : [args.priority],
    tags: args.tags ?? [],
    isAnyTag: false,
    isUntagged: false,
    hasDeadline: false,
    project: args.project ?? null,
    isProjectless: false,
    assignee: null,
    text: args.about ?? null,
  };
};

const inOrder = (tasks: Task[], { clock }: Scene): Task[] => {
  const at = new Map(tasks.map((task) => [task.id, dueAt(task, clock) ?? "none"]));
  return tasks.toSorted((a, b) => (at.get(a.id) ?? "").localeCompare(at.get(b.id) ?? ""));
};

export const readTask = tool(
  "read_task",
  "Reads one task whole, with its description.",
  z.strictObject({ task: Handle }),
  ({ task: handle }, desk) => {
    const [task] = tasksOf([handle], desk);
    if (!task) throw new WrongCall("task: there is no such task");
    const description = task.description
      .slice(0, maxDescription)
      .split("\n")
      .map(cleaned)
      .join("\n");
    const parts = desk.scene.alive.filter(({ parentId }) => parentId === task.id);
    const subtasks = parts.map(({ title, status }) => `${cleaned(title)} (${status})`);
    return {
      is: "read",
      data: { ...rowOf(handle, task, desk.scene), description, subtasks },
      answer: { kind: "list", taskIds: [task.id], text: `${quote(task.title)}:` },
    };
  },
);
