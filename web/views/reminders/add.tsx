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
import { taskWords } from "../../words/task.ts";
import { sharedWords } from "../../words/shared.ts";

/** Minutes before the due that are offered. */
const leads = [0, 10, 30, 60, 1440] as const;

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
        {taskWords.reminders.add}
      </label>
      <select id={id} value={picking ? "at" : ""} onChange={(event) => choose(event.target.value)}>
        <option value="">{taskWords.reminders.choose}</option>
        {task.due !== null &&
          leads.map((minutes) => (
            <option key={minutes} value={minutes}>
              {isDay && minutes === 0
                ? taskWords.reminders.onDay(dayTime)
                : taskWords.reminders.leads[minutes]}
            </option>
          ))}
        <option value="at">{taskWords.reminders.at}</option>
      </select>
      {picking && (
        <>
          <label className="unseen" htmlFor={`${id}-at`}>
            {taskWords.reminders.pick}
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
            {sharedWords.add}
          </button>
        </>
      )}
      {task.due === null && <p className="hint">{taskWords.reminders.needsDay}</p>}
    </div>
  );
};
