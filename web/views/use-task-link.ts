// Opens the task that a notification of the service worker was about. Called by home.tsx.
import { useEffect, useEffectEvent } from "react";

const idOf = (data: unknown): string | null => {
  const said = data as { type?: unknown; taskId?: unknown } | null;
  return said?.type === "show-task" && typeof said.taskId === "string" ? said.taskId : null;
};

/** Calls `show` with each task the service worker names. */
export const useTaskLink = (show: (taskId: string) => void): void => {
  const onShow = useEffectEvent(show);
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
