// How the reminders of a task stand, read anew when the task or one of its alerts changes, and each minute while looked at. Called by section.tsx.
import { useCallback, useEffect, useState } from "react";
import type { Task } from "../../../domain/task.ts";
import type { ReminderDoc } from "../../api/reminders.ts";
import { sentence } from "../../words/sentence.ts";
import { useAppState, useNow, useWorkspace } from "../context.ts";

/** `asOf` names what was known of the task when they were read. */
type Reminders = { docs: ReminderDoc[] | null; problem: string | null; asOf: string };

/** The reminders by id, null until the first answer; `look` reads them again. */
export const useReminders = (task: Task): Reminders & { look: () => void } => {
  const { punctual } = useWorkspace();
  const { alerts } = useAppState();
  const { wall } = useNow();
  const [seen, setSeen] = useState<Reminders>({ docs: null, problem: null, asOf: "" });
  const [looks, setLooks] = useState(0);
  const told = [...alerts.values()]
    .filter(({ taskId }) => taskId === task.id)
    .map(({ id, sequence }) => `${id}/${sequence}`)
    .join(" ");
  const asOf = `${task.version} ${told} ${wall} ${looks}`;

  useEffect(() => {
    let left = false;
    void punctual.readReminders(task.id).then((answer) => {
      if (left) return;
      setSeen((old) =>
        answer.ok
          ? { docs: answer.value.reminders, problem: null, asOf }
          : { docs: old.docs, problem: sentence(answer.problem.message), asOf },
      );
    });
    return () => {
      left = true;
    };
  }, [punctual, task.id, asOf]);

  const look = useCallback(() => setLooks((count) => count + 1), []);
  return { ...seen, look };
};
