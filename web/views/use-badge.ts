// How many tasks are overdue or due today, on the app's icon where the browser shows such a number. Called by background.tsx.
import { useEffect, useMemo } from "react";
import type { Task } from "../../domain/task.ts";
import { groupOf } from "../store/groups.ts";
import type { Now } from "../time/due.ts";
import { useAppState, useNow } from "./context.ts";

const isDue = (task: Task, now: Now): boolean => {
  const group = groupOf(task, now);
  return group === "overdue" || group === "today";
};

/** Sets the number, and takes it away when the page is left. */
export const useBadge = (): void => {
  const { tasks } = useAppState();
  const now = useNow();
  const { wall, zone, clock } = now;
  // The minute is in `wall`: a task becomes overdue with it.
  const count = useMemo(() => {
    const minute = { wall, zone, ...(clock !== undefined && { clock }) };
    return [...tasks.values()].filter((task) => isDue(task, minute)).length;
  }, [tasks, wall, zone, clock]);
  useEffect(() => {
    const badge = navigator as Partial<Pick<Navigator, "setAppBadge">>;
    void badge.setAppBadge?.(count).catch(() => undefined);
  }, [count]);
  useEffect(() => {
    const badge = navigator as Partial<Pick<Navigator, "clearAppBadge">>;
    return () => void badge.clearAppBadge?.().catch(() => undefined);
  }, []);
};
