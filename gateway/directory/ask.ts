// Asks the owner of a person's directory, before any task hears of it. Called by execute.ts and the repeater.
import type { ActorClient } from "../../actors/client.ts";
import { projectDirectories } from "../../database/directories/project-directories.ts";
import type { Queryable } from "../../database/pool.ts";
import type { DirectoryEnvelope } from "../../domain/command.ts";
import type { Directory } from "../../domain/directory/directory.ts";
import type { DirectoryReply, KeptDirectoryReply } from "../../domain/directory/reply.ts";
import type { Id } from "../../domain/ids.ts";
import { refuse } from "../../domain/result.ts";

/** A change of the directory with its owner's answer. */
export type Directed = {
  command: DirectoryEnvelope["command"];
  commandId: Id;
  reply: DirectoryReply;
};

/** Whether the directory was another one by then than the plan was drawn up on: its owner did nothing. */
export const isOutdated = (
  [order]: readonly DirectoryEnvelope[],
  [first]: readonly Directed[],
): boolean => {
  if (order?.on === undefined || first === undefined || first.reply.ok) return false;
  const { code, currentVersion } = first.reply.error;
  return code === "conflict" && currentVersion !== undefined;
};

/** What stands in the place of an answer where a task was not asked, because the directory stayed as it was. */
export const notAsked = refuse("conflict", "what it was to follow from was not done");

/**
 * Gives each order in turn until one is refused; harmless to repeat. An answer for each: `notAsked` for those behind the refused one. The copy that lists
 * read has the directory before this resolves. `promisedAt` comes with what only the promise repeats. Throws ActorUnavailable or a database error.
 */
export const askDirectory = async (
  deps: { changeDirectory: ActorClient["changeDirectory"]; keep: KeepDirectory },
  userId: Id,
  plan: DirectoryEnvelope[],
  promisedAt?: Date,
): Promise<DirectoryReply[]> => {
  const replies: DirectoryReply[] = [];
  const ids = plan.map(({ origin }) => origin.commandId);
  const again = promisedAt && {
    promisedAt: promisedAt.toISOString(),
    plan: ids,
    by: "sweeper" as const,
  };
  for (const envelope of plan) {
    const reply = await deps.changeDirectory(userId, again ? { ...envelope, again } : envelope);
    replies.push(reply);
    if (!reply.ok) break;
  }
  const last = replies.findLast((reply) => reply.ok);
  if (last?.ok) await deps.keep({ userId, directory: last.directory });
  return plan.map((_, n) => replies[n] ?? notAsked);
};

export type KeepDirectory = (of: { userId: Id; directory: Directory }) => Promise<void>;

/** Writes it through to the read model. */
export const keepDirectoryIn =
  (db: Queryable): KeepDirectory =>
  (of) =>
    projectDirectories(db, [of]);

/** The answers as the intent keeps them. */
export const keptReplies = (replies: DirectoryReply[]): KeptDirectoryReply[] =>
  replies.map((reply) => {
    if (!reply.ok) return reply;
    const { directory: _, ...kept } = reply;
    return kept;
  });
