// Adds a reminder: before the due, or at a date and time. Called by section.tsx.
import { useId, useState } from "react";
import type { Trigger } from "../../../domain/reminder.ts";
import type { Task } from "../../../domain/task.ts";
import type { Answer, Ticket } from "../../api/request.ts";
import { addPicked, atPicked } from "../../drafts/picked.ts";
import { sayTime } from "../../time/say.ts";
import { useNow, useWorkspace } from "../context.ts";
import { reminderName } from "../../drafts/names.ts";
import { useDraft } from "../use-draft.ts";

/** Minutes before the due that are offered. */
const leads: [minutes: number, label: string][] = [
  [0, "When it is due"],
  [10, "10 min before"],
  [30, "30 min before"],
  [60, "1 hour before"],
  [24 * 60, "1 day before"],
];

type Props = { task: Task; onAdd: (trigger: Trigger, ticket?: Ticket) => Promise<Answer<unknown>> };

const before = (minutes: number): Trigger => ({
  kind: "relative",
  to: "due",
  minutes: minutes === 0 ? 0 : -minutes,
});

export const AddReminder = ({ task, onAdd }: Props) => {
  const { drafts, settings } = useWorkspace();
  const { wall } = useNow();
  const id = useId();
  const [picked, setPicked] = useDraft(reminderName(task.id), "");
  const [picking, setPicking] = useState(picked !== "");
  const dayTime = sayTime(settings.dayTime, settings.locale);
  const isDay = task.due?.kind === "day";

  const choose = (choice: string): void => {
    setPicking(choice === "at");
    if (choice !== "at" && choice !== "") void onAdd(before(Number(choice)));
  };
  /** One that is refused, being in the past, stays to be corrected. */
  const add = async (): Promise<void> => {
    const answer = await addPicked(drafts, task.id, (at, ticket) => onAdd(atPicked(at), ticket));
    if (answer?.ok && drafts.read(reminderName(task.id), "") === "") setPicking(false);
  };
  return (
    <div className="reminder-add">
      <label className="unseen" htmlFor={id}>
        Add a reminder
      </label>
      <select id={id} value={picking ? "at" : ""} onChange={(event) => choose(event.target.value)}>
        <option value="">Add a reminder…</option>
        {task.due !== null &&
          leads.map(([minutes, label]) => (
            <option key={minutes} value={minutes}>
              {isDay && minutes === 0 ? `On the day at ${dayTime}` : label}
            </option>
          ))}
        <option value="at">At a date and time…</option>
      </select>
      {picking && (
        <>
          <label className="unseen" htmlFor={`${id}-at`}>
            Remind me at
          </label>
          <input
            id={`${id}-at`}
            type="datetime-local"
            min={wall}
            value={picked}
            onChange={(event) => setPicked(event.target.value)}
          />
          <button
            className="button button--small"
            type="button"
            disabled={picked === ""}
            onClick={() => void add()}
          >
            Add
          </button>
        </>
      )}
      {task.due === null && <p className="hint">Give it a day to be reminded before that.</p>}
    </div>
  );
};
