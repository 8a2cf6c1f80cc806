// What an undo or a redo is to do, or has to ask first, given what was done and how the tasks stand now. Called by take-back.ts.
import type { HistoryCommand, TaskCommand } from "../../domain/command.ts";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import type { DirectoryStep } from "../../domain/directory/reply.ts";
import type { Id } from "../../domain/ids.ts";
import { refuse, type Refusal } from "../../domain/result.ts";
import type { Past } from "./past.ts";
import { planSnoozes } from "./plan-snoozes.ts";
import { planUndo } from "./plan-undo.ts";
import type { Note, Now, UndoPlan } from "./undo-plan.ts";

export type HistoryPorts = {
  readPast: (userId: Id, correlationId: Id) => Promise<Past | null>;
  /** `copies` are fast and may be some milliseconds old, `owners` know best. */
  readTasks: (userId: Id, taskIds: Id[], from: "copies" | "owners") => Promise<Now[]>;
  /** Whether a task can be a part of another one (again). */
  mayBePartOf: (userId: Id, taskId: Id, parentId: Id) => Promise<boolean>;
};

/** `undoes` is the request to be taken back, `notes` what of it cannot be; `about` what has to be asked first. */
export type HistoryPlan =
  | {
      is: "plan";
      undoes: Id;
      commands: TaskCommand[];
      directory: DirectoryCommand[];
      notes: Note[];
      past: Past;
    }
  | { is: "ask"; about: UndoPlan; past: Past }
  | { is: "nothing"; notes: Note[] }
  | { is: "refused"; refusal: Refusal };

/** `by` is the correlation id of the undo itself: what its first attempt did is no undo of before. `at` is the instant of the request. */
type Asked = {
  userId: Id;
  by: Id;
  command: HistoryCommand;
  at: string;
  from: "copies" | "owners";
};

/** Plans it. Nothing is changed yet. */
export const planHistory = async (ports: HistoryPorts, asked: Asked): Promise<HistoryPlan> => {
  const { userId, command } = asked;
  const named = await ports.readPast(userId, command.correlationId);
  if (named === null) return refused("not_found", "there is no request of yours with this id");
  const past = await meant(ports, userId, command, named);
  if (past === null) return nothing("That was not taken back, so there is nothing to do again.");
  if (past.undoneBy !== null && past.undoneBy !== asked.by)
    return nothing("That was taken back already.");
  if (past.steps.length + past.snoozes.length + past.directory.length === 0)
    return nothing("That changed nothing, so there is nothing to take back.");
  const taskIds = [...new Set([...past.steps, ...past.snoozes].map(({ taskId }) => taskId))];
  const from = past.snoozes.length > 0 ? "owners" : asked.from;
  return decide(ports, asked, past, await ports.readTasks(userId, taskIds, from));
};

/** A redo names the undo that it takes back; one that names what was undone means the same. */
const meant = async (
  ports: HistoryPorts,
  userId: Id,
  { type }: HistoryCommand,
  past: Past,
): Promise<Past | null> => {
  if (type === "history.undo" || past.undoes !== null) return past;
  return past.undoneBy === null ? null : ports.readPast(userId, past.undoneBy);
};

const decide = async (
  ports: HistoryPorts,
  { userId, command, at }: Asked,
  past: Past,
  now: Now[],
): Promise<HistoryPlan> => {
  const tasks = now.map(({ task }) => task);
  const { onConflict = "ask" } = command;
  const policy = onConflict === "overwrite" ? "overwrite" : "keep";
  const plan = planUndo(past.steps, tasks, { policy, skipped: past.skipped });
  const snoozes = planSnoozes(past.snoozes, now, at);
  const commands = await withoutCircles(ports, userId, [...plan.commands, ...snoozes.commands]);
  if (plan.conflicts.length > 0 && onConflict === "ask") return { is: "ask", about: plan, past };
  const notes = [...plan.notes, ...snoozes.notes];
  const directory = past.directory.map(backOf);
  if (commands.length + directory.length > 0)
    return { is: "plan", undoes: past.correlationId, commands, directory, notes, past };
  return notes.length > 0 ? { is: "nothing", notes } : nothing(whyNothing(plan));
};

const backOf = ({ kind, id, was, changes }: DirectoryStep): DirectoryCommand => {
  return { type: "directory.back", kind, id, was, changes };
};

const whyNothing = ({ conflicts }: UndoPlan): string =>
  conflicts.length > 0
    ? "All of it was changed since, so everything stays as it is."
    : "Everything is as it was before already.";

/** A parent that has become a part of its own part since stays where it is. */
const withoutCircles = async (
  ports: HistoryPorts,
  userId: Id,
  commands: TaskCommand[],
): Promise<TaskCommand[]> => {
  const checked = commands.map(async (command) => {
    if (command.type !== "task.patch" || !command.changes.parentId) return command;
    const { parentId, ...others } = command.changes;
    if (await ports.mayBePartOf(userId, command.taskId, parentId)) return command;
    return { ...command, changes: others };
  });
  return Promise.all(checked);
};

const refused = (code: Refusal["code"], message: string): HistoryPlan => ({
  is: "refused",
  refusal: refuse(code, message).error,
});

const nothing = (message: string): HistoryPlan => refused("nothing_to_undo", message);
