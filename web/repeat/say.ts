// A recurrence in words, in the same words as the server's (domain/recurrence/describe.ts). Pure; called by the row and the editor.
// The page does not carry the server's rules; what is said here are the forms nearly every task has, the server says the rest.
import type { Recurrence } from "../../domain/recurrence.ts";
import { readRepeat, type Repeat, weekdaysOf } from "./rule.ts";

const units = { HOURLY: "hour", DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" };
export const weekdayNames = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const monthNames =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** "31st". */
export const nth = (number: number): string => {
  const teen = number % 100 > 10 && number % 100 < 14;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
};

/** "Monday, Wednesday and Friday". */
export const joined = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** "every Monday", "every 3 months on the 31st after completion"; null for a rule that only the server can say. */
export const sayRecurrence = (recurrence: Recurrence): string | null => {
  const repeat = readRepeat(recurrence);
  const core = sayCore(repeat);
  if (core === null || repeat.rest.lines !== "" || repeat.overflow === "skip") return null;
  const after = repeat.anchor === "completion" ? " after completion" : "";
  return `${core}${after}${sayEnds(repeat)}`;
};

const sayCore = (repeat: Repeat): string | null => {
  const { freq, every, by } = repeat;
  const head = every === 1 ? `every ${units[freq]}` : `every ${every} ${units[freq]}s`;
  if (by === "") return head;
  if (freq === "WEEKLY") return sayWeekly(repeat, head);
  if (freq === "MONTHLY") return sayMonthly(by, every, head);
  const [, month, day] = /^BYMONTH=(\d+);BYMONTHDAY=(\d+)$/.exec(by) ?? [];
  return freq === "YEARLY" && month !== undefined
    ? `${head} on ${day} ${monthNames[Number(month) - 1]}`
    : null;
};

const sayWeekly = (repeat: Repeat, head: string): string | null => {
  const days = weekdaysOf(repeat);
  if (days.length === 0) return null;
  const kinds: Record<string, string> = {
    "1,2,3,4,5": "workday",
    "6,7": "weekend day",
    "1,2,3,4,5,6,7": "day",
  };
  const names = kinds[days.join(",")] ?? joined(days.map((day) => weekdayNames[day - 1] ?? ""));
  return repeat.every === 1 ? `every ${names}` : `${head} on ${names}`;
};

const sayMonthly = (by: string, every: number, head: string): string | null => {
  if (by === "BYMONTHDAY=-1") return `${head} on the last day`;
  const day = /^BYMONTHDAY=(\d+)$/.exec(by)?.[1];
  if (day !== undefined) return `${head} on the ${nth(Number(day))}`;
  if (by !== "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1") return null;
  return every === 1 ? "every last workday" : `${head} on the last workday`;
};

const sayEnds = ({ ends }: Repeat): string => {
  if (ends.kind === "never") return "";
  if (ends.kind === "after") return ends.count === 1 ? ", once" : `, ${ends.count} times`;
  const [year, month, day] = ends.day.split("-").map(Number);
  return `, until ${day} ${monthNames[(month ?? 1) - 1]} ${year}`;
};
