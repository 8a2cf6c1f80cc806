// Says things to Punctual. What has no answer yet is kept for as long as the tab lives. Called by panel.tsx.
import { useEffect, useMemo } from "react";
import { newTicket } from "../../api/punctual.ts";
import type { Ticket } from "../../api/request.ts";
import type { Exchange } from "../../store/chat.ts";
import { turnOf } from "../../store/conversation.ts";
import { createLanes } from "../../sync/in-order.ts";
import { useAppState, useWorkspace } from "../context.ts";
import { chatWords } from "../../words/chat.ts";

const storageKey = (userId: string): string => `punctual.chat.${userId}`;

/** What was said in this tab before a reload and had no answer. One that was on its way then can be said again. */
const recall = (userId: string): Exchange[] => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey(userId)) ?? "[]") as Exchange[];
    return kept
      .filter(({ after }) => after !== undefined)
      .map((one) =>
        one.state.is === "sending"
          ? { ...one, state: { is: "failed", reason: chatWords.left } }
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
    // Storage is full or forbidden: what has no answer then ends with the page.
  }
};

/** Forgets what a person said in this tab. Called on sign-out. */
export const forgetChat = (userId: string): void => {
  try {
    sessionStorage.removeItem(storageKey(userId));
  } catch {
    // Storage is forbidden: there is nothing to forget.
  }
};

export const useChat = () => {
  const { account, device, punctual, rewind, settings, store } = useWorkspace();
  const { exchanges } = useAppState().chat;
  const inLane = useMemo(() => createLanes(), []);
  useEffect(() => {
    const recalled = recall(account.id).filter(
      ({ ticket }) => !store.read().chat.exchanges.some((one) => one.ticket.key === ticket.key),
    );
    store.dispatch({ type: "chat", chat: { type: "recalled", exchanges: recalled } });
  }, [store, account.id]);
  useEffect(() => keep(account.id, exchanges), [account.id, exchanges]);

  const send = async (message: string, ticket: Ticket): Promise<void> => {
    const onWords = (words: string | null): void =>
      store.dispatch({ type: "chat", chat: { type: "heard", ticket, words } });
    const answer = await inLane("chat", () =>
      punctual.chat(message, settings.timeZone, ticket, onWords),
    );
    if (!answer.ok) {
      const failed = { type: "failed", ticket, reason: answer.problem.message } as const;
      return store.dispatch({ type: "chat", chat: failed });
    }
    store.dispatch({ type: "learned", tasks: answer.value.tasks });
    const turn = turnOf(answer.value, { message, at: new Date(), device });
    store.dispatch({ type: "chat", chat: { type: "answered", turn } });
    const { changes, directory = [], correlationId } = answer.value;
    if (changes.length + directory.length > 0) rewind.did(correlationId);
  };
  return {
    say: (message: string): void => {
      const ticket = newTicket();
      store.dispatch({ type: "chat", chat: { type: "said", ticket, message } });
      void send(message, ticket);
    },
    repeat: ({ message, ticket }: Exchange): void => {
      store.dispatch({ type: "chat", chat: { type: "repeated", ticket } });
      void send(message, ticket);
    },
  };
};
