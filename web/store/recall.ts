// The state of a page that opens with what its person saw last. Pure; called by store.ts.
import type { Turn } from "../../domain/conversation.ts";
import type { Directory } from "../../domain/directory/directory.ts";
import type { Id } from "../../domain/ids.ts";
import type { Alert } from "../../domain/reminder.ts";
import type { Task } from "../../domain/task.ts";
import { applyAlerts } from "./alerts.ts";
import { emptyState, type State } from "./state.ts";

/** What a page of before has left: what its person saw last. */
export type Recalled = {
  tasks: readonly Task[];
  alerts: readonly Alert[];
  directory: Directory;
  turns: readonly Turn[];
  before: Id | null;
  older: string | null;
};

/** The state of a page that opens with what was seen last: to be looked at while there is no line, and until the snapshot comes. */
export const recalledState = (
  device: string,
  { tasks, alerts, turns, before, directory, older }: Recalled,
): State => {
  const empty = emptyState(device);
  return {
    ...empty,
    tasks: new Map(tasks.map((task) => [task.id, task])),
    alerts: applyAlerts(empty.alerts, alerts),
    chat: { ...empty.chat, turns, before },
    directory,
    older: { ...empty.older, cursor: older },
    loaded: true,
  };
};
