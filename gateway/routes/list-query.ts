// The query strings of the lists, as the schemas the read model understands.
import { z } from "zod";
import { Id } from "../../domain/ids.ts";
import { ReminderState } from "../../domain/reminder.ts";
import { longestFilter } from "../../domain/filter/filter.ts";
import { TaskFilter } from "../../domain/task-filter.ts";
import { isOpen } from "../../domain/is-over.ts";
import { TaskStatus } from "../../domain/task.ts";
import { AnyInstant } from "../api/times.ts";
import { wholeNumber } from "../api/whole-number.ts";

const page = {
  cursor: z.string().min(1).max(512).optional().meta({ description: "`next` of the page before." }),
  limit: wholeNumber(1, 200).default(50),
};

const statuses = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : value.split(",")))
  .pipe(z.array(TaskStatus).min(1))
  .optional()
  .meta({
    type: "string",
    description: "One or more of open, in_progress, done, cancelled.",
    example: "open,in_progress",
  });

const { project, tag, dueBefore, dueAfter, text, parentId } = TaskFilter.shape;

/** GET /tasks. Unknown names are refused: a filter that is silently ignored shows the wrong tasks. */
const TaskQueryFields = z.strictObject({
  status: statuses,
  project,
  tag,
  priority: wholeNumber(1, 4).optional(),
  dueBefore,
  dueAfter,
  text,
  parentId: parentId.meta({ description: "Only the subtasks of this task." }),
  deleted: z
    .enum(["true", "false"], "must be true or false")
    .transform((value) => value === "true")
    .optional()
    .meta({ description: "true shows the trash." }),
  filter: z.string().min(1).max(longestFilter).optional().meta({
    description:
      "In the filter language (docs/filters.md), read by your settings: `overdue & p1`, `#home | @errand`, `due before: fri & !@waiting`. It goes with no other filter. A page may hold fewer than `limit` and still have a `next`.",
    example: "(today | overdue) & #home",
  }),
  order: z.enum(["position", "ended"], "must be position or ended").default("position").meta({
    description:
      "ended: what was done, cancelled or deleted last comes first. It takes status=done,cancelled (or one of them) or deleted=true, and no other filter.",
  }),
  ...page,
});

const endedBy = ["status", "deleted", "order", "cursor", "limit"];

const filteredBy = ["filter", "order", "cursor", "limit"];

export const TaskQuery = TaskQueryFields.superRefine((query, context) => {
  if (query.filter !== undefined) {
    const besides = Object.entries(query).find(
      ([name, value]) => value !== undefined && !filteredBy.includes(name),
    );
    if (besides) {
      const message = `filter does not go with ${besides[0]}; say it in the filter`;
      context.addIssue({ code: "custom", path: ["filter"], message });
    }
  }
  if (query.order === "position") return;
  const path = ["order"];
  const areOver = query.status?.every((status) => !isOpen({ status })) ?? false;
  if (!query.deleted && !areOver) {
    const message = "ended is for status=done,cancelled or deleted=true";
    context.addIssue({ code: "custom", path, message });
  }
  const other = Object.entries(query).find(
    ([name, value]) => value !== undefined && !endedBy.includes(name),
  );
  if (other) {
    context.addIssue({ code: "custom", path, message: `ended does not go with ${other[0]}` });
  }
});

const states = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : value.split(",")))
  .pipe(z.array(ReminderState).min(1))
  .optional()
  .meta({
    type: "string",
    description: `One or more of ${ReminderState.options.join(", ")}.`,
    example: "scheduled,snoozed",
  });

/** GET /reminders. `from` is included, `to` is not; both speak of when a reminder is told. */
export const ReminderQuery = z.strictObject({
  taskId: Id.optional(),
  state: states,
  from: AnyInstant.optional(),
  to: AnyInstant.optional(),
  ...page,
});

/** GET /tasks/{id}/occurrences: how many of each. */
export const OccurrenceQuery = z.strictObject({
  past: wholeNumber(0, 100).default(20),
  next: wholeNumber(0, 50).default(5),
});

export const EventQuery = z.strictObject({ task: Id.optional(), ...page });

/** GET /conversation. */
export const ConversationQuery = z.strictObject({
  before: Id.optional().meta({
    description: "`before` of the page shown: asks for what was said before.",
  }),
  limit: wholeNumber(1, 100).default(20),
});

/** For routes that take no query at all. */
export const NoQuery = z.strictObject({});
