// A turn comes into the conversation: the state after it, its pages and its events. Pure. Called by UserActor.
import type { TurnEnvelope } from "../../domain/conversation.ts";
import type { StateOperation } from "../dapr.ts";
import { chatEvents } from "./event.ts";
import { operationsOf } from "./pages.ts";
import type { UserState } from "./state.ts";
import { addTurn, bounded, hasTurn } from "./turns.ts";

/** Null when there is nothing to do: the turn is known, or it is another person's. */
export const converse = (
  state: UserState,
  given: TurnEnvelope,
  now: Date,
): { state: UserState; beside: StateOperation[] } | null => {
  const { user, conversation: before, outbox } = state;
  if (given.origin.actorId !== user.id || hasTurn(before, given.turn.id)) return null;
  const said = { ...given, turn: bounded(given.turn) };
  const added = addTurn(state, said);
  const { conversation, pages } = added;
  const events = chatEvents(said, user.id, now);
  return {
    state: { ...state, conversation, pages, outbox: [...outbox, ...events] },
    beside: operationsOf(added),
  };
};
