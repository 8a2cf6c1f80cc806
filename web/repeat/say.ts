// A recurrence in words, in the same words as the server's (domain/recurrence/describe.ts). Pure; called by the row and the editor.
// The page does not carry the server's rules; what is said here are the forms nearly every task has, the server says the rest.
import type { Recurrence } from "../../domain/recurrence.ts";
import { readRepeat, type Repeat, weekdaysOf } from "./rule.ts";
import { repeatWords } from "../words/repeat.ts";
import { sharedWords } from "../words/shared.ts";

/** "every Monday", "every 3 months on the 31st after completion"; null for a rule that only the server can say. */
export const sayRecurrence = (recurrence: Recurrence): string | null => {
  const repeat = readRepeat(recurrence);
  const core = sayCore(repeat);
  if (core === null || repeat.rest.lines !== "" || repeat.overflow === "skip") return null;
  const after = repeat.anchor === "completion" ? repeatWords.afterCompletion : "";
  return `${core}${after}${sayEnds(repeat)}`;
};

const sayCore = ({ freq, every, by, ...repeat }: Repeat): string | null => {
  if (by === "") return repeatWords.every[freq](every);
  if (freq === "WEEKLY") return sayWeekly({ freq, every, by, ...repeat });
  if (freq === "MONTHLY") return sayMonthly(by, every);
  const [, month, day] = /^BYMONTH=(\d+);BYMONTHDAY=(\d+)$/.exec(by) ?? [];
  return freq === "YEARLY" && month !== undefined
    ? repeatWords.yearly(every, Number(day), monthName(Number(month)))
    : null;
};

const monthName = (month: number): string => repeatWords.months[month - 1] ?? "";

const kinds: Record<string, keyof typeof repeatWords.kinds> = {
  "1,2,3,4,5": "workday",
  "6,7": "weekend",
  "1,2,3,4,5,6,7": "all",
};

const sayWeekly = (repeat: Repeat): string | null => {
  const days = weekdaysOf(repeat);
  if (days.length === 0) return null;
  const kind = kinds[days.join(",")];
  if (kind !== undefined) return repeatWords.kinds[kind](repeat.every);
  const names = days.map((day) => repeatWords.weekdays[day - 1] ?? "");
  return repeatWords.weekly(repeat.every, sharedWords.and(names));
};

const sayMonthly = (by: string, every: number): string | null => {
  if (by === "BYMONTHDAY=-1") return repeatWords.lastDay(every);
  const day = /^BYMONTHDAY=(\d+)$/.exec(by)?.[1];
  if (day !== undefined) return repeatWords.monthly(every, Number(day));
  return by === "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1" ? repeatWords.lastWorkday(every) : null;
};

const sayEnds = ({ ends }: Repeat): string => {
  if (ends.kind === "never") return "";
  if (ends.kind === "after") return repeatWords.times(ends.count);
  const [year = 0, month = 1, day = 1] = ends.day.split("-").map(Number);
  return repeatWords.until(day, monthName(month), year);
};
