// A person's tasks as CSV (RFC 4180), for spreadsheets. Called by GET /account/export.
import { pageRows } from "../../database/export/page-rows.ts";
import type { Database } from "../../database/pool.ts";
import type { Id } from "../../domain/ids.ts";
import { Task } from "../../domain/task.ts";

const columns: Record<string, (task: Task) => string | number | null> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  description: ({ description }) => description,
  status: ({ status }) => status,
  priority: ({ priority }) => priority,
  project: ({ project }) => project,
  tags: ({ tags }) => tags.join(", "),
  assignee: ({ assignee }) => assignee,
  due: ({ due }) => due?.at ?? null,
  dueKind: ({ due }) => due?.kind ?? null,
  dueZone: ({ due }) => (due?.kind === "fixed" ? due.zone : null),
  deadline: ({ deadline }) => deadline,
  durationMinutes: ({ durationMinutes }) => durationMinutes,
  recurrence: ({ recurrence }) => recurrence?.rrule ?? null,
  parentId: ({ parentId }) => parentId,
  section: ({ section }) => section,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  completedAt: ({ completedAt }) => completedAt,
  deletedAt: ({ deletedAt }) => deletedAt,
};

/**
 * A cell. Text that a spreadsheet would take for a formula gets an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const cell = (value: string | number | null): string => {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A line a task, those of the trash too, after one with the names. It begins with a byte order mark, by which Excel knows UTF-8. */
export const writeCsv = async function* (db: Database, userId: Id): AsyncGenerator<string> {
  yield `\uFEFF${Object.keys(columns).join(",")}\r\n`;
  for await (const doc of pageRows(db, "tasks", userId)) {
    const task = Task.parse(doc);
    yield `${Object.values(columns)
      .map((column) => cell(column(task)))
      .join(",")}\r\n`;
  }
};
