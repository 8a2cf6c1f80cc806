// What words for a date change of a form, and how a due is said on its clock. Pure; called by views/pick.
import type { When } from "../../domain/when.ts";
import type { DateChange, Draft } from "./draft.ts";
import type { DateSaid } from "../quick-add/reader.ts";
import { readRepeat } from "../repeat/rule.ts";
import { localDue, type Now } from "../time/due.ts";
import { sayDay, sayDue } from "../time/say.ts";
import { dates } from "../words/panel.ts";

/** The due of a form, or a day alone in `date`. */
export type Dated = Pick<Draft, "date" | "time" | "zone">;

/** What the words change: a time that names no zone stays on the clock the task is on. */
export const changeOf = ({ due, recurrence }: DateSaid, { time, zone }: Dated): DateChange => ({
  date: due.at.slice(0, 10),
  time: due.kind === "day" ? time : due.at.slice(11),
  zone: due.kind === "fixed" ? due.zone : zone,
  ...(recurrence !== null && { repeat: readRepeat(recurrence) }),
});

/** A due on the clock it is kept on, and, where that is another than the person's, what it is on theirs. */
export const sayOnClock = (due: When, now: Now, locale: string): [string, string | null] => {
  if (due.kind === "day") return [sayDay(due.at, now, locale), null];
  const own = { day: due.at.slice(0, 10), time: due.at.slice(11, 16) };
  const said = sayDue(own, now, locale);
  if (due.kind === "floating" || due.zone === now.zone) return [said, null];
  const here = sayDue(localDue(due, now.zone), now, locale);
  return [`${said} ${due.zone.replaceAll("_", " ")}`, dates.forYou(here)];
};
