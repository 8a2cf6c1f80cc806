// The conversation as it is shown: turns and open messages in their order, what still stands of them, and what is asked. Pure; called by the chat
// views.
import type { Turn } from "../../domain/conversation.ts";
import type { Id } from "../../domain/ids.ts";
import type { ChatReply } from "../../domain/reply.ts";
import type { Chat, Exchange } from "./chat.ts";

export type Entry = { is: "turn"; turn: Turn } | { is: "exchange"; exchange: Exchange };

/** What was said, oldest first. A message without an answer stands where it was said; one on its way is the last. */
export const entriesOf = ({ turns, exchanges }: Pick<Chat, "turns" | "exchanges">): Entry[] => {
  const ids = new Set(turns.map(({ id }) => id));
  const isOpen = ({ state, after }: Exchange): boolean =>
    state.is === "sending" || (after !== null && !ids.has(after));
  const failedAfter = (id: Id | null): Entry[] =>
    exchanges
      .filter((one) => !isOpen(one) && one.after === id)
      .map((exchange) => ({ is: "exchange", exchange }));
  return [
    ...failedAfter(null),
    ...turns.flatMap((turn): Entry[] => [{ is: "turn", turn }, ...failedAfter(turn.id)]),
    ...exchanges.filter(isOpen).map((exchange): Entry => ({ is: "exchange", exchange })),
  ];
};

/** The turns before which a new day is named: where the day changes, and the first one unless it is of today. */
export const newDays = (
  turns: readonly Turn[],
  dayOf: (at: string) => string,
  today: string,
): ReadonlyMap<Id, string> => {
  const days = turns.map(({ id, at }) => [id, dayOf(at)] as const);
  return new Map(days.filter(([, day], at) => day !== (days[at - 1]?.[1] ?? today)));
};

/** The answers offered now: those of the last turn, unless something has been said since. */
export const openChoices = (entries: readonly Entry[]): string[] => {
  const last = entries.at(-1);
  return last?.is === "turn" ? last.turn.choices : [];
};

/**
 * Correlation ids whose changes were taken back, with the turn that did it. An undo that was itself undone (a redo) counts
 * no more: seen from the newest turn, each is judged before what it took back.
 */
const takenBack = (turns: readonly Turn[]): ReadonlyMap<Id, Turn> => {
  const back = new Map<Id, Turn>();
  for (const turn of turns.toReversed())
    if (turn.undoes !== null && !back.has(turn.correlationId) && !back.has(turn.undoes))
      back.set(turn.undoes, turn);
  return back;
};

/** What can be done about a turn: its changes taken back, or brought back; null where there is nothing to do. */
export type Remedy = { is: "undo" | "redo"; correlationId: Id };

/** What stands of a conversation: by what each turn was taken back, and which are redos. */
export type Standing = { back: ReadonlyMap<Id, Turn>; redos: ReadonlySet<Id> };

/** What stands after these turns. */
export const standingOf = (turns: readonly Turn[]): Standing => {
  const undos = new Set(turns.flatMap((one) => (one.undoes === null ? [] : one.correlationId)));
  const redos = turns.filter(({ undoes }) => undoes !== null && undos.has(undoes));
  return { back: takenBack(turns), redos: new Set(redos.map(({ id }) => id)) };
};

/** The remedy of a turn. That of an undo which stands is its redo; a redo needs none: the turn it brought back has one. */
export const remedyOf = (turn: Turn, { back, redos }: Standing): Remedy | null => {
  const { correlationId, undoes, changes, directory = [] } = turn;
  const by = back.get(correlationId);
  if (redos.has(turn.id)) return null;
  if (undoes !== null)
    return by === undefined && back.get(undoes)?.id === turn.id
      ? { is: "redo", correlationId }
      : null;
  if (by !== undefined) return { is: "redo", correlationId: by.correlationId };
  const didChange = changes.length > 0 || directory.length > 0;
  return didChange ? { is: "undo", correlationId } : null;
};

/** The turn an answer is, before the socket brings it as the server keeps it. */
export const turnOf = (
  reply: ChatReply,
  said: { message: string; at: Date; device: string },
): Turn => ({
  id: reply.turnId,
  at: said.at.toISOString(),
  source: "chat",
  device: said.device,
  message: said.message,
  text: reply.text,
  changes: reply.changes.map(({ taskId, title, what }) => ({ taskId, title, what })),
  taskIds: reply.tasks.map(({ id }) => id),
  ...(reply.directory && { directory: reply.directory }),
  choices: reply.choices,
  ...(reply.filter !== undefined && { filter: reply.filter }),
  correlationId: reply.correlationId,
  undoes: reply.undoes,
  interpreter: reply.interpreter,
});
