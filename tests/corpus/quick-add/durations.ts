// How long it takes. Read by all.ts.
import { casesOf, plainCases, type Row } from "./case.ts";
import { berlin, berlinPlain } from "./worlds.ts";

const inBerlin: Row[] = [
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
    { due: "2026-11-25", duration: 20, rrule: "FREQ=DAILY" },
  ],
  [
    "practise cello every day for 20 minutes at 6pm",
    "practise cello",
    { due: "2026-11-25T18:00", duration: 20, rrule: "FREQ=DAILY" },
  ],
  [
    "practise cello for 1h p2 @music",
    "practise cello",
    { duration: 60, priority: 2, tags: ["music"] },
  ],
];

const plainInBerlin = [
  "practise for 20 min cello",
  "book hotel for 3 nights",
  "book room for 4 people",
  "hire van for 2 days",
];

const inBerlinPlain: Row[] = [
  ["write report for 45min", "write report", { duration: 45 }],
  ["write report for 45 minutes", "write report", { duration: 45 }],
  ["for 45 min write report", "write report", { duration: 45 }],
  ["deep clean for 1h30", "deep clean", { duration: 90 }],
  ["deep clean for 1h30m", "deep clean", { duration: 90 }],
  ["deep clean for 1h 30m", "deep clean", { duration: 90 }],
  ["study chem for 2 hrs", "study chem", { duration: 120 }],
  ["study chem for 2h tomorrow", "study chem", { due: "2026-11-26", duration: 120 }],
  [
    "study chem tomorrow at 4pm for 2 hours",
    "study chem",
    { due: "2026-11-26T16:00", duration: 120 },
  ],
  ["tomorrow 4pm for 90 mins study chem", "study chem", { due: "2026-11-26T16:00", duration: 90 }],
  ["practise for an hour", "practise", { duration: 60 }],
  ["practise scales for half an hour", "practise scales", { duration: 30 }],
  ["mediation friday 10:00 for 3 hours", "mediation", { due: "2026-11-27T10:00", duration: 180 }],
  ["walk for 1.5 hours sat", "walk", { due: "2026-11-28", duration: 90 }],
  [
    "read to kids every evening for 20 min",
    "read to kids",
    { due: "2026-11-25T19:00", duration: 20, rrule: "FREQ=DAILY" },
  ],
  [
    "run every tue 7am for 40min",
    "run",
    { due: "2026-12-01T07:00", duration: 40, rrule: "FREQ=WEEKLY;BYDAY=TU" },
  ],
  ["boil the eggs for 10 minutes", "boil the eggs", { duration: 10 }],
];

const plainInBerlinPlain = [
  "look for 2 keys",
  "cook for 6 people",
  "buy card for 40th",
  "ask for 20% off",
];

export const durations = [
  ...casesOf("duration", inBerlin, berlin),
  ...plainCases("duration", plainInBerlin, berlin),
  ...casesOf("duration", inBerlinPlain, berlinPlain),
  ...plainCases("duration", plainInBerlinPlain, berlinPlain),
];
