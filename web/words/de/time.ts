// German for time.ts.
import type { Words } from "../language.ts";
import type { timeWords } from "../time.ts";

export const time: Words<typeof timeWords> = {
  today: "Heute",
  tomorrow: "Morgen",
  yesterday: "Gestern",
  justNow: "gerade eben",
  minutesAgo: (count) => `vor ${count} ${count === 1 ? "Minute" : "Minuten"}`,
  inMoment: "in weniger als einer Minute",
  inMinutes: (count) => `in ${count} Min.`,
  inHours: (count) => `in ${count} Std.`,
  inDays: (count) => `in ${count} ${count === 1 ? "Tag" : "Tagen"}`,
  now: "jetzt",
  underMinute: "weniger als eine Minute",
  min: (count) => `${count} Min.`,
  h: (count) => `${count} Std.`,
  lengths: {
    minutes: (count) => `${count} Min.`,
    hours: (count) => `${count} ${count === 1 ? "Stunde" : "Stunden"}`,
    days: (count) => `${count} ${count === 1 ? "Tag" : "Tage"}`,
    weeks: (count) => `${count} ${count === 1 ? "Woche" : "Wochen"}`,
  },
};
