// Moves what is late to another day, all of it as one change that one Undo takes back. Called by views/list/reschedule.tsx.
import type { Task } from "../domain/task.ts";
import type { When } from "../domain/when.ts";
import { newId, type Punctual } from "./api/punctual.ts";
import type { Rewind } from "./rewind.ts";
import type { Store } from "./store/store.ts";
import { addDays } from "./time/zone.ts";
import { sentence } from "./words/sentence.ts";

export const targets = ["today", "tomorrow", "next week"] as const;
export type Target = (typeof targets)[number];

/** The day that is meant. A week begins on the ISO weekday `weekStart`. */
export const dayOf = (target: Target, today: string, weekStart: number): string => {
  if (target === "today") return today;
  if (target === "tomorrow") return addDays(today, 1);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  return addDays(today, ((weekStart - weekday + 6) % 7) + 1);
};

/** A due on another day at its own time. Today at a time that is over means some time today. `wall`: the person's now. */
export const movedTo = (due: When | null, day: string, wall: string): When => {
  if (due === null || due.kind === "day") return { kind: "day", at: day };
  const at = `${day}${due.at.slice(10)}`;
  return at.slice(0, 16) < wall ? { kind: "day", at: day } : { ...due, at };
};

/** How many are on their way at once: a person's requests are counted. */
const atOnce = 4;

type Deps = { store: Store; punctual: Punctual; rewind: Pick<Rewind, "did" | "aloud"> };
type Move = { day: string; wall: string; to: string };

/** Moves them; says what was moved, with the way back, and what was not. Of a repeating task only the date at hand is moved. */
export const reschedule = async (
  { store, punctual, rewind }: Deps,
  tasks: readonly Task[],
  { day, wall, to }: Move,
): Promise<void> => {
  const correlationId = newId();
  const refused: string[] = [];
  const waiting = [...tasks];
  const work = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const due = movedTo(task.due, day, wall);
      const changes = { due, ...(task.recurrence !== null && { scope: "this" as const }) };
      const ticket = { key: newId(), correlationId };
      const answer = await punctual.patchTask(task.id, changes, ticket);
      if (answer.ok) store.dispatch({ type: "learned", tasks: [answer.value] });
      else refused.push(`“${task.title}”: ${answer.problem.message}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));

  const moved = tasks.length - refused.length;
  if (moved > 0) {
    rewind.did(correlationId);
    const run = (): void => void rewind.aloud({ is: "undo", correlationId });
    const text = `Moved ${moved} ${moved === 1 ? "task" : "tasks"} to ${to}.`;
    store.dispatch({
      type: "noticed",
      notice: {
        id: newId(),
        tone: "info",
        text,
        action: { label: "Undo", run },
        about: correlationId,
      },
    });
  }
  if (refused.length === 0) return;
  const text = `${refused.length} could not be moved. ${sentence(refused[0] ?? "")}`;
  store.dispatch({ type: "noticed", notice: { id: newId(), tone: "problem", text } });
};
