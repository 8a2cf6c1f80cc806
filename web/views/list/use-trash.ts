// What is in the trash, read from the server and again when something goes there or comes back. Called by trash.tsx.
import { useCallback, useEffect, useRef, useState } from "react";
import type { Task } from "../../../domain/task.ts";
import { newId, newTicket } from "../../api/punctual.ts";
import { sentence } from "../../words/sentence.ts";
import { trashWords as words } from "../../words/trash.ts";
import { useAppState, useWorkspace } from "../context.ts";
import { focusListAgain } from "../focus.ts";

type Page = { tasks: Task[]; next: string | null; problem: string | null; isRead: boolean };
const unread: Page = { tasks: [], next: null, problem: null, isRead: false };

/** The list of what is gone is written a moment after the change. */
const calmMs = 300;

export type Trash = ReturnType<typeof useTrash>;

export const useTrash = () => {
  const { punctual, rewind, store } = useWorkspace();
  const { gone, tasks: there } = useAppState();
  const [page, setPage] = useState(unread);
  const [left, setLeft] = useState<number | null>(null);
  const tell = useTell();
  const isShown = useIsShown();

  useEffect(() => {
    let isOver = false;
    const read = async (): Promise<void> => {
      const answer = await punctual.readTrash(null);
      if (isOver) return;
      setPage((before) =>
        answer.ok
          ? { ...answer.value, problem: null, isRead: true }
          : { ...before, problem: sentence(answer.problem.message), isRead: true },
      );
    };
    const timer = setTimeout(() => void read(), page.isRead ? calmMs : 0);
    return () => {
      isOver = true;
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
    if (!answer.ok)
      return tell("problem", words.notRestored(task.title, sentence(answer.problem.message)));
    rewind.did(ticket.correlationId);
    store.dispatch({ type: "learned", tasks: [answer.value] });
    tell("info", words.restored(task.title), ticket.correlationId);
  };

  /** Deletes it for good, with the parts that are in the trash as well. */
  const purge = async (task: Task): Promise<void> => {
    const answer = await punctual.trash.purge(task.id, newTicket());
    if (!answer.ok)
      return tell("problem", words.notDeleted(task.title, sentence(answer.problem.message)));
    setPage((before) => ({ ...before, tasks: before.tasks.filter(({ id }) => id !== task.id) }));
    if (isShown.current) focusListAgain();
    tell("info", words.goneForGood(task.title));
  };

  /** How much is in it, at which instant; null when that cannot be known, which is said. */
  const count = async (): Promise<{ count: number; at: string } | null> => {
    const answer = await punctual.trash.count();
    if (answer.ok) return answer.value;
    tell("problem", sentence(answer.problem.message));
    return null;
  };

  /** Deletes all for good that was there before that instant, in steps; what is put there or restored meanwhile stays. */
  const empty = async (before: string): Promise<void> => {
    let deleted = 0;
    for (let isLeft = true; isLeft;) {
      const answer = await punctual.trash.empty(before, newTicket());
      if (!answer.ok) {
        tell("problem", words.notEmptied(sentence(answer.problem.message)));
        break;
      }
      deleted += answer.value.deleted;
      isLeft = answer.value.left > 0;
      setLeft(answer.value.left);
      if (isLeft && answer.value.deleted === 0) {
        tell("problem", words.notEmptied(words.stuck));
        break;
      }
      if (!isLeft) tell("info", words.emptied(deleted));
    }
    if (!isShown.current) return;
    setLeft(null);
    const answer = await punctual.readTrash(null);
    if (answer.ok) setPage({ ...answer.value, problem: null, isRead: true });
    if (isShown.current) focusListAgain();
  };

  // One that has come back meanwhile is shown no more, however old the page is.
  const tasks = page.tasks.filter(({ id }) => !there.has(id));
  return { ...page, tasks, left, more, restore, purge, count, empty };
};

/** Whether the trash is still what the person sees: emptying it goes on when they have gone elsewhere. */
const useIsShown = () => {
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
};

/** A word about what was done, with Undo where there is a way back. */
const useTell = () => {
  const { rewind, store } = useWorkspace();
  return (tone: "info" | "problem", text: string, correlationId?: string): void => {
    const run = (): void => void rewind.aloud({ is: "undo", correlationId: correlationId ?? "" });
    const way =
      correlationId === undefined
        ? {}
        : { action: { label: words.undo, run }, about: correlationId };
    store.dispatch({ type: "noticed", notice: { id: newId(), tone, text, ...way } });
  };
};
