// What is in the trash, read from the server and again when something goes there or comes back. Called by trash.tsx.
import { useCallback, useEffect, useState } from "react";
import type { Task } from "../../../domain/task.ts";
import { newId, newTicket } from "../../api/punctual.ts";
import { sentence } from "../../words/sentence.ts";
import { useAppState, useWorkspace } from "../context.ts";

type Page = { tasks: Task[]; next: string | null; problem: string | null; isRead: boolean };
const unread: Page = { tasks: [], next: null, problem: null, isRead: false };

/** The list of what is gone is written a moment after the change. */
const calmMs = 300;

export const useTrash = () => {
  const { punctual, rewind, store } = useWorkspace();
  const { gone, tasks: there } = useAppState();
  const [page, setPage] = useState(unread);

  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const answer = await punctual.readTrash(null);
      if (left) return;
      setPage((before) =>
        answer.ok
          ? { ...answer.value, problem: null, isRead: true }
          : { ...before, problem: sentence(answer.problem.message), isRead: true },
      );
    };
    const timer = setTimeout(() => void read(), page.isRead ? calmMs : 0);
    return () => {
      left = true;
      clearTimeout(timer);
    };
    // Read anew when the set of those gone is another; what this effect itself sets is no reason.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [punctual, gone]);

  const more = useCallback(async (): Promise<void> => {
    const answer = await punctual.readTrash(page.next);
    setPage((before) =>
      answer.ok
        ? { ...before, tasks: [...before.tasks, ...answer.value.tasks], next: answer.value.next }
        : { ...before, problem: sentence(answer.problem.message) },
    );
  }, [punctual, page.next]);

  /** Takes it out of the trash, with the parts that went there with it. */
  const restore = async (task: Task): Promise<void> => {
    const ticket = newTicket();
    const answer = await punctual.restoreTask(task.id, ticket);
    const tell = (tone: "info" | "problem", text: string, undo = false): void => {
      const { correlationId } = ticket;
      const run = (): void => void rewind.aloud({ is: "undo", correlationId });
      const action = undo ? { action: { label: "Undo", run }, about: correlationId } : {};
      store.dispatch({ type: "noticed", notice: { id: newId(), tone, text, ...action } });
    };
    if (!answer.ok)
      return tell(
        "problem",
        `“${task.title}” was not restored. ${sentence(answer.problem.message)}`,
      );
    rewind.did(ticket.correlationId);
    store.dispatch({ type: "learned", tasks: [answer.value] });
    tell("info", `Restored “${task.title}”.`, true);
  };

  // One that has come back meanwhile is shown no more, however old the page is.
  const tasks = page.tasks.filter(({ id }) => !there.has(id));
  return { ...page, tasks, more, restore };
};
