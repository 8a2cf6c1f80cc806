// Commands are orders. Whatever the door (web, REST, chat), a change is one of these, parsed once at the edge.
import * as z from "zod";
import { DirectoryCommand } from "./directory/command.ts";
import { Id, Instant } from "./ids.ts";
import { Label } from "./label.ts";
import { Reminder } from "./reminder.ts";
import { Owner, Settings } from "./settings.ts";
import { TaskFields, TaskOccurrence, TaskPatch, Title } from "./task.ts";

const expectedVersion = z.int().min(1).optional();

/** Makes a task. What is not named gets `taskDefaults`. */
export const TaskCreate = z.strictObject({
  type: z.literal("task.create"),
  taskId: Id,
  fields: TaskFields.partial().extend({ title: Title }),
});

/** What a moved due of a recurring task moves: this occurrence only, or this one and all that follow. */
export const Scope = z.enum(["this", "following"], { error: "must be this or following" });
export type Scope = z.infer<typeof Scope>;

/**
 * Changes the named fields and leaves the others. `expectedVersion` refuses the change when the task has moved on. `scope`
 * (default `this`) says what a new due of a recurring task is meant for. `asBefore` comes with an undo only: what is set was so
 * before, so the series goes on where it stood instead of beginning anew, the task is done since `completedAt`, and a
 * reminder whose time has passed is taken.
 */
export const TaskPatchCommand = z.strictObject({
  type: z.literal("task.patch"),
  taskId: Id,
  changes: TaskPatch,
  scope: Scope.optional(),
  asBefore: z
    .strictObject({
      occurrence: TaskOccurrence.nullable().optional(),
      completedAt: Instant.nullable().optional(),
    })
    .optional(),
  expectedVersion,
});

const bare = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), taskId: Id, expectedVersion });

/** The occurrence that is meant: another one than the current is refused, one that has passed already changes nothing. */
const occurrence = Id.optional();

/**
 * Marks a task done; a recurring one goes on to its next occurrence. `forever` ends the series. Refused when it is done
 * already.
 */
export const TaskComplete = bare("task.complete").extend({
  occurrence,
  forever: z.boolean().optional(),
});
/** Lets the current occurrence of a recurring task pass as skipped. */
export const TaskSkip = bare("task.skip").extend({ occurrence });
/** Opens a done or cancelled task again; takes back the last completion or skip of a recurring one. */
export const TaskReopen = bare("task.reopen");
/** The task's parent went on to its next occurrence: a done subtask is open again. From the log, not from people. */
export const TaskReset = bare("task.reset").extend({ occurrence: Id });
/** The parent's occurrence came back: what `task.reset` did for it is undone. From the log, not from people. */
export const TaskUnreset = bare("task.unreset").extend({ occurrence: Id });
/**
 * The task it is a part of ended by the same request: a part that is open goes with it, into the trash every part. One that is no part of
 * `partOf` any more stays. From the plan of that request, not from people.
 */
export const TaskFollow = bare("task.follow").extend({
  partOf: Id,
  into: z.enum(["done", "cancelled", "trash"]),
});
/** The task came back: a part comes back with it that went by the request `endedBy`, a correlation id. From a plan, not from people. */
export const TaskReturn = bare("task.return").extend({
  from: z.enum(["over", "trash"]),
  endedBy: Id,
});
/**
 * A project, a section of `project` or a tag that the task may hold has another name now, or none: `from` becomes `to`, unless the task
 * was put elsewhere meanwhile. `keepsSection`: the project itself is the same. From the plan of a change of the directory, not from people.
 */
export const TaskRelabel = bare("task.relabel").extend({
  of: z.enum(["project", "section", "tag"]),
  from: Label("a name"),
  to: Label("a name").nullable(),
  project: Label("a project").optional(),
  keepsSection: z.boolean().optional(),
});
/** The owner's settings changed: the reminders are armed anew by those of the envelope. */
export const TaskRetime = bare("task.retime");
/** Puts a task in the trash. */
export const TaskDelete = bare("task.delete");
/** Takes a task out of the trash. */
export const TaskRestore = bare("task.restore");

/**
 * Deletes a task that is in the trash for good: nothing of what it said is kept, and nothing brings it back. Refused for one that is not there (any
 * more), or was put there at `deletedBefore` or later. A second time it changes nothing.
 */
export const TaskPurge = bare("task.purge").extend({ deletedBefore: Instant.optional() });

/** Adds a reminder. One in the past is refused. */
export const ReminderAdd = bare("reminder.add").extend({ reminder: Reminder });
/** Changes the named parts of a reminder. A new time in the past is refused. */
export const ReminderChange = bare("reminder.change").extend({
  reminderId: Id,
  changes: Reminder.omit({ id: true }).partial(),
});
/** Takes a reminder away. */
export const ReminderRemove = bare("reminder.remove").extend({ reminderId: Id });
/** Tells a reminder again at `until`; the due stays. */
export const ReminderSnooze = bare("reminder.snooze").extend({ reminderId: Id, until: Instant });
/** Says that a told reminder was seen: it is cleared on every device. */
export const ReminderAcknowledge = bare("reminder.acknowledge").extend({ reminderId: Id });

/** Every order a task understands. */
export const TaskCommand = z.discriminatedUnion("type", [
  TaskCreate,
  TaskPatchCommand,
  TaskComplete,
  TaskSkip,
  TaskReopen,
  TaskReset,
  TaskUnreset,
  TaskFollow,
  TaskReturn,
  TaskRelabel,
  TaskRetime,
  TaskDelete,
  TaskRestore,
  TaskPurge,
  ReminderAdd,
  ReminderChange,
  ReminderRemove,
  ReminderSnooze,
  ReminderAcknowledge,
]);
export type TaskCommand = z.infer<typeof TaskCommand>;

/**
 * What to do where a field has another value by now than the change that is taken back gave it: ask the person, `keep` what is
 * there and take back the rest, or `overwrite` it.
 */
export const OnConflict = z.enum(["ask", "keep", "overwrite"], {
  error: "must be ask, keep or overwrite",
});
export type OnConflict = z.infer<typeof OnConflict>;

const ofHistory = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), correlationId: Id, onConflict: OnConflict.optional() });

/** Takes back all changes of one request or message, by the correlation id they share. */
export const HistoryUndo = ofHistory("history.undo");
/** Takes back an undo, by the undo's own correlation id. */
export const HistoryRedo = ofHistory("history.redo");
export const HistoryCommand = z.discriminatedUnion("type", [HistoryUndo, HistoryRedo]);
export type HistoryCommand = z.infer<typeof HistoryCommand>;

/**
 * Every order a person can give. One of the history becomes commands of the tasks it is about (`gateway/history/`), one of the directory takes
 * along the tasks that hold the name (`gateway/directory/`).
 */
export const Command = z.discriminatedUnion("type", [
  ...TaskCommand.options,
  ...DirectoryCommand.options,
  ...HistoryCommand.options,
]);
export type Command = z.infer<typeof Command>;

/** Whether a command is one for the actor of a task. */
export const isTaskCommand = (command: Command): command is TaskCommand =>
  !isHistoryCommand(command) && !isDirectoryCommand(command);

/** Whether a command takes something back, or does it again. */
export const isHistoryCommand = (command: Command): command is HistoryCommand =>
  command.type.startsWith("history.");

/** Whether a command is one for the directory of a person. */
export const isDirectoryCommand = (command: Command): command is DirectoryCommand =>
  /^(?:project|section|tag|filter|directory)\./.test(command.type);

/** The door a change came through; `reminder`, `recurrence` and `age` (what was in the trash for too long) are the clock's own. */
export const Source = z.enum(["web", "rest", "chat", "mcp", "reminder", "recurrence", "age"]);
export type Source = z.infer<typeof Source>;

/**
 * Who orders what, and why. `commandId` makes a repetition harmless; `correlationId` is shared by all changes of one
 * request or message; `causationId` names what led to the command (the request or the chat message).
 */
export const Origin = z.object({
  commandId: Id,
  correlationId: Id,
  causationId: Id,
  actorId: Id,
  source: Source,
  device: z.string().max(64).nullable(),
  /** W3C Trace Context, so that the trace goes through Kafka into the audit row. */
  traceparent: z.string().nullable(),
});
export type Origin = z.infer<typeof Origin>;

/**
 * Comes with a command that is repeated: since when it is promised, the ids of all commands of its plan for this task (or the directory), and whether its sender
 * asks for it again or only the promise does.
 */
export const Again = z.object({
  promisedAt: Instant,
  plan: z.array(Id),
  /** `sweeper`, the repeater of a gateway: gateways of another version speak to this one. */
  by: z.enum(["caller", "sweeper"]),
});
export type Again = z.infer<typeof Again>;

/**
 * A command on its way to the actor that owns the task. `owner` comes with those that can set a time. `after` names the command of the same plan
 * that has to have ended a task, or brought it back, for this one to be given.
 */
export const CommandEnvelope = z.object({
  v: z.literal(1),
  command: TaskCommand,
  origin: Origin,
  owner: Owner.optional(),
  after: Id.optional(),
  again: Again.optional(),
});
export type CommandEnvelope = z.infer<typeof CommandEnvelope>;

/**
 * A change of the directory on its way to the UserActor. `on` is the version of the directory that the plan was drawn up on, where tasks follow from it.
 * `again` comes with one that only the promise repeats.
 */
export const DirectoryEnvelope = z.object({
  v: z.literal(1),
  command: DirectoryCommand,
  origin: Origin,
  on: z.int().min(0).optional(),
  again: Again.partial({ plan: true }).optional(),
});
export type DirectoryEnvelope = z.infer<typeof DirectoryEnvelope>;

/** A change of some of a person's settings. `expectedVersion`: of the settings it is meant for; 0 are those nobody has set yet. */
export const UserPatch = z.strictObject({
  type: z.literal("user.patch"),
  changes: Settings.partial(),
  expectedVersion: z.int().min(0).optional(),
});
export type UserPatch = z.infer<typeof UserPatch>;

/** A settings change on its way to the UserActor. */
export const UserEnvelope = z.object({ v: z.literal(1), command: UserPatch, origin: Origin });
export type UserEnvelope = z.infer<typeof UserEnvelope>;
