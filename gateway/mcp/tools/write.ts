// Tools that make and change tasks. Offered by server.ts.
import { setImmediate as afterOthers } from "node:timers/promises";
import * as z from "zod";
import type { TaskCommand } from "../../../domain/command.ts";
import { Id, newId } from "../../../domain/ids.ts";
import { leadReminder } from "../../../domain/language/lead-reminder.ts";
import { parseQuickAdd } from "../../../domain/language/quick-add.ts";
import { saidFields } from "../../../domain/language/quick-add-fields.ts";
import { type TaskPatch, Title } from "../../../domain/task.ts";
import { checkParent } from "../../command/check-parent.ts";
import { invalid, unwrap } from "../../http/refused.ts";
import { type Call, order, type Person } from "../call.ts";
import { change, Changed } from "../change.ts";
import { FieldWords, type FieldsInput, idempotencyKey, patchOf } from "../fields.ts";
import { type AnyTool, tool } from "../tool.ts";
import { lineOf, TaskView, viewOf } from "../view.ts";
import { taskOf } from "./look.ts";

const NewTask = z.object({
  title: Title.optional().describe("Literal. Give title, or text"),
  text: z
    .string()
    .trim()
    .min(1)
    .max(1_000)
    .optional()
    .describe(
      "The task as the person would type it, its dates and marks read: 'pay rent every 1st at 9 #home p1'",
    ),
  ...FieldWords,
});
type NewTask = z.infer<typeof NewTask>;

/** The fields of the words of a line; what is given beside them wins. */
const fieldsOf = (asked: NewTask, person: Person): TaskPatch & { title: string } => {
  const { title, text, ...words } = asked;
  if ((title === undefined) === (text === undefined))
    throw invalid("title", "give either title or text");
  const read: TaskPatch = text === undefined ? {} : readLine(text, person);
  const given = patchOf(words, person, null);
  const fields = { ...read, ...(title !== undefined && { title }), ...given };
  const named = Title.safeParse(fields.title ?? "");
  if (!named.success) throw invalid("text", "nothing is left of it for a title");
  return { ...fields, title: named.data, ...byLead(fields, person) };
};

const readLine = (text: string, { clock, settings }: Person): TaskPatch => {
  const { zone, instant } = clock;
  const { locale, weekStart, dayParts } = settings;
  const now = instant.toString();
  return saidFields(parseQuickAdd(text, { now, zone, locale, weekStart, dayParts }), newId);
};

/** A clock time without a reminder is reminded of by the person's lead time, as in the chat and on the page. */
const byLead = (
  { due, reminders }: TaskPatch,
  { clock, settings }: Person,
): Pick<TaskPatch, "reminders"> => {
  if (reminders !== undefined) return {};
  const now = clock.instant.toString();
  const trigger = leadReminder(due ?? null, settings.defaultLeadMinutes, { now, zone: clock.zone });
  return trigger ? { reminders: [{ id: newId(), trigger, channels: null }] } : {};
};

const parentOk = async (
  { deps, userId }: Call,
  taskId: Id,
  { parentId }: FieldsInput,
): Promise<void> => {
  if (parentId != null) unwrap(await checkParent(deps.actors, { userId, taskId, parentId }));
};

const createOf = async (call: Call, asked: NewTask, person: Person): Promise<TaskCommand> => {
  const taskId = newId();
  await parentOk(call, taskId, asked);
  return { type: "task.create", taskId, fields: fieldsOf(asked, person) };
};

export const addTaskTool = tool({
  name: "add_task",
  title: "Add a task",
  description:
    "Adds one task. Prefer `text` with the person's own words; dates are read by Punctual.",
  does: "change",
  repeatable: false,
  input: NewTask.extend({ idempotencyKey }),
  output: Changed,
  run: async (call, { idempotencyKey: key, ...asked }) => {
    const person = await call.person();
    return change(call, await createOf(call, asked, person), { asked, key });
  },
});

export const addTasksTool = tool({
  name: "add_tasks",
  title: "Add several tasks",
  description: "Adds up to 50 tasks at once; one undo takes them all back.",
  does: "change",
  repeatable: false,
  input: z.object({ tasks: z.array(NewTask).min(1).max(50), idempotencyKey }),
  output: z.object({
    tasks: z.array(TaskView),
    refused: z.array(z.object({ index: z.number(), reason: z.string() })),
    correlationId: Id,
  }),
  run: async (call, { tasks, idempotencyKey: key }) => {
    const person = await call.person();
    const commands: TaskCommand[] = [];
    for (const asked of tasks) {
      commands.push(await createOf(call, asked, person));
      await afterOthers(); // fifty long lines in one go would make everyone else wait
    }
    const { replies, correlationId } = await order(call, commands, { asked: tasks, key });
    const made = replies.flatMap((reply) => (reply.ok ? [reply.task] : []));
    const refused = replies.flatMap((reply, index) =>
      reply.ok ? [] : [{ index, reason: reply.error.message }],
    );
    if (made.length === 0) throw invalid("tasks", refused[0]?.reason ?? "none was made");
    const lines = [
      ...made.map((task) => lineOf(task, person)),
      ...refused.map(({ index, reason }) => `Not added, the task at ${index}: ${reason}`),
    ];
    return {
      text: lines.join("\n"),
      data: { tasks: made.map((task) => viewOf(task, person)), refused, correlationId },
    };
  },
});

export const updateTaskTool = tool({
  name: "update_task",
  title: "Change a task",
  description:
    "Changes the named fields of a task and leaves the others. scope says what a new due of a repeating task moves.",
  does: "change",
  repeatable: true,
  input: z.object({
    taskId: Id,
    title: Title.optional(),
    status: z
      .enum(["open", "in_progress", "cancelled"])
      .optional()
      .describe("complete_task makes it done"),
    ...FieldWords,
    scope: z.enum(["this", "following"]).optional(),
    expectedVersion: z
      .int()
      .min(1)
      .optional()
      .describe("Refused when the task has another version by now"),
  }),
  output: Changed,
  run: async (call, { taskId, title, status, scope, expectedVersion, ...words }) => {
    const [person, current] = await Promise.all([call.person(), taskOf(call, taskId)]);
    await parentOk(call, taskId, words);
    const changes = {
      ...patchOf(words, person, current),
      ...(title !== undefined && { title }),
      ...(status !== undefined && { status }),
    };
    if (Object.keys(changes).length === 0)
      throw invalid("input", "name at least one field to change");
    return change(call, { type: "task.patch", taskId, changes, scope, expectedVersion });
  },
});

export const writeTools: AnyTool[] = [addTaskTool, addTasksTool, updateTaskTool];
