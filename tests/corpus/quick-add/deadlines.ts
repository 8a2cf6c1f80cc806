// The day it has to be done by. Read by all.ts.
import { casesOf, plainCases, type Row } from "./case.ts";
import { berlin, berlinPlain, berlinNewYearsEve, newYork, newYorkFriday } from "./worlds.ts";

const inBerlin: Row[] = [
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
];

const plainInBerlin = ["write {name} template", "fix {{handlebars}}", "fix {} literal"];

const inNewYork: Row[] = [
  ["permit {4/1}", "permit", { deadline: "2026-04-01" }],
  ["permit {3/1}", "permit", { deadline: "2027-03-01" }],
];

const inBerlinPlain: Row[] = [
  ["write thesis intro {1 dec}", "write thesis intro", { deadline: "2026-12-01" }],
  ["{1 dec} write thesis intro", "write thesis intro", { deadline: "2026-12-01" }],
  ["write thesis {Dec 18} intro", "write thesis intro", { deadline: "2026-12-18" }],
  ["draft brief friday {4 december}", "draft brief", { due: "2026-11-27", deadline: "2026-12-04" }],
  ["draft brief tomorrow {fri}", "draft brief", { due: "2026-11-26", deadline: "2026-11-27" }],
  [
    "tax return {2027-01-31} start 5 jan",
    "tax return start",
    { due: "2027-01-05", deadline: "2027-01-31" },
  ],
  ["tax return {31 jan} p1", "tax return", { deadline: "2027-01-31", priority: 1 }],
  ["submit abstract {in 2 weeks}", "submit abstract", { deadline: "2026-12-09" }],
  ["submit abstract {tomorrow}", "submit abstract", { deadline: "2026-11-26" }],
  [
    "renew insurance {end of month} @car",
    "renew insurance",
    { deadline: "2026-11-30", tags: ["car"] },
  ],
  [
    "gift for Ida sat {24 dec} !1 day before",
    "gift for Ida",
    { due: "2026-11-28", deadline: "2026-12-24", reminders: [-1440] },
  ],
  ["return ps5 {next monday}", "return ps5", { deadline: "2026-11-30" }],
  ["visa papers { 3 dec }", "visa papers", { deadline: "2026-12-03" }],
];

const plainInBerlinPlain = ["fix template {{name}} rendering", "rename {foo} to {bar}"];

const inNewYorkFriday: Row[] = [
  ["finish slides {fri} +Olu", "finish slides", { deadline: "2026-12-04", assignee: "Olu" }],
];

const inBerlinNewYearsEve: Row[] = [["pay toll {1 jan}", "pay toll", { deadline: "2027-01-01" }]];

export const deadlines = [
  ...casesOf("deadline", inBerlin, berlin),
  ...plainCases("deadline", plainInBerlin, berlin),
  ...casesOf("deadline", inNewYork, newYork),
  ...casesOf("deadline", inBerlinPlain, berlinPlain),
  ...plainCases("deadline", plainInBerlinPlain, berlinPlain),
  ...casesOf("deadline", inNewYorkFriday, newYorkFriday),
  ...casesOf("deadline", inBerlinNewYearsEve, berlinNewYearsEve),
];
