// The parts of a task: tick one, open one, add one. Called by editor.tsx.
import { useId, useMemo } from "react";
import { isOver } from "../../../domain/is-over.ts";
import { partsOf } from "../../store/parts.ts";
import { type VisibleTask, visibleTasks } from "../../store/visible.ts";
import { parts } from "../../words/panel.ts";
import { useAppState, useNow } from "../context.ts";
import { AddSubtask } from "./add-subtask.tsx";
import { DueChip } from "../tasks/chips.tsx";
import { Tick } from "../tasks/tick.tsx";
import { useWhere } from "../where.ts";

export const Parts = ({ task }: { task: VisibleTask }) => {
  const { tasks, pending } = useAppState();
  const id = useId();
  const all = useMemo(
    () => partsOf(visibleTasks({ tasks, pending }), task.id),
    [tasks, pending, task.id],
  );
  return (
    <section className="section" aria-labelledby={id}>
      <h2 className="section__name" id={id}>
        {parts.name}
        {all.length > 0 && ` · ${parts.progress(all.filter(isOver).length, all.length)}`}
      </h2>
      {all.length > 0 && (
        <ul className="parts">
          {all.map((part) => (
            <Part key={part.id} part={part} />
          ))}
        </ul>
      )}
      <AddSubtask task={task} />
    </section>
  );
};

const Part = ({ part }: { part: VisibleTask }) => {
  const { open } = useWhere();
  const now = useNow();
  return (
    <li className={`part ${isOver(part) ? "is-over" : ""}`}>
      <Tick task={part} />
      <button
        className="part__title"
        type="button"
        dir="auto"
        onClick={() => open({ is: "task", id: part.id })}
      >
        {part.title}
      </button>
      <DueChip task={part} now={now} />
    </li>
  );
};
