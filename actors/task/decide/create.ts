// A new task. Pure. Called by decide.ts.
import type { TaskCommand } from "../../../domain/command.ts";
import { seriesIdOf } from "../../../domain/derived-ids.ts";
import { diff } from "../../../domain/event.ts";
import { ok, refuse, type Result } from "../../../domain/result.ts";
import type { Owner } from "../../../domain/settings.ts";
import { type Task, taskDefaults } from "../../../domain/task.ts";
import type { Decision, TaskDoc } from "../doc.ts";
import { withoutUndefined } from "./apply.ts";
import { refuseHomeless } from "./labels.ts";
import { refusePast } from "./reminders.ts";
import { beginSeries } from "./series.ts";

/** Makes the task, its series when it recurs, and refuses reminders in the past. */
export const create = (
  command: Extract<TaskCommand, { type: "task.create" }>,
  made: { ownerId: string; owner: Owner; commandId: string },
  now: Date,
): Result<Decision> => {
  const { ownerId, owner, commandId } = made;
  const at = now.toISOString();
  const fields = withoutUndefined({ ...taskDefaults(now), ...withoutUndefined(command.fields) });
  if (fields.parentId === command.taskId)
    return refuse("invalid", "parentId: must not be the task itself");
  const homeless = refuseHomeless(fields);
  if (homeless) return homeless;
  const { recurrence, due } = fields;
  const seriesId = seriesIdOf(command.taskId, commandId);
  const series = recurrence && beginSeries({ recurrence, due, owner, seriesId, now });
  if (series && !series.ok) return series;
  const task: Task = {
    ...fields,
    ...(series ? series.value : { occurrence: null }),
    id: command.taskId,
    ownerId,
    version: 1,
    createdAt: at,
    updatedAt: at,
    completedAt: fields.status === "done" ? at : null,
    deletedAt: null,
  };
  const doc: TaskDoc = {
    task,
    owner,
    reminders: [],
    past: [],
    putOff: [],
    gone: [],
    ended: { over: null, trash: null },
    reset: null,
  };
  const named = task.reminders.map((reminder, n) => ({ reminder, at: `reminders.${n}.trigger` }));
  const past = refusePast(doc, named, now);
  if (past) return past;
  return ok({
    doc,
    event: { type: "punctual.task.created.v1", changes: diff(null, task) },
    told: [],
  });
};
