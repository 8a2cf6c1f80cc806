// Days, lengths and distances in time. Dates themselves are said by Intl in the person's locale. Called by time/say.ts, reminder.ts and the views.
import { area } from "./language.ts";

export const timeWords = area("time", {
  today: "Today",
  tomorrow: "Tomorrow",
  yesterday: "Yesterday",
  justNow: "just now",
  minutesAgo: (count: number) => `${count} ${count === 1 ? "minute" : "minutes"} ago`,
  inMoment: "in less than a minute",
  inMinutes: (count: number) => `in ${count} min`,
  inHours: (count: number) => `in ${count} h`,
  inDays: (count: number) => `in ${count} days`,
  now: "now",
  underMinute: "less than a minute",
  min: (count: number) => `${count} min`,
  h: (count: number) => `${count} h`,
  lengths: {
    minutes: (count: number) => `${count} min`,
    hours: (count: number) => `${count} ${count === 1 ? "hour" : "hours"}`,
    days: (count: number) => `${count} ${count === 1 ? "day" : "days"}`,
    weeks: (count: number) => `${count} ${count === 1 ? "week" : "weeks"}`,
  },
});
