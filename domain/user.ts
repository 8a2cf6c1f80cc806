// What a person is to the system: their settings, and what the conversation with them remembers.
import * as z from "zod";
import { Command } from "./command.ts";
import { Id, Instant } from "./ids.ts";
import { StoredSettings } from "./settings.ts";

/** One offered answer to a question the chat asked; choosing it runs its commands. */
export const Choice = z.object({ label: z.string(), commands: z.array(Command) });
export type Choice = z.infer<typeof Choice>;

/** What the chat remembers between two messages: its open question, and the tasks it showed last ("it", "the second one"). */
export const Conversation = z.object({
  question: z.object({ text: z.string(), choices: z.array(Choice) }).nullable(),
  shownTaskIds: z.array(Id),
});
export type Conversation = z.infer<typeof Conversation>;

export const emptyConversation: Conversation = { question: null, shownTaskIds: [] };

/** A person as their `UserActor` holds them. `version` counts changes of the settings; 0 is one who never changed any. */
export const User = z.object({
  id: Id,
  settings: StoredSettings,
  version: z.int().min(0),
  createdAt: Instant,
  updatedAt: Instant,
});
export type User = z.infer<typeof User>;
