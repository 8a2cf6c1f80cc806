// The reminders of one task: when each is told and what became of it; add and remove. What is done here is done at once. Called by editor.tsx.
import { useState } from "react";
import type { Reminder, Trigger } from "../../../domain/reminder.ts";
import type { Task } from "../../../domain/task.ts";
import { newTicket } from "../../api/punctual.ts";
import type { ReminderDoc } from "../../api/reminders.ts";
import type { Answer, Ticket } from "../../api/request.ts";
import { sayProblem } from "../../say/problem.ts";
import { sayFailures, sayState, sayTrigger } from "../../say/reminder.ts";
import { sentence } from "../../words/sentence.ts";
import { useNow, useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { AddReminder } from "./add.tsx";
import { useReminders } from "./use-reminders.ts";
import { taskWords } from "../../words/task.ts";
import { sharedWords } from "../../words/shared.ts";

type LineProps = { reminder: Reminder; doc: ReminderDoc | null; onRemove: () => void };

const Line = ({ reminder, doc, onRemove }: LineProps) => {
  const { settings } = useWorkspace();
  const { at } = useNow();
  const reader = { zone: settings.timeZone, locale: settings.locale, at };
  const planned = doc === null || isDay(reminder) ? null : doc.plannedFor;
  const words = sayTrigger(reminder.trigger, reader, planned);
  const failures = doc === null ? [] : sayFailures(doc.deliveries, reader);
  return (
    <li className="reminder">
      <Icon name="bell" />
      <div className="reminder__what">
        <span>{sentence(words).replace(/\.$/, "")}</span>
        {doc !== null && <span className="reminder__state">{sayState(doc, reader)}</span>}
        {failures.map((failure) => (
          <span key={failure} className="reminder__failure">
            {failure}
          </span>
        ))}
      </div>
      <button
        className="icon-button"
        type="button"
        aria-label={taskWords.reminders.remove(words)}
        title={sharedWords.remove}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
};

/** A day says more than the hour at which it is told. */
const isDay = ({ trigger }: Reminder): boolean =>
  trigger.kind === "wall" && trigger.when.kind === "day";

export const ReminderSection = ({ task }: { task: Task }) => {
  const { punctual, settings } = useWorkspace();
  const now = useNow();
  const { docs, problem, look } = useReminders(task);
  const [refusal, setRefusal] = useState<string | null>(null);

  const give = async (order: Promise<Answer<unknown>>): Promise<Answer<unknown>> => {
    const answer = await order;
    const reader = { ...now, locale: settings.locale };
    setRefusal(answer.ok ? null : sayProblem(answer.problem, reader));
    look();
    return answer;
  };
  const add = (trigger: Trigger, ticket: Ticket = newTicket()): Promise<Answer<unknown>> =>
    give(punctual.addReminder(task.id, trigger, ticket));
  return (
    <section className="section" aria-label={taskWords.reminders.list}>
      <h2 className="section__name">{taskWords.reminders.list}</h2>
      {task.reminders.length > 0 && (
        <ul className="reminders">
          {task.reminders.map((reminder) => (
            <Line
              key={reminder.id}
              reminder={reminder}
              doc={docs?.find(({ id }) => id === reminder.id) ?? null}
              onRemove={() => void give(punctual.removeReminder(reminder.id, newTicket()))}
            />
          ))}
        </ul>
      )}
      <AddReminder task={task} onAdd={add} />
      {(refusal ?? problem) !== null && (
        <p className="error" role="alert">
          {refusal ?? problem}
        </p>
      )}
    </section>
  );
};
