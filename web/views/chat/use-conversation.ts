// Reads the conversation from the server: the newest turns when the line is up, older ones when they are asked for. Called by panel.tsx.
import { useCallback, useEffect, useState } from "react";
import { useAppState, useWorkspace } from "../context.ts";

export const useConversation = () => {
  const { punctual, store } = useWorkspace();
  const { chat } = useAppState();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { wanted, before } = chat;

  useEffect(() => {
    if (wanted === 0) return undefined;
    let left = false;
    void punctual.readConversation(null).then((answer) => {
      if (left) return;
      setProblem(answer.ok ? null : answer.problem.message);
      if (answer.ok)
        store.dispatch({ type: "chat", chat: { type: "newest_read", page: answer.value, wanted } });
    });
    return () => {
      left = true;
    };
  }, [punctual, store, wanted]);

  const older = useCallback(async (): Promise<void> => {
    if (before === null || busy) return;
    setBusy(true);
    const answer = await punctual.readConversation(before);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem.message);
    if (answer.ok)
      store.dispatch({ type: "chat", chat: { type: "older_read", page: answer.value } });
  }, [punctual, store, before, busy]);

  return { chat, problem, busy, older };
};
