// UserActor: owns a person's settings and what the conversation with them remembers. Calls go user → task only, never back.
import { type Origin, UserEnvelope } from "../../domain/command.ts";
import type { UserEvent, UserEventType } from "../../domain/event.ts";
import { type Changes, originAttributes } from "../../domain/event-attributes.ts";
import type { Id } from "../../domain/ids.ts";
import type { UserReply } from "../../domain/reply.ts";
import { Conversation, emptyConversation, type User } from "../../domain/user.ts";
import { type Actor, type ActorFactory, BadCall, parseArgument } from "../actor.ts";
import type { ActorDeps } from "../deps.ts";
import { createOutbox, relayReminder } from "../outbox/outbox.ts";
import { remembered } from "../outbox/applied.ts";
import { createStored } from "../stored.ts";
import { decide, newUser } from "./decide.ts";
import { UserState } from "./state.ts";

/** Makes the actors of the type `UserActor`; their ids are user ids. */
export const userActor =
  (deps: ActorDeps): ActorFactory =>
  (id, isCurrent) => {
    const address = { type: "UserActor", id };
    const stored = createStored(deps.dapr, address, UserState, isCurrent);
    const outbox = createOutbox(deps.dapr, deps.pubsub, address);

    const load = async (): Promise<UserState> => {
      const state = await stored.load();
      return state === null ? emptyState(newUser(id, deps.now())) : drain(state);
    };

    const drain = async (state: UserState): Promise<UserState> => {
      if (!(await outbox.drain(state.outbox))) return state;
      const drained = { ...state, outbox: [] };
      stored.replace(drained);
      return drained;
    };

    const execute = async ({ command, origin }: UserEnvelope): Promise<UserReply> => {
      const state = await load();
      if (origin.actorId !== id || state.appliedCommands.includes(origin.commandId))
        return reply(state);
      const { user, event } = decide(state.user, command, deps.now());
      if (event === null) return reply(state);
      const next: UserState = {
        ...state,
        user,
        outbox: [...state.outbox, userEvent(user, event, origin, deps.newId())],
        appliedCommands: remembered(state.appliedCommands, origin.commandId),
      };
      await stored.save(next);
      await drain(next);
      return reply(next);
    };

    const remember = async (conversation: Conversation): Promise<UserReply> => {
      const next = { ...(await load()), conversation };
      await stored.save(next);
      return reply(next);
    };

    const actor: Actor = {
      invoke: async (method, argument) => {
        if (method === "read") return reply(await load());
        if (method === "execute") return execute(parseArgument(UserEnvelope, argument));
        if (method === "remember") return remember(parseArgument(Conversation, argument));
        throw new BadCall(`UserActor has no method ${method}`);
      },
      remind: async (name) => {
        if (name !== relayReminder) throw new BadCall(`UserActor has no reminder ${name}`);
        if ((await load()).outbox.length === 0) await outbox.stopRelay();
      },
    };
    return actor;
  };

const emptyState = (user: User): UserState => ({
  v: 1,
  user,
  conversation: emptyConversation,
  outbox: [],
  appliedCommands: [],
});

const reply = (state: UserState): UserReply => ({
  ok: true,
  user: state.user,
  conversation: state.conversation,
});

const userEvent = (
  user: User,
  event: { type: UserEventType; changes: Changes },
  origin: Origin,
  eventId: Id,
): UserEvent => ({
  ...originAttributes(origin),
  id: eventId,
  source: "/punctual/actors/user",
  type: event.type,
  subject: user.id,
  time: user.updatedAt,
  sequence: user.version,
  ownerid: user.id,
  data: { changes: event.changes, user },
});
