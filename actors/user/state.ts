// What a UserActor keeps in the store under one key.
import * as z from "zod";
import { UserEvent } from "../../domain/event.ts";
import { Id } from "../../domain/ids.ts";
import { Conversation, User } from "../../domain/user.ts";

export const UserState = z.object({
  v: z.literal(1),
  user: User,
  conversation: Conversation,
  outbox: z.array(UserEvent),
  appliedCommands: z.array(Id),
});
export type UserState = z.infer<typeof UserState>;
