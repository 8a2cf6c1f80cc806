// What an interpreter is given and what it gives back. The built-in grammar is one; a model can be another.
import type { Command } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";
import type { Settings } from "../../domain/settings.ts";
import type { Task } from "../../domain/task.ts";
import type { Conversation } from "../../domain/user.ts";

/**
 * What a message is read against. `tasks` are the person's open ones, those done lately and those in the trash; `zone`
 * is where the person is now. `newId` makes the ids of new tasks.
 */
export type Context = {
  now: Date;
  zone: string;
  settings: Settings;
  tasks: Task[];
  conversation: Conversation;
  newId?: () => Id;
};

/** One offered answer; choosing it runs its commands. No commands: nothing is to be done. */
export type Choice = { label: string; commands: Command[] };

/** What a read or a talk answers. `taskIds` in the order shown. */
export type Answer = {
  kind: "list" | "search" | "count" | "help" | "talk";
  taskIds?: Id[];
  text: string;
};

/** A message as proposed commands, a question back, an answer, or commands with a remark. */
export type Interpretation = { commands: Command[]; ask?: Ask; answer?: Answer };
export type Ask = { question: string; choices: Choice[] };
