// What a UserActor keeps in the store under one key.
import * as z from "zod";
import { UserEvent } from "../../domain/event.ts";
import { Id, Instant } from "../../domain/ids.ts";
import { MissedReminder, NoticeEvent, PersonNotice } from "../../domain/reminder-event.ts";
import { Conversation } from "../../domain/conversation.ts";
import { User } from "../../domain/user.ts";
import { Day } from "../../domain/when.ts";

/** The person, their notices of late, what the next summary tells, and the last day a digest was told for. */
export const UserDoc = z.object({
  user: User,
  notices: z.array(PersonNotice).default([]),
  missed: z
    .object({ since: Instant, reminders: z.array(MissedReminder) })
    .nullable()
    .default(null),
  digestedDay: Day.nullable().default(null),
  /** Counts the changes of notices: the sequence of their events. */
  noticeSequence: z.int().min(0).default(0),
});
export type UserDoc = z.infer<typeof UserDoc>;

export const UserState = UserDoc.extend({
  v: z.literal(1),
  conversation: Conversation,
  outbox: z.array(z.union([UserEvent, NoticeEvent])),
  appliedCommands: z.array(Id),
});
export type UserState = z.infer<typeof UserState>;
