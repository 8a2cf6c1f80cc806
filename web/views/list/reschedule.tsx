// Moves all that is late to another day, in one change. Called by section-head.tsx.
import { useId, useState } from "react";
import type { Task } from "../../../domain/task.ts";
import { dayOf, movedTo, type Target, targets } from "../../reschedule.ts";
import { useNow, useWorkspace } from "../context.ts";
import { useEscape } from "../use-keys.ts";
import { listsWords } from "../../words/lists.ts";

export const Reschedule = ({ tasks }: { tasks: readonly Task[] }) => {
  const { settings, wishes } = useWorkspace();
  const { wall } = useNow();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  useEscape(isOpen, () => setOpen(false));
  const move = (to: Target): void => {
    setOpen(false);
    const day = dayOf(to, wall.slice(0, 10), settings.weekStart);
    void wishes.move(tasks, ({ due }) => movedTo(due, day, wall), listsWords.reschedule.to[to]);
  };
  return (
    <div className="reschedule">
      <button
        className="link"
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {listsWords.reschedule.do}
      </button>
      {isOpen && (
        <fieldset id={id} className="reschedule__days">
          <legend className="unseen">{listsWords.reschedule.all(tasks.length)}</legend>
          {targets.map((to) => (
            <button key={to} className="choice" type="button" onClick={() => move(to)}>
              {listsWords.reschedule.days[to]}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
};
