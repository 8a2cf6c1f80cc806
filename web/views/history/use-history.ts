// Reads a task's history and reads it again when the task changes under the reader's eyes. Called by drawer.tsx.
import { useEffect, useState } from "react";
import type { AuditEntry } from "../../../domain/audit.ts";
import { useAppState, useWorkspace } from "../context.ts";

export type History = {
  entries: AuditEntry[];
  next: string | null;
  problem: string | null;
  loading: boolean;
  /** The log is written a moment after the change: the newest one may still be on its way. */
  behind: boolean;
};

const empty: History = { entries: [], next: null, problem: null, loading: true, behind: false };

/** Pauses before looking again for a change the log does not have yet. */
const patienceMs = [150, 300, 600, 1_200, 2_400, 5_000];

export const useHistory = (taskId: string) => {
  const { punctual } = useWorkspace();
  const { tasks, gone } = useAppState();
  const version = Math.max(tasks.get(taskId)?.version ?? 0, gone.get(taskId) ?? 0);
  const [history, setHistory] = useState(empty);
  const [looks, setLooks] = useState({ version, count: 0 });
  const count = looks.version === version ? looks.count : 0;

  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      const page = await punctual.readEvents(taskId, null);
      if (left) return;
      if (!page.ok) {
        setHistory((old) => ({ ...old, loading: false, problem: page.problem.message }));
        return;
      }
      const { events, next } = page.value;
      // Reminders have versions of their own: only the task's count.
      const newest = events.find(({ subject }) => subject === taskId)?.version ?? 0;
      const behind = newest < version && count < patienceMs.length;
      setHistory({ entries: events, next, problem: null, loading: false, behind });
      if (!behind) return;
      timer = setTimeout(() => setLooks({ version, count: count + 1 }), patienceMs[count]);
    };
    void read();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [punctual, taskId, version, count]);

  const older = async (): Promise<void> => {
    const page = await punctual.readEvents(taskId, history.next);
    setHistory((old) =>
      page.ok
        ? { ...old, entries: [...old.entries, ...page.value.events], next: page.value.next }
        : { ...old, problem: page.problem.message },
    );
  };
  return { history, older };
};
