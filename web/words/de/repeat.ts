// German for repeat.ts.
import type { Words } from "../language.ts";
import type { repeatWords } from "../repeat.ts";

const months = (every: number): string => (every === 1 ? "jeden Monat" : `alle ${every} Monate`);

export const repeat: Words<typeof repeatWords> = {
  weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
  months: [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
  ],
  nth: (number) => `${number}.`,
  every: {
    HOURLY: (every) => (every === 1 ? "jede Stunde" : `alle ${every} Stunden`),
    DAILY: (every) => (every === 1 ? "jeden Tag" : `alle ${every} Tage`),
    WEEKLY: (every) => (every === 1 ? "jede Woche" : `alle ${every} Wochen`),
    MONTHLY: months,
    YEARLY: (every) => (every === 1 ? "jedes Jahr" : `alle ${every} Jahre`),
  },
  weekly: (every, days) => (every === 1 ? `jeden ${days}` : `alle ${every} Wochen am ${days}`),
  kinds: {
    workday: (every) => (every === 1 ? "jeden Werktag" : `alle ${every} Wochen an Werktagen`),
    weekend: (every) =>
      every === 1 ? "jeden Samstag und Sonntag" : `alle ${every} Wochen am Wochenende`,
    all: (every) => (every === 1 ? "jeden Tag" : `alle ${every} Wochen an jedem Tag`),
  },
  monthly: (every, day) => `${months(every)} am ${day}.`,
  lastDay: (every) => `${months(every)} am letzten Tag`,
  lastWorkday: (every) => `${months(every)} am letzten Werktag`,
  yearly: (every, day, month) =>
    `${every === 1 ? "jedes Jahr" : `alle ${every} Jahre`} am ${day}. ${month}`,
  repeats: "wiederholt sich",
  afterCompletion: " nach dem Erledigen",
  times: (count) => (count === 1 ? ", einmal" : `, ${count}-mal`),
  until: (day, month, year) => `, bis ${day}. ${month} ${year}`,
};
