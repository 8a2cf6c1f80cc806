// Opens the task that a notification was about: by the page's address, or by a word from the service worker. Called by home.tsx.
import { useEffect, useEffectEvent } from "react";
import type { Store } from "../store/store.ts";

const idOf = (data: unknown): string | null => {
  const said = data as { type?: unknown; taskId?: unknown } | null;
  return said?.type === "show-task" && typeof said.taskId === "string" ? said.taskId : null;
};

/** Calls `show` with the task of `/?task=…` once the list is there, and with each the service worker names. */
export const useTaskLink = (store: Store, show: (taskId: string) => void): void => {
  const onShow = useEffectEvent(show);
  useEffect(() => {
    const asked = new URLSearchParams(location.search).get("task");
    if (asked === null) return undefined;
    const look = (): void => {
      if (!store.read().loaded) return;
      stop();
      history.replaceState(null, "", location.pathname);
      // After the list has been drawn: the row must be there.
      setTimeout(() => onShow(asked), 0);
    };
    const stop = store.subscribe(look);
    look();
    return stop;
  }, [store]);

  useEffect(() => {
    const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    const onMessage = (event: MessageEvent): void => {
      const taskId = idOf(event.data);
      if (taskId !== null) onShow(taskId);
    };
    worker?.addEventListener("message", onMessage);
    return () => worker?.removeEventListener("message", onMessage);
  }, []);
};
