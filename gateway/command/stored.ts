// What an intent keeps: parsed where it is read, for this or an older version of the program stored it.
import * as z from "zod";
import { CommandEnvelope, DirectoryEnvelope } from "../../domain/command.ts";
import { KeptDirectoryReply } from "../../domain/directory/reply.ts";
import { TaskReply } from "../../domain/reply.ts";

export const StoredPlan = z.array(CommandEnvelope);
export const StoredReplies = z.array(TaskReply);
export const StoredDirectoryPlan = z.array(DirectoryEnvelope);
export const StoredDirectoryReplies = z.array(KeptDirectoryReply);
