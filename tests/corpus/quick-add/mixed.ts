// Several things in one line, in any order. Read by all.ts.
import { casesOf, type Row } from "./case.ts";
import { berlin, berlinProjects, berlinPlain, london, newYork, newYorkFriday } from "./worlds.ts";

const inBerlin: Row[] = [
  [
    "buy cake tomorrow 4pm p1 #work @party",
    "buy cake",
    { due: "2026-11-26T16:00", priority: 1, tags: ["party"], project: "Work" },
  ],
  [
    "p1 #work tomorrow 4pm buy cake @party",
    "buy cake",
    { due: "2026-11-26T16:00", priority: 1, tags: ["party"], project: "Work" },
  ],
  [
    "#work p1 buy @party cake 4pm tomorrow",
    "buy cake",
    { due: "2026-11-26T16:00", priority: 1, tags: ["party"], project: "Work" },
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
      priority: 2,
      project: "Work",
      assignee: "lea",
      reminders: [-10],
    },
  ],
  [
    "essay draft friday {10 dec} p2 @uni for 2h",
    "essay draft",
    { due: "2026-11-27", deadline: "2026-12-10", duration: 120, priority: 2, tags: ["uni"] },
  ],
  [
    "standup every weekday 9am !5m #work",
    "standup",
    {
      due: "2026-11-26T09:00",
      project: "Work",
      rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
      reminders: [-5],
    },
  ],
  [
    "every weekday at 9am standup #work for 15 minutes",
    "standup",
    {
      due: "2026-11-26T09:00",
      duration: 15,
      project: "Work",
      rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    },
  ],
  [
    "pay rent every 1st at 9am p1 @home !1d",
    "pay rent",
    {
      due: "2026-12-01T09:00",
      priority: 1,
      tags: ["home"],
      rrule: "FREQ=MONTHLY;BYMONTHDAY=1",
      reminders: [-1440],
    },
  ],
  [
    "@home p1 every 1st at 9am pay rent",
    "pay rent",
    { due: "2026-12-01T09:00", priority: 1, tags: ["home"], rrule: "FREQ=MONTHLY;BYMONTHDAY=1" },
  ],
  [
    "gym every mon, wed and fri at 18:00 for 1h until 31 dec @health",
    "gym",
    {
      due: "2026-11-25T18:00",
      duration: 60,
      tags: ["health"],
      rrule: "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20261231",
    },
  ],
  [
    "gym at 6pm on mondays and thursdays p3",
    "gym",
    { due: "2026-11-26T18:00", priority: 3, rrule: "FREQ=WEEKLY;BYDAY=MO,TH" },
  ],
  [
    "water ficus every! 10 days p3 @plants",
    "water ficus",
    {
      due: "2026-11-25",
      priority: 3,
      tags: ["plants"],
      rrule: "FREQ=DAILY;INTERVAL=10",
      anchor: "completion",
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
    { due: "2026-11-27", rrule: "FREQ=WEEKLY;BYDAY=FR" },
  ],
  [
    "meet Ann and Bob from marketing on tuesday at 11 in room 5",
    "meet Ann and Bob from marketing in room 5",
    { due: "2026-12-01T11:00" },
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
    { due: "2026-12-03T07:45", reminders: [-180] },
  ],
  [
    "submit visa form {12 dec} tomorrow !9am",
    "submit visa form",
    { due: "2026-11-26", deadline: "2026-12-12", reminders: ["2026-11-26T09:00"] },
  ],
  ["ask +tom for the keys friday", "ask for the keys", { due: "2026-11-27", assignee: "tom" }],
  [
    "read 20 pages every evening for 30 min",
    "read 20 pages",
    { due: "2026-11-25T19:00", duration: 30, rrule: "FREQ=DAILY" },
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
    { due: "2026-03-10T17:30", duration: 90, tags: ["kids"], rrule: "FREQ=WEEKLY;BYDAY=TU,TH" },
  ],
  [
    "Mom's surgery 3/20 7am p1 !1d !2h",
    "Mom's surgery",
    { due: "2026-03-20T07:00", priority: 1, reminders: [-1440, -120] },
  ],
  [
    "Call plumber tomorrow between 2 and 4pm #house",
    "Call plumber",
    { due: "2026-03-11T14:00", duration: 120, tags: ["house"] },
  ],
  [
    "Water plants every 3 days starting friday @home",
    "Water plants",
    { due: "2026-03-13", tags: ["home"], rrule: "FREQ=DAILY;INTERVAL=3" },
  ],
];

const inLondon: Row[] = [
  [
    "Parents' evening thurs 6.30pm #Kids School p2",
    "Parents' evening",
    { due: "2026-07-23T18:30", priority: 2, project: "Kids School" },
  ],
  [
    "Sow lettuce every other saturday morning #garden until october",
    "Sow lettuce",
    {
      due: "2026-07-18T09:00",
      project: "Garden",
      rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;UNTIL=20261001",
    },
  ],
  [
    "Ring the surgery monday 8am sharp !10m",
    "Ring the surgery",
    { due: "2026-07-20T08:00", reminders: [-10] },
  ],
];

const inBerlinPlain: Row[] = [
  ['Watch "Friday" tomorrow', "Watch Friday", { due: "2026-11-26" }],
  ['Rehearse "Good Morning" sat 4pm', 'Rehearse "Good Morning"', { due: "2026-11-28T16:00" }],
  [
    'monday read "Next Friday" screenplay p2',
    "read Next Friday screenplay",
    { due: "2026-11-30", priority: 2 },
  ],
  [String.raw`Buy \p1 cable tomorrow p3`, "Buy p1 cable", { due: "2026-11-26", priority: 3 }],
  [String.raw`Ship \Monday build on tuesday`, "Ship Monday build", { due: "2026-12-01" }],
  [
    String.raw`tag photo \@beach @photos sunday`,
    "tag photo @beach",
    { due: "2026-11-29", tags: ["photos"] },
  ],
  [
    'Send "every month" report wording to legal fri',
    "Send every month report wording to legal",
    { due: "2026-11-27" },
  ],
  [
    "review chapter 4 fri 2pm for 1h30 {7 dec} @uni p2",
    "review chapter 4",
    { due: "2026-11-27T14:00", deadline: "2026-12-07", duration: 90, priority: 2, tags: ["uni"] },
  ],
  [
    "weds 7.45am bloods bed 12 @ward !20 min before",
    "bloods bed 12",
    { due: "2026-12-02T07:45", tags: ["ward"], reminders: [-20] },
  ],
  ["Bring +1 to wedding saturday", "Bring +1 to wedding", { due: "2026-11-28" }],
  ["Fix 2nd Floor Bath tomorrow p2", "Fix 2nd Floor Bath", { due: "2026-11-26", priority: 2 }],
  ["Buy 40th birthday gift friday", "Buy 40th birthday gift", { due: "2026-11-27" }],
  ["Watch The 5th Wave tonight", "Watch The 5th Wave", { due: "2026-11-25T20:00" }],
  [
    "Order May's birthday cake by 3 dec @bakery",
    "Order May's birthday cake",
    { due: "2026-12-03", tags: ["bakery"] },
  ],
  ["Check money transfer monday 10:00", "Check money transfer", { due: "2026-11-30T10:00" }],
  [
    "Read 2 chapters every night for 30 min",
    "Read 2 chapters",
    { due: "2026-11-25T22:00", duration: 30, rrule: "FREQ=DAILY" },
  ],
  [
    "Buy 12 eggs and 2 kg flour tmrw @shop",
    "Buy 12 eggs and 2 kg flour",
    { due: "2026-11-26", tags: ["shop"] },
  ],
  [
    "sat 5 dec 14:00 Ella party, bring 3 gifts",
    "Ella party, bring 3 gifts",
    { due: "2026-12-05T14:00" },
  ],
  [
    "Friday 4pm: sign 3 contracts p1 +Dora",
    "sign 3 contracts",
    { due: "2026-11-27T16:00", priority: 1, assignee: "Dora" },
  ],
  [
    "on-call handoff, mon 9am, @ops, p2",
    "on-call handoff",
    { due: "2026-11-30T09:00", priority: 2, tags: ["ops"] },
  ],
  [
    "deploy api v3.2 thu 22:00 p1 !1 hour before @ops",
    "deploy api v3.2",
    { due: "2026-11-26T22:00", priority: 1, tags: ["ops"], reminders: [-60] },
  ],
  ["monday 2nd floor fire drill 11:00", "2nd floor fire drill", { due: "2026-11-30T11:00" }],
  [
    "return 9/11 documentary to library on sat",
    "return 9/11 documentary to library",
    { due: "2026-11-28" },
  ],
  [
    "25 dec 13:00 lunch for 12 people at Nan's",
    "lunch for 12 people at Nan's",
    { due: "2026-12-25T13:00" },
  ],
];

const inBerlinProjects: Row[] = [
  [
    "Pay rent every month on the 1st at 9:00 #Home p1 @bills !1 day before",
    "Pay rent",
    {
      due: "2026-12-01T09:00",
      priority: 1,
      tags: ["bills"],
      project: "Home",
      rrule: "FREQ=MONTHLY;BYMONTHDAY=1",
      reminders: [-1440],
    },
  ],
  [
    "p1 tomorrow 8:30 for 30min call Siemens #Work +jo !15 min before",
    "call Siemens",
    {
      due: "2026-11-26T08:30",
      duration: 30,
      priority: 1,
      project: "Work",
      assignee: "jo",
      reminders: [-15],
    },
  ],
  [
    "#Garden every other saturday 10am mow lawn for 1h",
    "mow lawn",
    {
      due: "2026-11-28T10:00",
      duration: 60,
      project: "Garden",
      rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
    },
  ],
  [
    "Serve notice on Acme Corp. by 11 Dec p1 #Work {14 dec}",
    "Serve notice on Acme Corp.",
    { due: "2026-12-11", deadline: "2026-12-14", priority: 1, project: "Work" },
  ],
  [
    "every! 2 weeks starting 1 dec wash car for 45min #Home",
    "wash car",
    {
      due: "2026-12-01",
      duration: 45,
      project: "Home",
      rrule: "FREQ=WEEKLY;INTERVAL=2",
      anchor: "completion",
    },
  ],
];

const inNewYorkFriday: Row[] = [
  [
    "call gran every sunday 5pm @family !10 min before",
    "call gran",
    { due: "2026-11-29T17:00", tags: ["family"], rrule: "FREQ=WEEKLY;BYDAY=SU", reminders: [-10] },
  ],
  [
    "ski tickets sat 9am p3 for 2h",
    "ski tickets",
    { due: "2026-11-28T09:00", duration: 120, priority: 3 },
  ],
];

export const mixed = [
  ...casesOf("mixed", inBerlin, berlin),
  ...casesOf("mixed", inNewYork, newYork),
  ...casesOf("mixed", inLondon, london),
  ...casesOf("mixed", inBerlinPlain, berlinPlain),
  ...casesOf("mixed", inBerlinProjects, berlinProjects),
  ...casesOf("mixed", inNewYorkFriday, newYorkFriday),
];
