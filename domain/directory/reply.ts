// What the UserActor answers to a change of the directory.
import * as z from "zod";
import { Changes } from "../changes.ts";
import { Id } from "../ids.ts";
import { Refusal } from "../result.ts";
import { Directory, DirectoryKind } from "./directory.ts";

/** What happened to one record; `name` is its name after it, or the last one. */
export const DirectoryStep = z.object({
  kind: DirectoryKind,
  id: Id,
  name: z.string(),
  was: z.enum(["created", "changed", "deleted"]),
  /** Of the directory after it. */
  version: z.int().min(1),
  changes: Changes,
});
export type DirectoryStep = z.infer<typeof DirectoryStep>;

const Refused = z.object({ ok: z.literal(false), error: Refusal });
const Done = z.object({
  ok: z.literal(true),
  directory: Directory,
  step: DirectoryStep.nullable(),
  repeated: z.boolean(),
});

/**
 * The whole directory after it, and what was changed (null: nothing, or the command had been applied before: `repeated`); or a refusal.
 */
export const DirectoryReply = z.discriminatedUnion("ok", [Done, Refused]);
export type DirectoryReply = z.infer<typeof DirectoryReply>;

/** As the gateway keeps it for a week: without the directory, which would be too much. */
export const KeptDirectoryReply = z.discriminatedUnion("ok", [
  Done.omit({ directory: true }),
  Refused,
]);
export type KeptDirectoryReply = z.infer<typeof KeptDirectoryReply>;
