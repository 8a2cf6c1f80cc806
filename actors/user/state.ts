// What a UserActor keeps in the store under one key.
import * as z from "zod";
import { Directory } from "../../domain/directory/directory.ts";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import { ChatEvent, DirectoryEvent, UserEvent } from "../../domain/event.ts";
import { Instant } from "../../domain/ids.ts";
import { MissedReminder, NoticeEvent, PersonNotice } from "../../domain/reminder-event.ts";
import { Conversation, emptyConversation } from "../../domain/conversation.ts";
import { User } from "../../domain/user.ts";
import { AppliedCommands } from "../outbox/applied.ts";
import { Pages } from "./turns.ts";
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

const Known = UserDoc.extend({
  v: z.literal(1),
  directory: Directory.default(emptyDirectory),
  /** Its `recent` are a few more than one page: what is older is in pages beside the state. */
  conversation: Conversation,
  pages: Pages.default({ first: 0, next: 0 }),
  outbox: z.array(z.union([UserEvent, NoticeEvent, ChatEvent, DirectoryEvent])),
  appliedCommands: AppliedCommands,
});
export type UserState = z.infer<typeof Known>;

/** What a newer version of the program has added stays where this one saves. */
export const UserState: z.ZodType<UserState> = z.looseObject({
  ...Known.shape,
  user: z.looseObject(User.shape),
  directory: z.looseObject(Directory.shape).default(emptyDirectory),
});

const noPages = { first: 0, next: 0 };

/** What erasing has to know of it: the pages beside it, as far as that can be read. Reads any value. */
export const LeftOfUser = z.object({ pages: Pages.catch(noPages) }).catch({ pages: noPages });

/** The state of a person nobody has heard of yet. */
export const emptyState = (user: User): UserState => ({
  v: 1,
  user,
  notices: [],
  missed: null,
  digestedDay: null,
  noticeSequence: 0,
  directory: emptyDirectory,
  conversation: emptyConversation,
  pages: { first: 0, next: 0 },
  outbox: [],
  appliedCommands: [],
});
