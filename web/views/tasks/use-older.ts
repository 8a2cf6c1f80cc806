// Reads on in the tasks that ended long ago, as far as someone has asked, and again after a snapshot. Called by list.tsx.
import { useEffect } from "react";
import { newId } from "../../api/punctual.ts";
import { nextOlder } from "../../store/older.ts";
import { useAppState, useWorkspace } from "../context.ts";
import { listsWords } from "../../words/lists.ts";

export type OlderTasks = { isThere: boolean; isComing: boolean; show: () => void };

/** Whether there are more, whether they are on their way, and what asks for them. */
export const useOlder = (): OlderTasks => {
  const { store, punctual } = useWorkspace();
  const { older } = useAppState();
  const wanted = nextOlder(older);

  useEffect(() => {
    if (wanted === null) return;
    const read = async (cursor: string): Promise<void> => {
      const answer = await punctual.readOlder(cursor);
      if (answer.ok) return store.dispatch({ type: "older_read", cursor, page: answer.value });
      store.dispatch({ type: "older_failed" });
      const text = listsWords.notFetched(answer.problem.message);
      store.dispatch({ type: "noticed", notice: { id: newId(), tone: "problem", text } });
    };
    void read(wanted);
  }, [store, punctual, wanted]);

  return {
    isThere: older.cursor !== null,
    isComing: wanted !== null,
    show: () => store.dispatch({ type: "older_wanted" }),
  };
};
