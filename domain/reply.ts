// What an actor answers to a command, and what the chat answers to a person.
import * as z from "zod";
import { Changes } from "./changes.ts";
import { Directory } from "./directory/directory.ts";
import { emptyDirectory } from "./directory/empty-directory.ts";
import { Id } from "./ids.ts";
import { ReminderStatus } from "./reminder.ts";
import { Refusal } from "./result.ts";
import { Task } from "./task.ts";
import { ChangeKind, Conversation, DirectoryChange, Interpreter } from "./conversation.ts";
import { User } from "./user.ts";

/**
 * What a TaskActor answers: the committed snapshot, how its reminders stand, and what this command changed (empty when
 * nothing did), or a refusal. `repeated` is true when the command had been applied before; `changes` are then known of the
 * newest command only. `moved` counts the reminders `task.retime` armed at another instant. `endedBy`, in the answer to a read: the correlation
 * ids of the requests that ended the task and put it in the trash.
 */
export const TaskReply = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    task: Task,
    reminders: z.array(ReminderStatus).default([]),
    changes: Changes,
    repeated: z.boolean(),
    moved: z.int().min(0).optional(),
    endedBy: z.object({ over: Id.nullable(), trash: Id.nullable() }).optional(),
  }),
  z.object({ ok: z.literal(false), error: Refusal }),
]);
export type TaskReply = z.infer<typeof TaskReply>;

/**
 * What a TaskActor answers when it has done what was due and armed what waits: how many those are, and how its reminders
 * stand now. `ownerId` is null when there is no such task. A host of an older version says only how many.
 */
export const CaughtUp = z.object({
  armed: z.int(),
  ownerId: Id.nullable().default(null),
  reminders: z.array(ReminderStatus).default([]),
});
export type CaughtUp = z.infer<typeof CaughtUp>;

/** What a UserActor answers to a read or a change. A host of an older version says nothing of a directory. */
export const UserReply = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    user: User,
    conversation: Conversation,
    directory: Directory.default(emptyDirectory),
  }),
  z.object({ ok: z.literal(false), error: Refusal }),
]);
export type UserReply = z.infer<typeof UserReply>;

/** One change made by a message, for display: `field` old → new in words. */
export const ChatChange = z.object({
  taskId: Id,
  title: z.string(),
  what: ChangeKind,
  changes: Changes,
});
export type ChatChange = z.infer<typeof ChatChange>;

/**
 * The answer to one chat message. `choices` are offered when the chat asks back; send a label as the next message.
 * `filter`: the tasks it lists, as a line of the filter language. `undoable`: its changes can be taken back by `correlationId`. `undoes` is the correlation id it took back.
 */
export const ChatReply = z.object({
  turnId: Id,
  correlationId: Id,
  undoable: z.boolean(),
  undoes: Id.nullable(),
  interpreter: Interpreter,
  text: z.string(),
  changes: z.array(ChatChange),
  directory: z.array(DirectoryChange).optional(),
  tasks: z.array(Task),
  choices: z.array(z.string()),
  filter: z.string().optional(),
});
export type ChatReply = z.infer<typeof ChatReply>;
