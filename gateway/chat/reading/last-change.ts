// What the turn just before changed: the task that a short answer to it speaks of. Called by the follow-up rules.
import type { Turn } from "../../../domain/conversation.ts";
import type { Task } from "../../../domain/task.ts";
import type { Scene } from "../scene.ts";

/** The one task that a turn changed, as it is now. */
export type LastChange = { turn: Turn; task: Task; what: Turn["changes"][number]["what"] };

/** Who comes back later speaks of something else. */
const freshMs = 15 * 60_000;

/** Null when the last turn changed nothing or several tasks, took something back, or is long ago. */
export const lastChange = ({ conversation, alive, trash, clock }: Scene): LastChange | null => {
  const turn = conversation.recent.at(-1);
  const [only, more] = turn?.changes ?? [];
  if (!turn || !only || more || turn.undoes !== null) return null;
  if (clock.instant.epochMilliseconds - Date.parse(turn.at) > freshMs) return null;
  const task = [...alive, ...trash].find(({ id }) => id === only.taskId);
  return task ? { turn, task, what: only.what } : null;
};
