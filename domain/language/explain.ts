// What quick add understood, as one line a person can check. Shown below the input and by the chat.
import { describe } from "../recurrence.ts";
import { toLocal } from "../time.ts";
import type { When } from "../when.ts";
import type { QuickAdd } from "./quick-add.ts";
import { sayDate } from "./say-when.ts";
import { sayMinutes, sayTrigger } from "./say-trigger.ts";

/**
 * "Pay rent · every month on the 1st at 9:00, next Tue 1 Dec". Dates are absolute. With `at`, whose clock it is, the year
 * is said where it is not this one, and a reminder at an instant on that clock; without it no year, and such a reminder
 * in UTC.
 */
export const explain = (
  result: QuickAdd,
  locale: string,
  at?: { now: string; zone: string },
): string => {
  const { deadline, duration, priority, project, tags, assignee, reminders } = result;
  const year = at && toLocal(at.now, at.zone).slice(0, 4);
  const say = (when: When): string => {
    const said = sayDate(when, locale);
    return year === undefined || when.at.startsWith(year) ? said : withYear(said, when);
  };
  const told = reminders.map((trigger) =>
    trigger.kind === "instant" && !at
      ? say({ kind: "fixed", at: toLocal(trigger.at, "UTC"), zone: "UTC" })
      : sayTrigger(trigger, { zone: at?.zone ?? "UTC", say }),
  );
  return [
    result.title,
    dueText(result, locale, say),
    deadline === null ? "" : `deadline ${say({ kind: "day", at: deadline })}`,
    duration === null ? "" : sayMinutes(duration),
    priority === null ? "" : `p${priority}`,
    project === null ? "" : `#${project}`,
    result.section === undefined ? "" : `/${result.section}`,
    tags.map((tag) => `@${tag}`).join(" "),
    assignee === null ? "" : `+${assignee}`,
    told.length === 0 ? "" : `reminder ${told.join(", ")}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
};

/** "Fri 1 Dec 2028 17:00": the year after the day, before the time. */
const withYear = (said: string, { at }: When): string => {
  const year = at.slice(0, 4);
  return at.includes("T") ? said.replace(/ (?=\d{1,2}[:.]\d{2})/, ` ${year} `) : `${said} ${year}`;
};

const dueText = (
  { due, recurrence }: QuickAdd,
  locale: string,
  say: (when: When) => string,
): string => {
  if (due === null) return "";
  if (recurrence === null) return say(due);
  const day: When = { kind: "day", at: due.at.slice(0, 10) };
  const zone = due.kind === "fixed" ? ` (${due.zone})` : "";
  const isHourly = recurrence.rrule.startsWith("FREQ=HOURLY");
  return `${describe(recurrence, locale, due.at)}${zone}, next ${say(isHourly ? due : day)}`;
};
