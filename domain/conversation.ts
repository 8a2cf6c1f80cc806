// The conversation with a person, kept by their UserActor: what was said and answered, and what the next message may refer to.
import * as z from "zod";
import { Command, Origin, Source } from "./command.ts";
import { DirectoryKind } from "./directory/directory.ts";
import { Id, Instant } from "./ids.ts";

/** One offered answer to a question the chat asked; choosing it runs its commands. */
export const Choice = z.object({ label: z.string(), commands: z.array(Command) });
export type Choice = z.infer<typeof Choice>;

/** Which interpreter read a message: the built-in rules, or a language model. */
export const Interpreter = z.enum(["grammar", "model"]);
export type Interpreter = z.infer<typeof Interpreter>;

/** What became of one task in a turn. */
export const ChangeKind = z.enum([
  "created",
  "completed",
  "reopened",
  "deleted",
  "restored",
  "changed",
]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** What became of a project, a tag or a saved filter in a turn, and how many tasks went along. */
export const DirectoryChange = z.object({
  kind: DirectoryKind,
  id: Id.nullable(),
  name: z.string(),
  what: z.enum(["created", "changed", "deleted"]),
  tasks: z.int().min(0),
});
export type DirectoryChange = z.infer<typeof DirectoryChange>;

/**
 * One message and its answer. A turn never changes: an undo is a turn of its own whose `undoes` is the correlation id of the
 * turn it took back (a redo's that of the undo), so whether a turn's changes still stand follows from the turns after it.
 * `taskIds` are the tasks shown or touched, in that order.
 */
export const Turn = z.object({
  id: Id,
  at: Instant,
  source: Source,
  device: z.string().nullable(),
  message: z.string(),
  text: z.string(),
  changes: z.array(z.object({ taskId: Id, title: z.string(), what: ChangeKind })),
  taskIds: z.array(Id),
  /** Changes of projects, tags and saved filters. */
  directory: z.array(DirectoryChange).optional(),
  choices: z.array(z.string()),
  /** The tasks it lists as a line of the filter language. */
  filter: z.string().optional(),
  correlationId: Id,
  undoes: Id.nullable(),
  interpreter: Interpreter,
});
export type Turn = z.infer<typeof Turn>;

/**
 * What the chat remembers between two messages: its open question, the tasks it showed last ("it", "the second one"), and
 * the last turns, oldest first.
 */
export const Conversation = z.object({
  question: z.object({ text: z.string(), choices: z.array(Choice) }).nullable(),
  shownTaskIds: z.array(Id),
  recent: z.array(Turn).default([]),
});
export type Conversation = z.infer<typeof Conversation>;

export const emptyConversation: Conversation = { question: null, shownTaskIds: [], recent: [] };

/** A turn on its way to the UserActor, with what the next message may refer to. The same turn twice is kept once. */
export const TurnEnvelope = z.object({
  v: z.literal(1),
  turn: Turn,
  question: Conversation.shape.question,
  shownTaskIds: Conversation.shape.shownTaskIds,
  origin: Origin,
});
export type TurnEnvelope = z.infer<typeof TurnEnvelope>;

/** Turns of a conversation, oldest first. `before` asks for those before the first one; null: there are none. */
export const TurnPage = z.object({ turns: z.array(Turn), before: Id.nullable() });
export type TurnPage = z.infer<typeof TurnPage>;
