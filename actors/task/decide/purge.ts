// A task leaves the trash for good: its words go, and what is left says that it is gone. Pure. Called by decide.ts.
import type { TaskCommand } from "../../../domain/command.ts";
import { ok, refuse, type Result } from "../../../domain/result.ts";
import { emptied } from "../../../domain/task.ts";
import type { Decision, TaskDoc } from "../doc.ts";

type Purge = Extract<TaskCommand, { type: "task.purge" }>;

/** Once it is gone it stays so. The event says when, and nothing of what there was: the log has that already. */
export const purge = (doc: TaskDoc, { deletedBefore }: Purge, now: Date): Result<Decision> => {
  const { task, owner } = doc;
  if (task.purgedAt !== undefined) return ok({ doc, event: null, told: [] });
  const { version: currentVersion, deletedAt } = task;
  if (deletedAt === null)
    return refuse("conflict", "the task is not in the trash; delete it first", { currentVersion });
  if (deletedBefore !== undefined && Date.parse(deletedAt) >= Date.parse(deletedBefore))
    return refuse("conflict", "the task was put in the trash later", { currentVersion });
  const at = now.toISOString();
  const left = { ...emptied(task, at), version: task.version + 1 };
  return ok({
    doc: {
      ...doc,
      task: left,
      owner,
      reminders: [],
      past: [],
      putOff: [],
      gone: [],
      ended: { over: null, trash: null },
      reset: null,
    },
    event: {
      type: "punctual.task.purged.v1",
      changes: { purgedAt: { before: null, after: at } },
    },
    told: [],
  });
};
