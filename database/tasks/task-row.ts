// How a task becomes a row of the read model. Used by finish-intent, project-tasks and replay.
import { labelKey } from "../../domain/label-key.ts";
import type { Task } from "../../domain/task.ts";
import { storedWords } from "./words.ts";

/** One row as JSON, the shape `upsertTasks` reads. */
export type TaskRow = {
  id: string;
  owner_id: string;
  version: number;
  doc: Task;
  project_key: string | null;
  tag_keys: string[];
  words: string[];
};

const taskRow = (task: Task): TaskRow => ({
  id: task.id,
  owner_id: task.ownerId,
  version: task.version,
  doc: task,
  project_key: task.project === null ? null : labelKey(task.project),
  tag_keys: task.tags.map(labelKey),
  words:
    task.purgedAt !== undefined
      ? []
      : storedWords(task.ownerId, {
          text: [
            task.title,
            task.description,
            task.project ?? "",
            task.assignee ?? "",
            ...task.tags,
          ].join("\n"),
          project: task.project,
          tags: task.tags,
        }),
});

/**
 * Rows of the newest snapshot of each task, ordered by id: one statement may not touch a row twice, and two statements
 * that lock rows in the same order cannot deadlock.
 */
export const newestRows = (tasks: Task[]): TaskRow[] => {
  const newest = new Map<string, Task>();
  for (const task of tasks) {
    if (task.version > (newest.get(task.id)?.version ?? 0)) newest.set(task.id, task);
  }
  return [...newest.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(taskRow);
};

/** Inserts rows ($1: JSON of TaskRow[]) into the read model, or replaces those that are older. */
export const upsertTasksInto = (table: "tasks" | "tasks_rebuilt"): string => `
insert into ${table} (id, owner_id, version, doc, project_key, tag_keys, search)
select id, owner_id, version, doc, project_key, tag_keys, array_to_tsvector(words)
from jsonb_to_recordset($1::jsonb) as row (
  id uuid, owner_id uuid, version int, doc jsonb, project_key text, tag_keys text[], words text[]
)
on conflict (id) do update set
  owner_id = excluded.owner_id, version = excluded.version, doc = excluded.doc,
  project_key = excluded.project_key, tag_keys = excluded.tag_keys, search = excluded.search
where ${table}.version < excluded.version`;

export const upsertTasks = upsertTasksInto("tasks");
