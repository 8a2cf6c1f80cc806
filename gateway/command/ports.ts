// What is asked of execute.ts, and what it needs from outside. Tests give maps in place of the database.
import type { ActorClient } from "../../actors/client.ts";
import type { finishIntent } from "../../database/commands/finish-intent.ts";
import type { RedrawnIntent } from "../../database/commands/redraw-intent.ts";
import type { Intent, startIntent } from "../../database/commands/start-intent.ts";
import type { Origin, TaskCommand } from "../../domain/command.ts";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import type { Directory } from "../../domain/directory/directory.ts";
import type { Id } from "../../domain/ids.ts";
import type { Result } from "../../domain/result.ts";
import type { Owner } from "../../domain/settings.ts";
import type { takeAlong, TakenAlong } from "../directory/take-along.ts";
import type { WithParts } from "./parts.ts";

export type ExecuteRequest = {
  userId: Id;
  /** Idempotency-Key; a new id when the caller gave none. */
  key?: string | undefined;
  /** Hash of what the caller asked for; another one under the same key is refused with `idempotency_mismatch`. */
  bodyHash?: string | undefined;
  commands: TaskCommand[];
  /** What is ordered of the directory, before anything of tasks; those that hold a name which changes are taken along. */
  directory?: DirectoryCommand[] | undefined;
  origin: Omit<Origin, "commandId">;
  /** The correlation id that the commands take back. */
  undoes?: Id | undefined;
  /** The person's settings where the caller has read them already; else they are read when a command can set a time. */
  owner?: Owner | undefined;
  /** What is stored of a task and cannot be read is refused, and nothing more is promised of it; else the promise stays open. */
  leavesUnreadable?: true;
  /** Gives the replies before they are recorded; the caller awaits `recorded` beside what else it has to do. */
  isRecordedBeside?: true;
};

/** What seeing commands through needs: the actors, the intents, and what else is read of the person. */
export type ExecutePorts = {
  actors: Pick<ActorClient, "execute" | "changeDirectory">;
  takeAlong: (of: Parameters<typeof takeAlong>[1]) => Promise<Result<TakenAlong>>;
  keepDirectory: (of: { userId: Id; directory: Directory }) => Promise<void>;
  readDirectory: (userId: Id) => Promise<Directory>;
  withParts: (of: {
    userId: Id;
    commands: TaskCommand[];
    isUndo: boolean;
  }) => Promise<Result<WithParts[]>>;
  ownerFor: (userId: Id, commands: TaskCommand[]) => Promise<Owner | undefined>;
  startIntent: (intent: Parameters<typeof startIntent>[1]) => Promise<Intent>;
  redrawIntent: (drawn: RedrawnIntent) => Promise<boolean>;
  finishIntent: (done: Parameters<typeof finishIntent>[1]) => Promise<void>;
};
