// What a task holds besides its title, in words. Used by the replies, the questions and the offers.
import { sayTrigger } from "../../domain/language/say-trigger.ts";
import { describe, type Recurrence } from "../../domain/recurrence.ts";
import type { Reminder } from "../../domain/reminder.ts";
import type { TaskPatch } from "../../domain/task.ts";
import type { When } from "../../domain/when.ts";

/** How dates and rules are said: `say` a date, on the clock of `zone`, in the way of `locale`. */
export type Speaker = { say: (when: When) => string; zone: string; locale: string };

/** "tomorrow 17:00, every week, reminder 30 min before, #work, p1" */
export const detailsOf = (fields: TaskPatch, speaker: Speaker): string =>
  [
    dueText(fields, speaker),
    remindersText(fields, speaker),
    fields.deadline ? `deadline ${speaker.say({ kind: "day", at: fields.deadline })}` : "",
    fields.durationMinutes ? `${fields.durationMinutes} min` : "",
    fields.project ? `#${fields.project}` : "",
    fields.assignee ? `+${fields.assignee}` : "",
    ...(fields.tags ?? []).map((tag) => `@${tag}`),
    fields.priority && fields.priority < 4 ? `p${fields.priority}` : "",
  ]
    .filter(Boolean)
    .join(", ");

const dueText = ({ due, recurrence }: TaskPatch, speaker: Speaker): string => {
  if (!due) return "";
  if (!recurrence) return speaker.say(due);
  return `${sayRecurrence(recurrence, speaker, due)}, next ${speaker.say(due)}`;
};

/** "every month on the 1st at 9:00" */
export const sayRecurrence = (
  recurrence: Recurrence,
  { locale }: Pick<Speaker, "locale">,
  due?: When | null,
): string => describe(recurrence, locale, due?.at);

const remindersText = ({ due, reminders = [] }: TaskPatch, speaker: Speaker): string => {
  const isPlain = reminders.length === 1 && reminders.every(atDue) && due;
  if (reminders.length === 0) return "";
  return isPlain ? "with a reminder" : `reminder ${sayReminders(reminders, speaker)}`;
};

const atDue = ({ trigger }: Reminder): boolean =>
  trigger.kind === "relative" && trigger.to === "due" && trigger.minutes === 0;

/** "30 min before and tomorrow 14:00" */
export const sayReminders = (reminders: Reminder[], speaker: Speaker): string =>
  reminders.map(({ trigger }) => sayTrigger(trigger, speaker)).join(" and ");
