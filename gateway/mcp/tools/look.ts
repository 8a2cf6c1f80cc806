// Tools that only look: lists, searches, one task, its history. Offered by server.ts.
import * as z from "zod";
import { listEvents } from "../../../database/audit/list-events.ts";
import { countNamesOf } from "../../../database/directories/count-names.ts";
import { readDirectory } from "../../../database/directories/read-directory.ts";
import { listTasks } from "../../../database/tasks/list-tasks.ts";
import { readTask } from "../../../database/tasks/read-task.ts";
import { AuditEntry } from "../../../domain/audit.ts";
import { listProjects, listTags } from "../../../domain/directory/listed.ts";
import { Id } from "../../../domain/ids.ts";
import { readRepeat } from "../../../domain/language/repeat/read-repeat.ts";
import { describe, preview } from "../../../domain/recurrence.ts";
import { TaskFilter } from "../../../domain/task-filter.ts";
import type { Task } from "../../../domain/task.ts";
import { TaskStatus } from "../../../domain/task.ts";
import { invalid, notFound, unwrap } from "../../http/refused.ts";
import { FilterDoc, ListedProject, ListedTag } from "../../api/directory.ts";
import type { Call } from "../call.ts";
import { type AnyTool, tool } from "../tool.ts";
import { lineOf, TaskView, viewOf } from "../view.ts";

const limit = z.int().min(1).max(200).default(50);
const page = {
  limit,
  cursor: z.string().max(512).optional().describe("`next` of the page before"),
};
const Tasks = z.object({ tasks: z.array(TaskView), next: z.string().nullable() });
const { project, tag, priority, dueBefore, dueAfter, text, parentId } = TaskFilter.shape;

/** The person's task, in the trash or not. */
export const taskOf = async ({ deps, userId }: Call, taskId: Id): Promise<Task> => {
  const task = await readTask(deps.db, { ownerId: userId, taskId });
  if (!task) throw notFound();
  return task;
};

const pageOf = async (
  call: Call,
  { cursor, limit: most, ...filter }: TaskFilter & { cursor?: string | undefined; limit: number },
) => {
  const [person, found] = await Promise.all([
    call.person(),
    listTasks(call.deps.db, { ownerId: call.userId, filter, cursor, limit: most }),
  ]);
  const { tasks, next } = unwrap(found);
  const lines = tasks.map((task) => lineOf(task, person)).join("\n");
  return {
    text:
      tasks.length === 0 ? "No task fits." : `${lines}${next === null ? "" : "\nThere are more."}`,
    data: { tasks: tasks.map((task) => viewOf(task, person)), next },
  };
};

export const listTasksTool = tool({
  name: "list_tasks",
  title: "List tasks",
  description: `The person's tasks, open ones unless told otherwise; all filters must hold. dueBefore and dueAfter leave out the day they name.`,
  does: "read",
  repeatable: true,
  input: z.object({
    status: z.array(TaskStatus).min(1).default(["open", "in_progress"]),
    project,
    tag,
    priority,
    dueBefore,
    dueAfter,
    parentId,
    inTrash: z.boolean().default(false),
    ...page,
  }),
  output: Tasks,
  run: async (call, { inTrash, ...filter }) =>
    pageOf(call, { ...filter, ...(inTrash && { deleted: true, status: undefined }) }),
});

export const searchTasksTool = tool({
  name: "search_tasks",
  title: "Search tasks",
  description: `Tasks of any status with all these words in title, description, project, tags or assignee.`,
  does: "read",
  repeatable: true,
  input: z.object({ text: text.unwrap(), ...page }),
  output: Tasks,
  run: pageOf,
});

export const getTaskTool = tool({
  name: "get_task",
  title: "Read a task",
  description: `One task with its description, reminders and subtasks.`,
  does: "read",
  repeatable: true,
  input: z.object({ taskId: Id }),
  output: z.object({ task: TaskView, subtasks: z.array(TaskView) }),
  run: async (call, { taskId }) => {
    const [task, person, parts] = await Promise.all([
      taskOf(call, taskId),
      call.person(),
      pageOf(call, { parentId: taskId, limit: 200 }),
    ]);
    const notes = task.description === "" ? "" : `\n${task.description}`;
    const below = parts.data.tasks.length === 0 ? "" : `\nSubtasks:\n${parts.text}`;
    return {
      text: `${lineOf(task, person)}${notes}${below}`,
      data: { task: viewOf(task, person), subtasks: parts.data.tasks },
    };
  },
});

export const historyTool = tool({
  name: "task_history",
  title: "Read what happened",
  description: `Every change, newest first: when, through which door, before and after, and the correlationId that undo takes. Of one task, or of all.`,
  does: "read",
  repeatable: true,
  input: z.object({ taskId: Id.optional(), ...page, limit: limit.default(20) }),
  output: z.object({
    events: z.array(
      AuditEntry.pick({
        type: true,
        subject: true,
        occurredAt: true,
        changes: true,
        correlationId: true,
        origin: true,
      }),
    ),
    next: z.string().nullable(),
  }),
  run: async ({ deps, userId }, { taskId, cursor, limit: most }) => {
    const found = unwrap(
      await listEvents(deps.db, { ownerId: userId, taskId, cursor, limit: most }),
    );
    const lines = found.events.map(
      ({ occurredAt, type, origin, changes }) =>
        `${occurredAt} ${type} (${origin}): ${Object.keys(changes).join(", ")}`,
    );
    return { text: lines.join("\n") || "Nothing happened.", data: found };
  },
});

export const previewTool = tool({
  name: "preview_recurrence",
  title: "See the dates of a repetition",
  description: "What a repetition in words means, before it is saved: the rule and its next dates.",
  does: "read",
  repeatable: true,
  input: z.object({ repeat: z.string().min(1).max(200), count: z.int().min(1).max(50).default(5) }),
  output: z.object({
    description: z.string(),
    rrule: z.string(),
    dates: z.array(
      z.object({ local: z.string(), instant: z.string(), note: z.string().nullable() }),
    ),
  }),
  run: async (call, { repeat, count }) => {
    const { clock, settings } = await call.person();
    const read = readRepeat(repeat, clock);
    if (!read)
      throw invalid("repeat", `“${repeat}” is no repetition; say for example “every monday at 9”`);
    const { recurrence, due } = read;
    const zone = due.kind === "fixed" ? due.zone : clock.zone;
    const dates = preview(recurrence, { start: due.at, zone }, count);
    const said = describe(recurrence, settings.locale, due.at);
    const lines = [
      said,
      ...dates.map(({ local, note }) => `${local}${note === null ? "" : ` (${note})`}`),
    ].join("\n");
    return { text: lines, data: { description: said, rrule: recurrence.rrule, dates } };
  },
});

export const listNamesTool = tool({
  name: "list_projects_and_tags",
  title: "List projects, tags and saved filters",
  description:
    "All of the person's projects (with their sections), tags and saved filters, with how many open tasks are in each. To rename, merge or delete one say it with `chat`.",
  does: "read",
  repeatable: true,
  input: z.object({}),
  output: z.object({
    projects: z.array(ListedProject),
    tags: z.array(ListedTag),
    filters: z.array(FilterDoc),
  }),
  run: async ({ deps, userId }) => {
    const [directory, names] = await Promise.all([
      readDirectory(deps.db, userId),
      countNamesOf(deps.db, userId),
    ]);
    const projects = listProjects(directory, names.projects);
    const tags = listTags(directory, names.tags);
    const { filters } = directory;
    const lines = [
      ...projects.map(({ name, open }) => `#${name} (${open})`),
      ...tags.map(({ name, open }) => `@${name} (${open})`),
      ...filters.map(({ name, query }) => `${name}: ${query}`),
    ];
    return { text: lines.join("\n") || "There are none yet.", data: { projects, tags, filters } };
  },
});

export const lookTools: AnyTool[] = [
  listTasksTool,
  searchTasksTool,
  getTaskTool,
  historyTool,
  previewTool,
  listNamesTool,
];
