// How a task repeats. Called by repeat/say.ts and views/repeat.
import { area } from "./language.ts";

const unit = (every: number, one: string): string =>
  every === 1 ? `every ${one}` : `every ${every} ${one}s`;

/** "31st". */
const nth = (number: number): string => {
  const teen = number % 100 > 10 && number % 100 < 14;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
};

export const repeatWords = area("repeat", {
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  nth,
  every: {
    HOURLY: (every: number) => unit(every, "hour"),
    DAILY: (every: number) => unit(every, "day"),
    WEEKLY: (every: number) => unit(every, "week"),
    MONTHLY: (every: number) => unit(every, "month"),
    YEARLY: (every: number) => unit(every, "year"),
  },
  weekly: (every: number, days: string) =>
    every === 1 ? `every ${days}` : `every ${every} weeks on ${days}`,
  kinds: {
    workday: (every: number) => (every === 1 ? "every workday" : `every ${every} weeks on workday`),
    weekend: (every: number) =>
      every === 1 ? "every weekend day" : `every ${every} weeks on weekend day`,
    all: (every: number) => (every === 1 ? "every day" : `every ${every} weeks on day`),
  },
  monthly: (every: number, day: number) => `${unit(every, "month")} on the ${nth(day)}`,
  lastDay: (every: number) => `${unit(every, "month")} on the last day`,
  lastWorkday: (every: number) =>
    every === 1 ? "every last workday" : `every ${every} months on the last workday`,
  yearly: (every: number, day: number, month: string) =>
    `${unit(every, "year")} on ${day} ${month}`,
  repeats: "repeats",
  afterCompletion: " after completion",
  times: (count: number) => (count === 1 ? ", once" : `, ${count} times`),
  until: (day: number, month: string, year: number) => `, until ${day} ${month} ${year}`,
});
