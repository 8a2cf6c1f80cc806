// What people say to the chat and what is so after it. The shape of the whole chat corpus; used by its test and `npm run score:language`.
import * as z from "zod";
import { When } from "../../../domain/when.ts";

/**
 * A task before the first message. `reminders` are minutes before the due; `recurrence` an RRULE; `deleted`: in the trash;
 * `parent` the title of the task it is a part of. What is not named is as in a new task.
 */
export const WorldTask = z.object({
  title: z.string(),
  due: When.nullish(),
  deadline: z.string().optional(),
  durationMinutes: z.int().optional(),
  tags: z.array(z.string()).optional(),
  priority: z.int().optional(),
  project: z.string().nullish(),
  assignee: z.string().nullish(),
  description: z.string().optional(),
  recurrence: z.string().nullish(),
  reminders: z.array(z.number()).optional(),
  status: z.enum(["open", "in_progress", "done", "cancelled"]).optional(),
  completedAt: z.string().optional(),
  deleted: z.boolean().optional(),
  /** When its reminder went off. */
  fired: z.string().optional(),
  parent: z.string().optional(),
});
export type WorldTask = z.infer<typeof WorldTask>;

/**
 * One task that is not as before; only the fields named are looked at. `was` is its title before; `parent` null: no part of
 * another any more; `reminderAt` wall clocks at which it reminds.
 */
export const After = WorldTask.extend({
  was: z.string().optional(),
  deadline: z.string().nullish(),
  durationMinutes: z.int().nullish(),
  parent: z.string().nullish(),
  reminderAt: z.array(z.string()).optional(),
});
export type After = z.infer<typeof After>;

/**
 * What is expected of the last reply and of the tasks then: `after` names every task that changed. `asks`: a question with
 * answers to choose from, and nothing done; `lists` the titles shown, in any order; `nothing`: no task changed.
 */
export const Expectation = z.object({
  after: z.array(After).default([]),
  asks: z.boolean().optional(),
  lists: z.array(z.string()).optional(),
  count: z.int().optional(),
  nothing: z.boolean().optional(),
});

/** A conversation. `tasks` instead of the name of a `world`; `shown` are titles shown before the first message. */
export const ChatCase = z.object({
  kind: z.string(),
  world: z.string().optional(),
  tasks: z.array(WorldTask).optional(),
  shown: z.array(z.string()).optional(),
  messages: z.array(z.string()),
  expect: Expectation,
  debatable: z.boolean().optional(),
  why: z.string().optional(),
});
export type ChatCase = z.infer<typeof ChatCase>;

/** Cases with the worlds they name: the shape of a further JSON file. */
export const ChatCases = z.object({
  worlds: z.record(z.string(), z.array(WorldTask)),
  cases: z.array(ChatCase),
});
export type ChatCases = z.infer<typeof ChatCases>;
