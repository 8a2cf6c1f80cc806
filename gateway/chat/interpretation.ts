// What an interpreter is given and what it gives back. The built-in grammar is one; a model can be another.
import type { Command } from "../../domain/command.ts";
import type { Directory } from "../../domain/directory/directory.ts";
import type { Id } from "../../domain/ids.ts";
import type { Settings } from "../../domain/settings.ts";
import type { TaskSummary } from "../../domain/task.ts";
import type { Choice, Conversation, Interpreter } from "../../domain/conversation.ts";

/**
 * What a message is read against. `now` is an ISO instant, `zone` where the person is now. `tasks` are the person's open ones, those
 * done lately and those in the trash; `projects` are names beside those of the tasks. `newId` makes the ids of new tasks. Settings that
 * are not there (of a test, an older program) have their defaults.
 */
export type Context = {
  now: string;
  zone: string;
  settings: Settings;
  tasks: readonly TaskSummary[];
  projects?: readonly string[];
  directory?: Directory;
  conversation: Conversation;
  newId?: () => Id;
};

/** What a read or a talk answers. `taskIds` in the order shown; `filter` finds the same tasks as a line of the filter language. */
export type Answer = {
  kind: "list" | "search" | "count" | "help" | "talk";
  taskIds?: Id[];
  text: string;
  filter?: string;
};

/** A message as proposed commands, a question back, an answer, or commands with a remark. `timeZone`: the person moves there before they are answered. */
export type Interpretation = { commands: Command[]; ask?: Ask; answer?: Answer; timeZone?: string };

/** An interpretation with who made it. `remark`: what the person should know of that ("the model did not answer in time"). */
export type Interpreted = Interpretation & { interpreter: Interpreter; remark?: string };

/**
 * What beside the words an interpreter may need. `onText` is told the answer piece by piece while it is being made; `signal` ends
 * it early, because nobody waits any more.
 */
export type InterpretOptions = {
  userId: Id;
  onText?: (delta: string) => void;
  signal?: AbortSignal;
};

/** An interpreter: never throws for words, and what it does not understand is an answer that says so, never a write. */
export type Interpret = (
  message: string,
  context: Context,
  options?: InterpretOptions,
) => Promise<Interpreted>;

/** A question, and the answers it offers. */
export type Ask = { question: string; choices: Choice[] };

export type { Choice } from "../../domain/conversation.ts";
