// Says things to Punctual and keeps the conversation for as long as the tab lives. Called by panel.tsx.
import { useEffect, useMemo, useReducer } from "react";
import { newTicket } from "../../api/punctual.ts";
import type { Ticket } from "../../api/request.ts";
import { type Exchange, reduceChat } from "../../store/chat.ts";
import { createLanes } from "../../sync/in-order.ts";
import { useWorkspace } from "../context.ts";

const storageKey = (userId: string): string => `punctual.chat.${userId}`;

/** What was said in this tab before a reload. One that was on its way then is marked, and can be said again. */
const recall = (userId: string): Exchange[] => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey(userId)) ?? "[]") as Exchange[];
    return kept.map((one) =>
      one.state.is === "sending"
        ? { ...one, state: { is: "failed", reason: "The page was left before the answer came." } }
        : one,
    );
  } catch {
    return [];
  }
};

const keep = (userId: string, exchanges: readonly Exchange[]): void => {
  try {
    sessionStorage.setItem(storageKey(userId), JSON.stringify(exchanges));
  } catch {
    // Storage is full or forbidden: the conversation then ends with the page.
  }
};

/** Forgets a person's conversation in this tab. Called on sign-out. */
export const forgetChat = (userId: string): void => {
  try {
    sessionStorage.removeItem(storageKey(userId));
  } catch {
    // Storage is forbidden: there is nothing to forget.
  }
};

export const useChat = () => {
  const { account, punctual, settings, store } = useWorkspace();
  const [exchanges, dispatch] = useReducer(reduceChat, account.id, recall);
  const inLane = useMemo(() => createLanes(), []);
  useEffect(() => keep(account.id, exchanges), [account.id, exchanges]);

  const send = async (message: string, ticket: Ticket): Promise<void> => {
    const { key } = ticket;
    const answer = await inLane("chat", () => punctual.chat(message, settings.timeZone, ticket));
    if (!answer.ok) return dispatch({ type: "failed", key, reason: answer.problem.message });
    store.dispatch({ type: "learned", tasks: answer.value.tasks });
    dispatch({ type: "answered", key, reply: answer.value });
  };
  return {
    exchanges,
    say: (message: string): void => {
      const ticket = newTicket();
      dispatch({ type: "said", ticket, message });
      void send(message, ticket);
    },
    repeat: ({ message, ticket }: Exchange): void => {
      dispatch({ type: "repeated", key: ticket.key });
      void send(message, ticket);
    },
  };
};
