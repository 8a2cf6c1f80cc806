// Turns of a conversation for tests, and their events: whole and valid, with what a test names changed.
import { chatEvents } from "../actors/user/event.ts";
import type { ChatEvent } from "../domain/event.ts";
import type { Turn, TurnEnvelope } from "../domain/conversation.ts";
import { type Id, newId } from "../domain/ids.ts";

/** A turn on its way to its person's actor. */
export const exampleTurn = (
  userId: Id,
  named: Partial<Turn> = {},
  more: Partial<Pick<TurnEnvelope, "question" | "shownTaskIds">> = {},
): TurnEnvelope => {
  const id = named.id ?? newId();
  const correlationId = named.correlationId ?? newId();
  const turn: Turn = {
    at: "2026-12-01T08:00:00.000Z",
    source: "chat",
    device: null,
    message: "hello",
    text: "Hello.",
    changes: [],
    taskIds: [],
    choices: [],
    undoes: null,
    interpreter: "grammar",
    ...named,
    id,
    correlationId,
  };
  const origin = {
    commandId: id,
    correlationId,
    causationId: newId(),
    actorId: userId,
    source: turn.source,
    device: turn.device,
    traceparent: null,
  };
  return { v: 1, turn, question: null, shownTaskIds: [], ...more, origin };
};

/** The two events of a turn. */
export const turnEvents = (userId: Id, named: Partial<Turn> = {}): [ChatEvent, ChatEvent] =>
  chatEvents(exampleTurn(userId, named), userId, new Date("2026-12-01T08:00:00.100Z")) as [
    ChatEvent,
    ChatEvent,
  ];
