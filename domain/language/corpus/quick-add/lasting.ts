// How long it takes, and the day it has to be done by. Read by all.ts.
import { casesOf, newYork, type Row } from "./case.ts";

const durations: Row[] = [
  ["practise cello for 45min", "practise cello", { duration: 45 }],
  ["practise cello for 45 min", "practise cello", { duration: 45 }],
  ["practise cello for 45m", "practise cello", { duration: 45 }],
  ["practise cello for 45 minutes", "practise cello", { duration: 45 }],
  ["practise cello for 1h", "practise cello", { duration: 60 }],
  ["practise cello for 1 hr", "practise cello", { duration: 60 }],
  ["practise cello for an hour", "practise cello", { duration: 60 }],
  ["practise cello for one hour", "practise cello", { duration: 60 }],
  ["practise cello for 2 hours", "practise cello", { duration: 120 }],
  ["practise cello for two hours", "practise cello", { duration: 120 }],
  ["practise cello for 1.5h", "practise cello", { duration: 90 }],
  ["practise cello for 1,5 hours", "practise cello", { duration: 90 }],
  ["practise cello for 1h30", "practise cello", { duration: 90 }],
  ["practise cello for 1h30m", "practise cello", { duration: 90 }],
  ["practise cello for 1h 30min", "practise cello", { duration: 90 }],
  ["practise cello for 1 hour 30 minutes", "practise cello", { duration: 90 }],
  ["practise cello for 1 hour and 30 minutes", "practise cello", { duration: 90 }],
  ["practise cello for an hour and a half", "practise cello", { duration: 90 }],
  ["practise cello for one and a half hours", "practise cello", { duration: 90 }],
  ["practise cello for half an hour", "practise cello", { duration: 30 }],
  ["practise cello for a quarter of an hour", "practise cello", { duration: 15 }],
  ["practise cello for thirty minutes", "practise cello", { duration: 30 }],
  ["practise cello for twenty-five minutes", "practise cello", { duration: 25 }],
  ["practise cello for forty five minutes", "practise cello", { duration: 45 }],
  ["practise cello for about 20 min", "practise cello", { duration: 20 }],
  ["for 20 min practise cello", "practise cello", { duration: 20 }],
  ["practise for 20 min cello", "practise for 20 min cello", {}],
  [
    "practise cello tomorrow at 5 for 20 min",
    "practise cello",
    { due: "2026-11-26T17:00", duration: 20 },
  ],
  [
    "practise cello for 20 min tomorrow at 5",
    "practise cello",
    { due: "2026-11-26T17:00", duration: 20 },
  ],
  [
    "practise cello for 20min every day",
    "practise cello",
    {
      due: "2026-11-25",
      duration: 20,
      rrule: "FREQ=DAILY",
    },
  ],
  [
    "practise cello every day for 20 minutes at 6pm",
    "practise cello",
    {
      due: "2026-11-25T18:00",
      duration: 20,
      rrule: "FREQ=DAILY",
    },
  ],
  [
    "practise cello for 1h p2 @music",
    "practise cello",
    { duration: 60, priority: 2, tags: ["music"] },
  ],
  ["book hotel for 3 nights", "book hotel for 3 nights", {}],
  ["book room for 4 people", "book room for 4 people", {}],
  ["hire van for 2 days", "hire van for 2 days", {}],
];

const deadlines: Row[] = [
  ["tax return {31 jan}", "tax return", { deadline: "2027-01-31" }],
  ["{31 jan} tax return", "tax return", { deadline: "2027-01-31" }],
  ["tax {31 jan} return", "tax return", { deadline: "2027-01-31" }],
  ["tax return {jan 31}", "tax return", { deadline: "2027-01-31" }],
  ["tax return {january 31st}", "tax return", { deadline: "2027-01-31" }],
  ["tax return {31 jan 2028}", "tax return", { deadline: "2028-01-31" }],
  ["tax return {2027-01-31}", "tax return", { deadline: "2027-01-31" }],
  ["tax return {friday}", "tax return", { deadline: "2026-11-27" }],
  ["tax return {next friday}", "tax return", { deadline: "2026-12-04" }],
  ["tax return {tomorrow}", "tax return", { deadline: "2026-11-26" }],
  ["tax return {tmrw}", "tax return", { deadline: "2026-11-26" }],
  ["tax return {in 2 weeks}", "tax return", { deadline: "2026-12-09" }],
  ["tax return {end of month}", "tax return", { deadline: "2026-11-30" }],
  ["tax return {eoy}", "tax return", { deadline: "2026-12-31" }],
  ["tax return { 1 dec }", "tax return", { deadline: "2026-12-01" }],
  ["tax return {the 5th}", "tax return", { deadline: "2026-12-05" }],
  ["tax return {on 1 dec}", "tax return", { deadline: "2026-12-01" }],
  ["tax return {1 dec 5pm}", "tax return", { deadline: "2026-12-01" }],
  ["tax return tomorrow {1 dec}", "tax return", { due: "2026-11-26", deadline: "2026-12-01" }],
  ["tax return {1 dec} at 5pm", "tax return", { due: "2026-11-25T17:00", deadline: "2026-12-01" }],
  [
    "tax return {1 dec} p1 #work",
    "tax return",
    { deadline: "2026-12-01", priority: 1, project: "Work" },
  ],
  ["write {name} template", "write {name} template", {}],
  ["fix {{handlebars}}", "fix {{handlebars}}", {}],
  ["fix {} literal", "fix {} literal", {}],
];

const american: Row[] = [
  ["permit {4/1}", "permit", { deadline: "2026-04-01" }],
  ["permit {3/1}", "permit", { deadline: "2027-03-01" }],
];

export const lasting = [
  ...casesOf("duration", durations),
  ...casesOf("deadline", deadlines),
  ...casesOf("deadline", american, newYork),
];
