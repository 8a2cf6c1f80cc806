// What quick add understood, as one line a person can check. Shown below the input and by the chat.
import { describe } from "../recurrence.ts";
import type { When } from "../when.ts";
import type { QuickAdd } from "./quick-add.ts";
import { sayDate } from "./say-when.ts";
import { sayMinutes, sayTrigger } from "./say-trigger.ts";

/**
 * "Pay rent · every month on the 1st at 9:00, next Tue 1 Dec". Dates are absolute, without the year. Pure: it knows no
 * clock, so a reminder at an instant is said in UTC.
 */
export const explain = (result: QuickAdd, locale: string): string => {
  const { deadline, duration, priority, project, tags, assignee, reminders } = result;
  const say = (when: When): string => sayDate(when, locale);
  const told = reminders.map((trigger) => sayTrigger(trigger, { zone: "UTC", say }));
  return [
    result.title,
    dueText(result, locale),
    deadline === null ? "" : `deadline ${say({ kind: "day", at: deadline })}`,
    duration === null ? "" : sayMinutes(duration),
    priority === null ? "" : `p${priority}`,
    project === null ? "" : `#${project}`,
    tags.map((tag) => `@${tag}`).join(" "),
    assignee === null ? "" : `+${assignee}`,
    told.length === 0 ? "" : `reminder ${told.join(", ")}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
};

const dueText = ({ due, recurrence }: QuickAdd, locale: string): string => {
  if (due === null) return "";
  if (recurrence === null) return sayDate(due, locale);
  const day: When = { kind: "day", at: due.at.slice(0, 10) };
  const zone = due.kind === "fixed" ? ` (${due.zone})` : "";
  const isHourly = recurrence.rrule.startsWith("FREQ=HOURLY");
  return `${describe(recurrence, locale, due.at)}${zone}, next ${sayDate(isHourly ? due : day, locale)}`;
};
