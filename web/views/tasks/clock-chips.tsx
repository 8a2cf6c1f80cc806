// What the clock does with a task by itself: how it repeats, and when it reminds. Called by row.tsx.
import { isOver } from "../../../domain/is-over.ts";
import type { Recurrence } from "../../../domain/recurrence.ts";
import type { Task } from "../../../domain/task.ts";
import type { Now } from "../../time/due.ts";
import { instantOf } from "../../time/zone.ts";
import { isPast, sayTrigger } from "../../say/reminder.ts";
import { useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { useDescription } from "../repeat/use-description.ts";
import { taskWords } from "../../words/task.ts";

export const RepeatChip = ({ task: { recurrence } }: { task: Task }) =>
  recurrence === null ? null : <Described recurrence={recurrence} />;

const Described = ({ recurrence }: { recurrence: Recurrence }) => (
  <span className="chip">
    <Icon name="repeat" />
    {useDescription(recurrence)}
  </span>
);

/** One reminder is named, several are counted. When it is due needs no words: the due stands beside it. */
export const ReminderChip = ({ task, now }: { task: Task; now: Now }) => {
  const { settings } = useWorkspace();
  const at = instantOf(now.wall, now.zone);
  const reminders = task.reminders.filter(({ trigger }) => !isPast(trigger, at, now.zone));
  const [first] = reminders;
  if (first === undefined || isOver(task)) return null;
  const reader = { zone: now.zone, locale: settings.locale, at };
  const all = reminders.map(({ trigger }) => sayTrigger(trigger, reader)).join(", ");
  const atDue = first.trigger.kind === "relative" && first.trigger.minutes === 0;
  const text = reminders.length > 1 ? String(reminders.length) : atDue ? "" : all;
  return (
    <span className="chip" title={taskWords.reminds(all)}>
      <Icon name="bell" />
      {text}
      {text !== all && <span className="unseen">{taskWords.reminds(all)}</span>}
    </span>
  );
};
