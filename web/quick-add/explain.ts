// What a line was read as, as one line to check, in the language of the page. Pure; called by reader.ts. In English the chat says the same
// (domain/language/explain.ts).
import { explain } from "../../domain/language/explain.ts";
import type { QuickAdd } from "../../domain/language/quick-add.ts";
import { describe } from "../../domain/recurrence.ts";
import type { Trigger } from "../../domain/reminder.ts";
import type { When } from "../../domain/when.ts";
import { sayRecurrence } from "../repeat/say.ts";
import { nowIn } from "../time/due.ts";
import { sayPlainDay, sayTime } from "../time/say.ts";
import { wallClock } from "../time/zone.ts";
import { spokenLanguage } from "../words/language.ts";
import { quickAddWords } from "../words/quick-add.ts";
import type { Reader } from "../words/reader.ts";
import { sayMinutes, sayTrigger } from "../say/reminder.ts";

/** Dates are absolute, with their year where it is not this one: `Miete · jeden Monat am 1. 09:00, nächster Termin Di. 1. Dez.` */
export const explainLine = (read: QuickAdd, reader: Reader): string => {
  const { at, zone, locale } = reader;
  if (spokenLanguage() === "en") return explain(read, locale, { now: at.toISOString(), zone });
  const { title, deadline, duration, priority, project, tags, assignee, reminders } = read;
  const { said } = quickAddWords;
  return [
    title,
    sayDueOf(read, reader),
    deadline === null ? "" : said.deadline(sayWhen({ kind: "day", at: deadline }, reader)),
    duration === null ? "" : sayMinutes(duration),
    priority === null ? "" : `p${priority}`,
    project === null ? "" : `#${project}`,
    tags.map((tag) => `@${tag}`).join(" "),
    assignee === null ? "" : `+${assignee}`,
    reminders.length === 0
      ? ""
      : said.reminders(reminders.map((trigger) => sayTold(trigger, reader)).join(", ")),
  ]
    .filter((part) => part !== "")
    .join(" · ");
};

const sayWhen = (when: When, { at, zone, locale }: Reader): string => {
  const day = sayPlainDay(when.at.slice(0, 10), nowIn(zone, at), locale);
  if (when.kind === "day") return day;
  const clock = when.kind === "fixed" ? ` (${when.zone})` : "";
  return `${day} ${sayTime(when.at.slice(11, 16), locale)}${clock}`;
};

const sayTold = (trigger: Trigger, reader: Reader): string => {
  if (trigger.kind === "relative") return sayTrigger(trigger, reader);
  if (trigger.kind === "wall") return sayWhen(trigger.when, reader);
  return sayWhen({ kind: "floating", at: wallClock(new Date(trigger.at), reader.zone) }, reader);
};

const sayDueOf = ({ due, recurrence }: QuickAdd, reader: Reader): string => {
  if (due === null) return "";
  if (recurrence === null) return sayWhen(due, reader);
  const time = due.kind === "day" ? "" : ` ${sayTime(due.at.slice(11, 16), reader.locale)}`;
  const own = sayRecurrence(recurrence);
  const rule = own === null ? describe(recurrence, reader.locale, due.at) : `${own}${time}`;
  return quickAddWords.said.next(rule, sayWhen({ kind: "day", at: due.at.slice(0, 10) }, reader));
};
