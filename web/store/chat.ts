// The conversation as this page shows it. Pure; called by views/chat/use-chat.ts.
import type { ChatReply } from "../../domain/reply.ts";
import type { Ticket } from "../api/request.ts";

/** One thing said by the person: on its way, answered, or failed for a reason they can read. */
export type Exchange = {
  ticket: Ticket;
  message: string;
  state:
    | { is: "sending" }
    | { is: "answered"; reply: ChatReply }
    | { is: "failed"; reason: string };
};

export type ChatAction =
  | { type: "said"; ticket: Ticket; message: string }
  | { type: "answered"; key: string; reply: ChatReply }
  | { type: "failed"; key: string; reason: string }
  /** Said again with the same ticket: what happened already does not happen twice. */
  | { type: "repeated"; key: string };

/** How many exchanges a page remembers. */
const limit = 50;

/** The conversation after an action. */
export const reduceChat = (exchanges: readonly Exchange[], action: ChatAction): Exchange[] => {
  if (action.type === "said") {
    const { ticket, message } = action;
    return [...exchanges, { ticket, message, state: { is: "sending" } as const }].slice(-limit);
  }
  return exchanges.map((one) =>
    one.ticket.key === action.key ? { ...one, state: stateAfter(action) } : one,
  );
};

const stateAfter = (action: Exclude<ChatAction, { type: "said" }>): Exchange["state"] => {
  if (action.type === "answered") return { is: "answered", reply: action.reply };
  return action.type === "failed" ? { is: "failed", reason: action.reason } : { is: "sending" };
};

/** The answers offered now: those of the last exchange, unless the person has said something since. */
export const openChoices = (exchanges: readonly Exchange[]): string[] => {
  const last = exchanges.at(-1);
  return last?.state.is === "answered" ? last.state.reply.choices : [];
};
