// Commands are orders. Whatever the door (web, REST, chat), a change is one of these, parsed once at the edge.
import * as z from "zod";
import { Id } from "./ids.ts";
import { Settings } from "./settings.ts";
import { TaskFields, TaskPatch, Title } from "./task.ts";

const expectedVersion = z.int().min(1).optional();

/** Makes a task. What is not named gets `taskDefaults`. */
export const TaskCreate = z.strictObject({
  type: z.literal("task.create"),
  taskId: Id,
  fields: TaskFields.partial().extend({ title: Title }),
});

/** Changes the named fields and leaves the others. `expectedVersion` refuses the change when the task has moved on. */
export const TaskPatchCommand = z.strictObject({
  type: z.literal("task.patch"),
  taskId: Id,
  changes: TaskPatch,
  expectedVersion,
});

const bare = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), taskId: Id, expectedVersion });

/** Marks a task done. Refused when it is done already. */
export const TaskComplete = bare("task.complete");
/** Opens a done or cancelled task again. */
export const TaskReopen = bare("task.reopen");
/** Puts a task in the trash. */
export const TaskDelete = bare("task.delete");
/** Takes a task out of the trash. */
export const TaskRestore = bare("task.restore");

/** Every order a task understands. */
export const Command = z.discriminatedUnion("type", [
  TaskCreate,
  TaskPatchCommand,
  TaskComplete,
  TaskReopen,
  TaskDelete,
  TaskRestore,
]);
export type Command = z.infer<typeof Command>;

/** The door a change came through. */
export const Source = z.enum(["web", "rest", "chat"]);
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

/** A command on its way to the actor that owns the task. */
export const CommandEnvelope = z.object({ v: z.literal(1), command: Command, origin: Origin });
export type CommandEnvelope = z.infer<typeof CommandEnvelope>;

/** A change of some of a person's settings. */
export const UserPatch = z.strictObject({
  type: z.literal("user.patch"),
  changes: Settings.partial(),
});
export type UserPatch = z.infer<typeof UserPatch>;

/** A settings change on its way to the UserActor. */
export const UserEnvelope = z.object({ v: z.literal(1), command: UserPatch, origin: Origin });
export type UserEnvelope = z.infer<typeof UserEnvelope>;
