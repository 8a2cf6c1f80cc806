// What answering a message needs from outside. Made by chat.ts; the chat's tests make theirs of maps.
import type { Origin, TaskCommand } from "../../domain/command.ts";
import type { Conversation, Turn, TurnEnvelope } from "../../domain/conversation.ts";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import type { Directory } from "../../domain/directory/directory.ts";
import type { Id } from "../../domain/ids.ts";
import type { Result } from "../../domain/result.ts";
import type { Owner, Settings } from "../../domain/settings.ts";
import type { Task } from "../../domain/task.ts";
import type { Executed } from "../command/execute.ts";
import type { HistoryPorts } from "../history/plan-history.ts";
import type { Interpret } from "./interpretation.ts";

/** Who speaks. `owner` is what their tasks have to know of them. */
export type Person = {
  settings: Settings;
  owner: Owner;
  conversation: Conversation;
  directory: Directory;
};

/** What a message needs from outside. `execute` knows the key of the message: said again, nothing happens twice. */
export type ChatPorts = {
  interpret: Interpret;
  readPerson: (userId: Id) => Promise<Result<Person>>;
  /** The person's open tasks (of many those the message may be about), those done lately and those in the trash. */
  readTasks: (asked: { userId: Id; message: string; now: Date }) => Promise<Result<Task[]>>;
  /** Tasks the conversation speaks of beside those known. */
  readSpokenOf: (userId: Id, conversation: Conversation, known: readonly Task[]) => Promise<Task[]>;
  execute: (request: {
    userId: Id;
    key?: string | undefined;
    message: string;
    commands: TaskCommand[];
    directory?: DirectoryCommand[];
    origin: Omit<Origin, "commandId">;
    owner: Owner;
    /** The correlation id that the commands take back. */
    undoes?: Id;
  }) => Promise<Result<Executed>>;
  /** What was promised under a key before; null when nothing was. */
  readIntent: (userId: Id, key: string) => Promise<{ undoes: Id | null } | null>;
  history: HistoryPorts;
  /** What was done under a correlation id, in turn. */
  readDone: (
    userId: Id,
    correlationId: Id,
  ) => Promise<Pick<Executed, "plan" | "replies"> & { directed: { commandId: Id }[] }>;
  /** Adds a turn to the conversation, once; gives it as it is kept. */
  converse: (userId: Id, envelope: TurnEnvelope) => Promise<Turn>;
  /** Sets the person's time zone; gives them as they are then. */
  setZone: (
    userId: Id,
    timeZone: string,
    origin: Omit<Origin, "commandId">,
  ) => Promise<Pick<Person, "settings" | "owner">>;
};
