// The language of the socket at /ws: what a device says and what the gateway answers. One JSON object a frame.
import * as z from "zod";
import { Turn } from "./conversation.ts";
import { Directory } from "./directory/directory.ts";
import { Alert } from "./reminder.ts";
import { Task } from "./task.ts";
import { Notice, TaskUpdate } from "./update.ts";

/** Where a device is in the feed, and in which one: the id of its topic comes first. Opaque to devices: give back the last one seen. */
export const Cursor = z
  .string()
  .max(512)
  .regex(/^(?:[\w-]{22}@)?\d+:\d+(\.\d+:\d+)*$/, "must be a cursor the server gave");
export type Cursor = z.infer<typeof Cursor>;

/**
 * From the device. `hello` comes first, within 5 s. With a session cookie it needs no token; without, it carries the
 * bearer token. `cursor` asks for what was missed since; without it, or when it is too old, a snapshot comes.
 */
export const ClientFrame = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("hello"),
    token: z.string().max(512).optional(),
    cursor: Cursor.optional(),
  }),
  z.strictObject({ type: z.literal("ping") }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/**
 * From the gateway, in this order: `welcome`; then pages of `snapshot` (the last has `more: false`; together they replace
 * all the device has, tasks that ended long ago included) or the missed `update`s; then `live`; then `update`s, `alert`s (a reminder is told, or seen elsewhere), `notice`s, `turn`s of the conversation and the `directory` as they happen. Of two
 * directories the one with the higher version is right. `moving` says how many of a
 * person's tasks have heard of a change of their settings, about once a second until it is `over`. `beat` comes every 20 s,
 * `pong` answers a ping. `error` precedes a close.
 */
export const ServerFrame = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("welcome"),
    v: z.literal(1),
    userId: z.string(),
    resumed: z.boolean(),
  }),
  z.object({
    type: z.literal("snapshot"),
    tasks: z.array(Task),
    /** The reminders told and not seen yet; with the first page. */
    alerts: z.array(Alert).optional(),
    /** Projects, tags and saved filters; with the first page. */
    directory: Directory.optional(),
    first: z.boolean(),
    more: z.boolean(),
    /**
     * With the last page: the cursor of `GET /tasks?status=done,cancelled&order=ended` for the tasks that ended before those of the
     * snapshot, which has what is open and what ended within the last seven days; null when there are none.
     */
    older: z.string().nullable().optional(),
  }),
  z.object({ type: z.literal("update"), cursor: Cursor, update: TaskUpdate }),
  z.object({ type: z.literal("alert"), cursor: Cursor, alert: Alert }),
  z.object({ type: z.literal("notice"), cursor: Cursor, notice: Notice }),
  z.object({ type: z.literal("turn"), cursor: Cursor, turn: Turn }),
  z.object({ type: z.literal("directory"), cursor: Cursor, directory: Directory }),
  z.object({
    type: z.literal("moving"),
    id: z.string(),
    tasks: z.int(),
    done: z.int(),
    over: z.boolean(),
  }),
  z.object({ type: z.literal("live"), cursor: Cursor }),
  z.object({ type: z.literal("beat"), cursor: Cursor }),
  z.object({ type: z.literal("pong") }),
  z.object({ type: z.literal("error"), code: z.string(), message: z.string() }),
]);
export type ServerFrame = z.infer<typeof ServerFrame>;

/** Largest frame a device may send, in bytes. Larger closes the socket with 1009. */
export const maxClientFrameBytes = 16 * 1024;
