// Gives the views the workspace, its state and the minute it is. Provided by home.tsx, used everywhere below it.
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { State } from "../store/state.ts";
import { type Now, nowIn } from "../time/due.ts";
import { clockCount, onClock } from "../time/server-clock.ts";
import type { Workspace } from "../workspace.ts";

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace of the signed-in person. */
export const useWorkspace = (): Workspace => {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error("a view outside of home.tsx asked for the workspace");
  return workspace;
};

/** The state of the page; the view is drawn again when it changes. */
export const useAppState = (): State => {
  const { store } = useWorkspace();
  return useSyncExternalStore(store.subscribe, store.read);
};

const minuteMs = 60_000;

/** The person's now, renewed as each minute begins: a task is overdue on the minute. */
export const useNow = (): Now & { at: Date } => {
  const { settings } = useWorkspace();
  const clock = useSyncExternalStore(onClock, clockCount);
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const plan = (): void => {
      timer = setTimeout(tick, minuteMs - (Date.now() % minuteMs) + 20);
    };
    const tick = (): void => {
      setAt(new Date());
      plan();
    };
    plan();
    return () => clearTimeout(timer);
  }, []);
  return { ...nowIn(settings.timeZone, at), at, clock };
};
