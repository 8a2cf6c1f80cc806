// Several things in one line, in any order. Read by all.ts.
import { casesOf, london, newYork, type Row } from "./case.ts";

const workdays = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";

const inBerlin: Row[] = [
  [
    "buy cake tomorrow 4pm p1 #work @party",
    "buy cake",
    {
      due: "2026-11-26T16:00",
      priority: 1,
      project: "Work",
      tags: ["party"],
    },
  ],
  [
    "p1 #work tomorrow 4pm buy cake @party",
    "buy cake",
    {
      due: "2026-11-26T16:00",
      priority: 1,
      project: "Work",
      tags: ["party"],
    },
  ],
  [
    "#work p1 buy @party cake 4pm tomorrow",
    "buy cake",
    {
      due: "2026-11-26T16:00",
      priority: 1,
      project: "Work",
      tags: ["party"],
    },
  ],
  ["tomorrow buy cake at 4pm", "buy cake", { due: "2026-11-26T16:00" }],
  ["at 4pm buy cake tomorrow", "buy cake", { due: "2026-11-26T16:00" }],
  ["4pm buy cake friday", "buy cake", { due: "2026-11-27T16:00" }],
  ["on friday buy cake at 4", "buy cake", { due: "2026-11-27T16:00" }],
  ["buy cake on friday, at 4pm, for 30 min", "buy cake", { due: "2026-11-27T16:00", duration: 30 }],
  [
    "sync with design friday 10am for 45min !10m +lea #work p2",
    "sync with design",
    {
      due: "2026-11-27T10:00",
      duration: 45,
      reminders: [-10],
      assignee: "lea",
      project: "Work",
      priority: 2,
    },
  ],
  [
    "essay draft friday {10 dec} p2 @uni for 2h",
    "essay draft",
    {
      due: "2026-11-27",
      deadline: "2026-12-10",
      priority: 2,
      tags: ["uni"],
      duration: 120,
    },
  ],
  [
    "standup every weekday 9am !5m #work",
    "standup",
    {
      due: "2026-11-26T09:00",
      rrule: workdays,
      reminders: [-5],
      project: "Work",
    },
  ],
  [
    "every weekday at 9am standup #work for 15 minutes",
    "standup",
    {
      due: "2026-11-26T09:00",
      rrule: workdays,
      duration: 15,
      project: "Work",
    },
  ],
  [
    "pay rent every 1st at 9am p1 @home !1d",
    "pay rent",
    {
      due: "2026-12-01T09:00",
      rrule: "FREQ=MONTHLY;BYMONTHDAY=1",
      priority: 1,
      tags: ["home"],
      reminders: [-1440],
    },
  ],
  [
    "@home p1 every 1st at 9am pay rent",
    "pay rent",
    {
      due: "2026-12-01T09:00",
      rrule: "FREQ=MONTHLY;BYMONTHDAY=1",
      priority: 1,
      tags: ["home"],
    },
  ],
  [
    "gym every mon, wed and fri at 18:00 for 1h until 31 dec @health",
    "gym",
    {
      due: "2026-11-25T18:00",
      duration: 60,
      rrule: "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20261231",
      tags: ["health"],
    },
  ],
  [
    "gym at 6pm on mondays and thursdays p3",
    "gym",
    {
      due: "2026-11-26T18:00",
      rrule: "FREQ=WEEKLY;BYDAY=MO,TH",
      priority: 3,
    },
  ],
  [
    "water ficus every! 10 days p3 @plants",
    "water ficus",
    {
      due: "2026-11-25",
      rrule: "FREQ=DAILY;INTERVAL=10",
      anchor: "completion",
      priority: 3,
      tags: ["plants"],
    },
  ],
  [
    "call Dr. Smith, tomorrow, 9:15, p1",
    "call Dr. Smith",
    { due: "2026-11-26T09:15", priority: 1 },
  ],
  ["review PR #482 tomorrow #work", "review PR #482", { due: "2026-11-26", project: "Work" }],
  [
    "review “Every Day” draft every friday",
    "review Every Day draft",
    {
      due: "2026-11-27",
      rrule: "FREQ=WEEKLY;BYDAY=FR",
    },
  ],
  [
    "meet Ann and Bob from marketing on tuesday at 11 in room 5",
    "meet Ann and Bob from marketing in room 5",
    {
      due: "2026-12-01T11:00",
    },
  ],
  [
    "lunch with Mark at Noma on friday at 1pm",
    "lunch with Mark at Noma",
    { due: "2026-11-27T13:00" },
  ],
  [
    "flight to Oslo 3 dec 7:45am !3h",
    "flight to Oslo",
    { due: "2026-12-03T07:45", reminders: [-180] },
  ],
  [
    "flight to Oslo on 3 dec at 7:45 am, remind me 3 hours before",
    "flight to Oslo",
    {
      due: "2026-12-03T07:45",
      reminders: [-180],
    },
  ],
  [
    "submit visa form {12 dec} tomorrow !9am",
    "submit visa form",
    {
      due: "2026-11-26",
      deadline: "2026-12-12",
      reminders: ["2026-11-26T09:00"],
    },
  ],
  ["ask +tom for the keys friday", "ask for the keys", { due: "2026-11-27", assignee: "tom" }],
  [
    "read 20 pages every evening for 30 min",
    "read 20 pages",
    {
      due: "2026-11-25T19:00",
      duration: 30,
      rrule: "FREQ=DAILY",
    },
  ],
  [
    "buy 2 tickets for the 8pm show tomorrow",
    "buy 2 tickets for the 8pm show",
    { due: "2026-11-26" },
  ],
  ["pay 3 invoices on the 3rd", "pay 3 invoices", { due: "2026-12-03" }],
  ["call 3 people at 3", "call 3 people", { due: "2026-11-25T15:00" }],
];

const inNewYork: Row[] = [
  [
    "soccer practice every tue & thu 5:30pm-7pm @kids",
    "soccer practice",
    {
      due: "2026-03-10T17:30",
      duration: 90,
      rrule: "FREQ=WEEKLY;BYDAY=TU,TH",
      tags: ["kids"],
    },
  ],
  [
    "Mom's surgery 3/20 7am p1 !1d !2h",
    "Mom's surgery",
    {
      due: "2026-03-20T07:00",
      priority: 1,
      reminders: [-1440, -120],
    },
  ],
  [
    "Call plumber tomorrow between 2 and 4pm #house",
    "Call plumber",
    {
      due: "2026-03-11T14:00",
      duration: 120,
      tags: ["house"],
    },
  ],
  [
    "Water plants every 3 days starting friday @home",
    "Water plants",
    {
      due: "2026-03-13",
      rrule: "FREQ=DAILY;INTERVAL=3",
      tags: ["home"],
    },
  ],
];

const inLondon: Row[] = [
  [
    "Parents' evening thurs 6.30pm #Kids School p2",
    "Parents' evening",
    {
      due: "2026-07-23T18:30",
      project: "Kids School",
      priority: 2,
    },
  ],
  [
    "Sow lettuce every other saturday morning #garden until october",
    "Sow lettuce",
    {
      due: "2026-07-18T09:00",
      rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;UNTIL=20261001",
      project: "Garden",
    },
  ],
  [
    "Ring the surgery monday 8am sharp !10m",
    "Ring the surgery",
    {
      due: "2026-07-20T08:00",
      reminders: [-10],
    },
  ],
];

export const mixed = [
  ...casesOf("mixed", inBerlin),
  ...casesOf("mixed", inNewYork, newYork),
  ...casesOf("mixed", inLondon, london),
];
