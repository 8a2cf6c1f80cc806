// The version of everything that crosses a process border or is stored. A test pins the schemas' hash beside it.
import * as z from "zod";
import { CommandEnvelope, DirectoryEnvelope, UserEnvelope } from "./command.ts";
import { DirectoryReply } from "./directory/reply.ts";
import { Event } from "./event.ts";
import { ClientFrame, ServerFrame } from "./frame.ts";
import { ChatReply, TaskReply, UserReply } from "./reply.ts";
import { UpdateMessage } from "./update.ts";
import { Conversation, TurnEnvelope, TurnPage } from "./conversation.ts";

/**
 * Raise it with every change of a schema below; old messages, events and stored plans must stay readable (add fields as
 * optional, never change what one means).
 */
export const wireVersion = 9;

/** Every schema on the wire: actor arguments and answers, Kafka records, socket frames, chat answers. */
export const wireSchemas = {
  CommandEnvelope,
  UserEnvelope,
  DirectoryEnvelope,
  Conversation,
  TurnEnvelope,
  TurnPage,
  TaskReply,
  UserReply,
  DirectoryReply,
  ChatReply,
  Event,
  UpdateMessage,
  ClientFrame,
  ServerFrame,
} satisfies Record<string, z.ZodType>;

/** The schemas as JSON Schema text, the same for the same meaning: what the test hashes. */
export const wireText = (schemas: Record<string, z.ZodType> = wireSchemas): string =>
  JSON.stringify(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }),
    ]),
  );
