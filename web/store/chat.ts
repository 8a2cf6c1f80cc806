// The conversation as this page knows it: the turns the server keeps, and what was said here and has no answer yet. Pure; called by reduce.ts.
import type { Turn, TurnPage } from "../../domain/conversation.ts";
import type { Id } from "../../domain/ids.ts";
import type { Ticket } from "../api/request.ts";

/** Said here, not a turn yet: on its way (`words` are those of the answer so far), or failed for a reason one can read. */
export type Exchange = {
  ticket: Ticket;
  message: string;
  /** The last turn when it was said: where it stands in the conversation. */
  after: Id | null;
  state: { is: "sending"; words: string } | { is: "failed"; reason: string };
};

/** `before` asks for older turns, null: there are none. `wanted` counts how often the newest turns were
 * wanted, `read` which of these was answered. */
export type Chat = {
  turns: readonly Turn[];
  before: Id | null;
  wanted: number;
  read: number;
  exchanges: readonly Exchange[];
};

export const emptyChat: Chat = { turns: [], before: null, wanted: 0, read: 0, exchanges: [] };

export type ChatAction =
  | { type: "said"; ticket: Ticket; message: string }
  /** Said again with the same ticket: what happened already does not happen twice. */
  | { type: "repeated"; ticket: Ticket }
  /** A piece of the answer, while it is being made; null: it begins anew. */
  | { type: "heard"; ticket: Ticket; words: string | null }
  | { type: "failed"; ticket: Ticket; reason: string }
  /** An answer, made a turn by this page; the server's own, when that is here already, is better. */
  | { type: "answered"; turn: Turn }
  /** A turn from the socket: of this device or another. */
  | { type: "turned"; turn: Turn }
  /** Unanswered messages of this tab from before a reload. */
  | { type: "recalled"; exchanges: readonly Exchange[] }
  /** The newest turns, as they were wanted for the `wanted`th time; or those before the oldest. */
  | { type: "newest_read"; page: TurnPage; wanted: number }
  | { type: "older_read"; page: TurnPage };

/** The conversation after an action. */
export const reduceChat = (chat: Chat, action: ChatAction): Chat => {
  switch (action.type) {
    case "said": {
      const { ticket, message } = action;
      const said: Exchange = { ticket, message, after: lastId(chat), state: sending };
      return { ...chat, exchanges: [...chat.exchanges, said] };
    }
    case "repeated":
      return withState(chat, action.ticket, () => sending);
    case "heard":
      return withState(chat, action.ticket, (state) => {
        const before = state.is === "sending" && action.words !== null ? state.words : "";
        return { is: "sending", words: before + (action.words ?? "") };
      });
    case "failed":
      return withState(chat, action.ticket, () => ({ is: "failed", reason: action.reason }));
    case "answered":
      return withTurns(chat, [action.turn, ...chat.turns]);
    case "turned":
      return withTurns(chat, [...chat.turns, action.turn]);
    case "recalled":
      return withTurns(
        { ...chat, exchanges: [...action.exchanges, ...chat.exchanges] },
        chat.turns,
      );
    case "newest_read":
      return { ...withNewest(chat, action.page), read: Math.max(chat.read, action.wanted) };
    case "older_read":
      return {
        ...withTurns(chat, [...action.page.turns, ...chat.turns]),
        before: action.page.before,
      };
  }
};

const sending = { is: "sending", words: "" } as const;

const lastId = ({ turns }: Chat): Id | null => turns.at(-1)?.id ?? null;

const withState = (
  chat: Chat,
  { key }: Ticket,
  change: (state: Exchange["state"]) => Exchange["state"],
): Chat => ({
  ...chat,
  exchanges: chat.exchanges.map((one) =>
    one.ticket.key === key ? { ...one, state: change(one.state) } : one,
  ),
});

/** These turns, each once and in their order. What was said here and is among them is no longer open. */
const withTurns = (chat: Chat, all: readonly Turn[]): Chat => {
  const turns = [...new Map(all.map((turn) => [turn.id, turn])).values()].toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1),
  );
  const answered = new Set(turns.map(({ correlationId }) => correlationId));
  const exchanges = chat.exchanges.filter(({ ticket }) => !answered.has(ticket.correlationId));
  return { ...chat, turns, exchanges };
};

/** The newest page laid over what is known; where it does not reach that, older turns are read anew when they are wanted. */
const withNewest = (chat: Chat, { turns, before }: TurnPage): Chat => {
  const ids = new Set(turns.map(({ id }) => id));
  const touches = before === null || chat.turns.some(({ id }) => ids.has(id));
  const first = turns[0];
  const isOlder = ({ at }: Turn): boolean => first !== undefined && at < first.at;
  const kept = touches ? chat.turns : chat.turns.filter((turn) => !isOlder(turn));
  const next = withTurns(chat, [...kept, ...turns]);
  return kept.some(isOlder) ? next : { ...next, before };
};
