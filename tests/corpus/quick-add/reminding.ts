// When to remind, as people say it. Read by all.ts.
import { casesOf, plainCases, type Row } from "./case.ts";
import {
  berlin,
  berlinPlain,
  berlinNewYearsEve,
  londonAutumn,
  newYork,
  newYorkFriday,
  tokyo,
} from "./worlds.ts";

const inBerlin: Row[] = [
  [
    "milk tomorrow 5pm !evening before",
    "milk",
    { due: "2026-11-26T17:00", reminders: ["2026-11-25T19:00"] },
  ],
  [
    "milk tomorrow 5pm remind me the day before at 6pm",
    "milk",
    { due: "2026-11-26T17:00", reminders: ["2026-11-25T18:00"] },
  ],
  ["milk !1 dec 9:00", "milk", { reminders: ["2026-12-01T09:00"] }],
  ["call mum !30 min before", "call mum", { reminders: [-30] }],
  [
    "meeting friday 3pm remind me 1 hour before",
    "meeting",
    { due: "2026-11-27T15:00", reminders: [-60] },
  ],
  [
    "meeting friday 3pm with a reminder 10 min before",
    "meeting",
    { due: "2026-11-27T15:00", reminders: [-10] },
  ],
  [
    "meeting friday 3pm !14:00",
    "meeting",
    { due: "2026-11-27T15:00", reminders: ["2026-11-27T14:00"] },
  ],
  [
    "meeting friday !1d !9am",
    "meeting",
    { due: "2026-11-27", reminders: [-1440, "2026-11-27T09:00"] },
  ],
  ["buy milk !14:00", "buy milk", { reminders: ["2026-11-25T14:00"] }],
  [
    "submit {1 dec} !2 days before",
    "submit",
    { deadline: "2026-12-01", reminders: [{ kind: "relative", to: "deadline", minutes: -2880 }] },
  ],
  [
    "submit report {1 dec} remind me 2 days before the deadline",
    "submit report",
    { deadline: "2026-12-01", reminders: [{ kind: "relative", to: "deadline", minutes: -2880 }] },
  ],
  [
    "call mum tomorrow 5pm !30 min before",
    "call mum",
    { due: "2026-11-26T17:00", reminders: [-30] },
  ],
  ["call mum tomorrow 5pm !30m", "call mum", { due: "2026-11-26T17:00", reminders: [-30] }],
  ["call mum tomorrow 5pm !30min", "call mum", { due: "2026-11-26T17:00", reminders: [-30] }],
  ["call mum tomorrow 5pm !1h", "call mum", { due: "2026-11-26T17:00", reminders: [-60] }],
  [
    "call mum tomorrow 5pm !1 hour before",
    "call mum",
    { due: "2026-11-26T17:00", reminders: [-60] },
  ],
  ["call mum tomorrow 5pm !1h30", "call mum", { due: "2026-11-26T17:00", reminders: [-90] }],
  [
    "call mum tomorrow 5pm !2 days before",
    "call mum",
    { due: "2026-11-26T17:00", reminders: [-2880] },
  ],
  ["call mum tomorrow 5pm !2d", "call mum", { due: "2026-11-26T17:00", reminders: [-2880] }],
  [
    "call mum tomorrow 5pm !1 week before",
    "call mum",
    { due: "2026-11-26T17:00", reminders: [-10080] },
  ],
  [
    "call mum tomorrow 5pm !an hour before",
    "call mum",
    { due: "2026-11-26T17:00", reminders: [-60] },
  ],
  [
    "call mum tomorrow 5pm !half an hour before",
    "call mum",
    { due: "2026-11-26T17:00", reminders: [-30] },
  ],
  [
    "call mum tomorrow 5pm !14:00",
    "call mum",
    { due: "2026-11-26T17:00", reminders: ["2026-11-26T14:00"] },
  ],
  [
    "call mum tomorrow 5pm !2pm",
    "call mum",
    { due: "2026-11-26T17:00", reminders: ["2026-11-26T14:00"] },
  ],
  [
    "call mum tomorrow 5pm !at 2pm",
    "call mum",
    { due: "2026-11-26T17:00", reminders: ["2026-11-26T14:00"] },
  ],
  [
    "call mum tomorrow 5pm !30m !1d",
    "call mum",
    { due: "2026-11-26T17:00", reminders: [-30, -1440] },
  ],
  ["call mum tomorrow !9:30", "call mum", { due: "2026-11-26", reminders: ["2026-11-26T09:30"] }],
  ["call mum !18:00", "call mum", { reminders: ["2026-11-25T18:00"] }],
  ["call mum !9:00", "call mum", { reminders: ["2026-11-26T09:00"] }],
  ["!30m call mum tomorrow 5pm", "call mum", { due: "2026-11-26T17:00", reminders: [-30] }],
  [
    "call mum !15 min before tomorrow 5pm",
    "call mum",
    { due: "2026-11-26T17:00", reminders: [-15] },
  ],
  [
    "flight friday 6am remind me 3 hours before",
    "flight",
    { due: "2026-11-27T06:00", reminders: [-180] },
  ],
  [
    "flight friday 6am, remind me 3 hours before",
    "flight",
    { due: "2026-11-27T06:00", reminders: [-180] },
  ],
  [
    "flight friday 6am and remind me the day before",
    "flight",
    { due: "2026-11-27T06:00", reminders: [-1440] },
  ],
  [
    "flight friday 6am with a reminder 2 hours before",
    "flight",
    { due: "2026-11-27T06:00", reminders: [-120] },
  ],
  [
    "flight friday 6am with reminder 2h before",
    "flight",
    { due: "2026-11-27T06:00", reminders: [-120] },
  ],
  [
    "flight friday 6am reminder 2h before",
    "flight",
    { due: "2026-11-27T06:00", reminders: [-120] },
  ],
  [
    "flight friday 6am reminder: 1 day before",
    "flight",
    { due: "2026-11-27T06:00", reminders: [-1440] },
  ],
  [
    "flight friday 6am alert me 90 minutes before",
    "flight",
    { due: "2026-11-27T06:00", reminders: [-90] },
  ],
  [
    "flight friday 6am notify me 1 hour early",
    "flight",
    { due: "2026-11-27T06:00", reminders: [-60] },
  ],
  [
    "remind me 1 hour before flight friday 6am",
    "flight",
    { due: "2026-11-27T06:00", reminders: [-60] },
  ],
  [
    "remind me an hour before it's due: flight friday 6am",
    "flight",
    { due: "2026-11-27T06:00", reminders: [-60] },
  ],
  [
    "flight friday 6am remind me 1 hour before and 1 day before",
    "flight",
    { due: "2026-11-27T06:00", reminders: [-60, -1440] },
  ],
  [
    "submit thesis {1 dec} !3 days before",
    "submit thesis",
    { deadline: "2026-12-01", reminders: [{ kind: "relative", to: "deadline", minutes: -4320 }] },
  ],
  [
    "submit thesis {1 dec} remind me 3 days before the deadline",
    "submit thesis",
    { deadline: "2026-12-01", reminders: [{ kind: "relative", to: "deadline", minutes: -4320 }] },
  ],
  [
    "submit thesis friday {1 dec} !3 days before deadline",
    "submit thesis",
    {
      due: "2026-11-27",
      deadline: "2026-12-01",
      reminders: [{ kind: "relative", to: "deadline", minutes: -4320 }],
    },
  ],
  [
    "submit thesis friday {1 dec} !1d",
    "submit thesis",
    { due: "2026-11-27", deadline: "2026-12-01", reminders: [-1440] },
  ],
  [
    "meeting 9am PST tomorrow !15m",
    "meeting",
    { due: "2026-11-26T09:00", fixed: "America/Los_Angeles", reminders: [-15] },
  ],
  [
    "meeting 9am PST tomorrow !8:00",
    "meeting",
    {
      due: "2026-11-26T09:00",
      fixed: "America/Los_Angeles",
      reminders: [
        {
          kind: "wall",
          when: { kind: "fixed", at: "2026-11-26T08:00", zone: "America/Los_Angeles" },
        },
      ],
    },
  ],
  [
    "meeting tomorrow 10-11am !10 min before p1 #work +bob",
    "meeting",
    {
      due: "2026-11-26T10:00",
      duration: 60,
      priority: 1,
      project: "Work",
      assignee: "bob",
      reminders: [-10],
    },
  ],
  [
    "buy ticket tomorrow 8pm !at 7",
    "buy ticket",
    { due: "2026-11-26T20:00", reminders: ["2026-11-26T07:00"] },
  ],
  ["meeting tomorrow at 3 ! 15 min", "meeting", { due: "2026-11-26T15:00", reminders: [-15] }],
  [
    "meeting tomorrow at 3 remind me when it's due",
    "meeting",
    { due: "2026-11-26T15:00", reminders: [0] },
  ],
  [
    "party sat 8pm !1h before !2 days before",
    "party",
    { due: "2026-11-28T20:00", reminders: [-60, -2880] },
  ],
  ["exam friday 3pm !10 min before", "exam", { due: "2026-11-27T15:00", reminders: [-10] }],
  ["exam friday 3pm !10 minutes before", "exam", { due: "2026-11-27T15:00", reminders: [-10] }],
  ["exam friday 3pm !10min", "exam", { due: "2026-11-27T15:00", reminders: [-10] }],
  ["exam friday 3pm !10 mins", "exam", { due: "2026-11-27T15:00", reminders: [-10] }],
  ["exam friday 3pm !2h", "exam", { due: "2026-11-27T15:00", reminders: [-120] }],
  ["exam friday 3pm !2 hours before", "exam", { due: "2026-11-27T15:00", reminders: [-120] }],
  ["exam friday 3pm !1.5 hours before", "exam", { due: "2026-11-27T15:00", reminders: [-90] }],
  ["exam friday 3pm !half an hour before", "exam", { due: "2026-11-27T15:00", reminders: [-30] }],
  ["exam friday 3pm !one day before", "exam", { due: "2026-11-27T15:00", reminders: [-1440] }],
  ["exam friday 3pm !1 week before", "exam", { due: "2026-11-27T15:00", reminders: [-10080] }],
  ["exam friday 3pm !1w", "exam", { due: "2026-11-27T15:00", reminders: [-10080] }],
  ["!1h exam friday 3pm", "exam", { due: "2026-11-27T15:00", reminders: [-60] }],
  ["exam !1h friday 3pm", "exam", { due: "2026-11-27T15:00", reminders: [-60] }],
  ["exam friday 3pm, !1h", "exam", { due: "2026-11-27T15:00", reminders: [-60] }],
  ["exam friday 3pm !14:00", "exam", { due: "2026-11-27T15:00", reminders: ["2026-11-27T14:00"] }],
  ["exam !14:00 friday 3pm", "exam", { due: "2026-11-27T15:00", reminders: ["2026-11-27T14:00"] }],
  ["exam friday 3pm !2pm", "exam", { due: "2026-11-27T15:00", reminders: ["2026-11-27T14:00"] }],
  ["exam friday 3pm !2:15pm", "exam", { due: "2026-11-27T15:00", reminders: ["2026-11-27T14:15"] }],
  ["exam friday 3pm !noon", "exam", { due: "2026-11-27T15:00", reminders: ["2026-11-27T12:00"] }],
  [
    "exam friday 3pm !tomorrow 9am",
    "exam",
    { due: "2026-11-27T15:00", reminders: ["2026-11-26T09:00"] },
  ],
  [
    "exam friday 3pm !thu 18:00",
    "exam",
    { due: "2026-11-27T15:00", reminders: ["2026-11-26T18:00"] },
  ],
  [
    "exam friday 3pm !1d !1h !10m",
    "exam",
    { due: "2026-11-27T15:00", reminders: [-1440, -60, -10] },
  ],
  [
    "exam friday 3pm !1 day before !14:00",
    "exam",
    { due: "2026-11-27T15:00", reminders: [-1440, "2026-11-27T14:00"] },
  ],
  ["exam on friday !9:00", "exam", { due: "2026-11-27", reminders: ["2026-11-27T09:00"] }],
  ["exam on friday !1d", "exam", { due: "2026-11-27", reminders: [-1440] }],
  ["buy ticket !17:00", "buy ticket", { reminders: ["2026-11-25T17:00"] }],
  ["buy ticket !8am", "buy ticket", { reminders: ["2026-11-26T08:00"] }],
  [
    "exam friday 3pm remind me 30 minutes before",
    "exam",
    { due: "2026-11-27T15:00", reminders: [-30] },
  ],
  ["exam friday 3pm remind me 30 min early", "exam", { due: "2026-11-27T15:00", reminders: [-30] }],
  [
    "exam friday 3pm, remind me an hour before",
    "exam",
    { due: "2026-11-27T15:00", reminders: [-60] },
  ],
  [
    "exam friday 3pm and remind me 1 day before",
    "exam",
    { due: "2026-11-27T15:00", reminders: [-1440] },
  ],
  ["exam friday 3pm reminder 15 min before", "exam", { due: "2026-11-27T15:00", reminders: [-15] }],
  [
    "exam friday 3pm with a reminder 15 min before",
    "exam",
    { due: "2026-11-27T15:00", reminders: [-15] },
  ],
  [
    "exam friday 3pm remind me two days before",
    "exam",
    { due: "2026-11-27T15:00", reminders: [-2880] },
  ],
  [
    "exam friday 3pm remind me a week before",
    "exam",
    { due: "2026-11-27T15:00", reminders: [-10080] },
  ],
  ["exam friday 3pm alert 5 min before", "exam", { due: "2026-11-27T15:00", reminders: [-5] }],
  [
    "remind me 20 min before exam friday 3pm",
    "exam",
    { due: "2026-11-27T15:00", reminders: [-20] },
  ],
  [
    "exam friday 3pm remind me 1h before and 10 min before",
    "exam",
    { due: "2026-11-27T15:00", reminders: [-60, -10] },
  ],
  [
    "gym every monday 7am !30m",
    "gym",
    { due: "2026-11-30T07:00", rrule: "FREQ=WEEKLY;BYDAY=MO", reminders: [-30] },
  ],
  [
    "gym every monday 7am !1h before",
    "gym",
    { due: "2026-11-30T07:00", rrule: "FREQ=WEEKLY;BYDAY=MO", reminders: [-60] },
  ],
  [
    "rent every 1st !9:00",
    "rent",
    { due: "2026-12-01", rrule: "FREQ=MONTHLY;BYMONTHDAY=1", reminders: ["2026-12-01T09:00"] },
  ],
  [
    "grant {15 dec} !1 week before",
    "grant",
    { deadline: "2026-12-15", reminders: [{ kind: "relative", to: "deadline", minutes: -10080 }] },
  ],
  [
    "grant {15 dec} !1 week before deadline",
    "grant",
    { deadline: "2026-12-15", reminders: [{ kind: "relative", to: "deadline", minutes: -10080 }] },
  ],
  [
    "grant monday {15 dec} !2h",
    "grant",
    { due: "2026-11-30", deadline: "2026-12-15", reminders: [-120] },
  ],
];

const plainInBerlin = ["wow! 30 cats", "fix !important css", "fix the !=14 check"];

const inNewYork: Row[] = [
  ["recital at 6pm !45min", "recital", { due: "2026-03-10T18:00", reminders: [-45] }],
  [
    "recital tomorrow at 6pm !5:30pm",
    "recital",
    { due: "2026-03-11T18:00", reminders: ["2026-03-11T17:30"] },
  ],
  ["recital !1:00pm", "recital", { reminders: ["2026-03-11T13:00"] }],
];

const inBerlinPlain: Row[] = [
  [
    "dentist tomorrow 15:00 !30 min before",
    "dentist",
    { due: "2026-11-26T15:00", reminders: [-30] },
  ],
  [
    "dentist tomorrow 15:00 !30min before",
    "dentist",
    { due: "2026-11-26T15:00", reminders: [-30] },
  ],
  [
    "!1 hour before flight to Oslo fri 7:40",
    "flight to Oslo",
    { due: "2026-11-27T07:40", reminders: [-60] },
  ],
  [
    "flight to Oslo fri 7:40am !3 hours before",
    "flight to Oslo",
    { due: "2026-11-27T07:40", reminders: [-180] },
  ],
  [
    "flight fri 7:40am !1 day before !2 hours before",
    "flight",
    { due: "2026-11-27T07:40", reminders: [-1440, -120] },
  ],
  ["pay rent 1 dec !1 day before", "pay rent", { due: "2026-12-01", reminders: [-1440] }],
  ["pay rent 1 dec !2 days before", "pay rent", { due: "2026-12-01", reminders: [-2880] }],
  [
    "Ann's birthday 12 dec !1 week before",
    "Ann's birthday",
    { due: "2026-12-12", reminders: [-10080] },
  ],
  ["call bank !14:00", "call bank", { reminders: ["2026-11-25T14:00"] }],
  ["!14:00 call bank", "call bank", { reminders: ["2026-11-25T14:00"] }],
  ["call bank !9am", "call bank", { reminders: ["2026-11-26T09:00"] }],
  ["call bank !4pm", "call bank", { reminders: ["2026-11-25T16:00"] }],
  [
    "submit report friday !14:00",
    "submit report",
    { due: "2026-11-27", reminders: ["2026-11-27T14:00"] },
  ],
  ["submit report !tomorrow 9:00", "submit report", { reminders: ["2026-11-26T09:00"] }],
  [
    "submit report fri !thursday 5pm",
    "submit report",
    { due: "2026-11-27", reminders: ["2026-11-26T17:00"] },
  ],
  [
    "meeting with counsel tomorrow at 11am remind me 15 minutes before",
    "meeting with counsel",
    { due: "2026-11-26T11:00", reminders: [-15] },
  ],
  [
    "meeting with counsel tomorrow at 11am, remind me 15 mins before",
    "meeting with counsel",
    { due: "2026-11-26T11:00", reminders: [-15] },
  ],
  [
    "remind me 15 minutes before meeting with counsel tomorrow 11am",
    "meeting with counsel",
    { due: "2026-11-26T11:00", reminders: [-15] },
  ],
  [
    "train to Leeds sat 8:12 remind me an hour before",
    "train to Leeds",
    { due: "2026-11-28T08:12", reminders: [-60] },
  ],
  [
    "train to Leeds sat 8:12 remind me half an hour before",
    "train to Leeds",
    { due: "2026-11-28T08:12", reminders: [-30] },
  ],
  [
    "passport appt 3 dec 10:00 remind me the day before",
    "passport appt",
    { due: "2026-12-03T10:00", reminders: [-1440] },
  ],
  [
    "passport appt 3 dec 10:00 remind me 1 day and 1 hour before",
    "passport appt",
    { due: "2026-12-03T10:00", reminders: [-1440, -60] },
  ],
  [
    "parents evening thurs 6pm with reminder 2h before",
    "parents evening",
    { due: "2026-11-26T18:00", reminders: [-120] },
  ],
  ["vet 4.30pm !10m before", "vet", { due: "2026-11-25T16:30", reminders: [-10] }],
  ["vet 4.30pm !10 minutes before", "vet", { due: "2026-11-25T16:30", reminders: [-10] }],
  [
    "board call mon 8am !45 mins before",
    "board call",
    { due: "2026-11-30T08:00", reminders: [-45] },
  ],
  [
    "take roast out at 18:30 !5 min before",
    "take roast out",
    { due: "2026-11-25T18:30", reminders: [-5] },
  ],
  ["!15min before standup tomorrow 9:15", "standup", { due: "2026-11-26T09:15", reminders: [-15] }],
  ["renew visa 15 jan !2 weeks before", "renew visa", { due: "2027-01-15", reminders: [-20160] }],
  [
    "renew visa 15 january, remind me a week before",
    "renew visa",
    { due: "2027-01-15", reminders: [-10080] },
  ],
  [
    "renew passport friday, remind me on thursday",
    "renew passport",
    { due: "2026-11-27", reminders: [{ kind: "wall", when: { kind: "day", at: "2026-11-26" } }] },
  ],
  [
    "send flowers fri remind me at 8am",
    "send flowers",
    { due: "2026-11-27", reminders: ["2026-11-27T08:00"] },
  ],
  ["remind me to call mum at 6", "call mum", { due: "2026-11-25T18:00", reminders: [0] }],
  [
    "remind me to water the plants tomorrow",
    "water the plants",
    { due: "2026-11-26", reminders: [0] },
  ],
  [
    "remind me in 20 minutes to check the oven",
    "check the oven",
    { due: "2026-11-25T10:20", reminders: [{ kind: "instant", at: "2026-11-25T09:20:00.000Z" }] },
  ],
  [
    "remind me tomorrow at 7am to bring the forms",
    "bring the forms",
    { due: "2026-11-26T07:00", reminders: [0] },
  ],
  [
    "remind me on friday to ring the council",
    "ring the council",
    { due: "2026-11-27", reminders: [0] },
  ],
  [
    "pick up cake sat 2pm !1h before",
    "pick up cake",
    { due: "2026-11-28T14:00", reminders: [-60] },
  ],
  [
    "check in online mon 6pm !at time",
    "check in online",
    { due: "2026-11-30T18:00", reminders: [0] },
  ],
  [
    "Physio every tuesday 10am !1 hour before",
    "Physio",
    { due: "2026-12-01T10:00", rrule: "FREQ=WEEKLY;BYDAY=TU", reminders: [-60] },
  ],
  [
    "bins every sunday 8pm !30 min before",
    "bins",
    { due: "2026-11-29T20:00", rrule: "FREQ=WEEKLY;BYDAY=SU", reminders: [-30] },
  ],
];

const plainInBerlinPlain = [
  "remind me to thank Bo",
  "Watch out! milk is off",
  "Finish it! 3 chapters left",
];

const inNewYorkFriday: Row[] = [
  ["movie 7pm !30 min before", "movie", { due: "2026-11-27T19:00", reminders: [-30] }],
  ["call HQ !21:00", "call HQ", { reminders: ["2026-11-27T21:00"] }],
  ["call HQ !6pm", "call HQ", { reminders: ["2026-11-28T18:00"] }],
];

const inBerlinNewYearsEve: Row[] = [
  [
    "watch countdown 23:55 !10 min before",
    "watch countdown",
    { due: "2026-12-31T23:55", reminders: [-10] },
  ],
];

const inTokyo: Row[] = [
  [
    "ward meeting 10:00 !1 hour before",
    "ward meeting",
    { due: "2026-11-26T10:00", reminders: [-60] },
  ],
  ["shift swap form !07:30", "shift swap form", { reminders: ["2026-11-26T07:30"] }],
];

const inLondonAutumn: Row[] = [
  [
    "sunday lunch at Pat's tomorrow 1pm !2 hours before",
    "sunday lunch at Pat's",
    { due: "2026-10-25T13:00", reminders: [-120] },
  ],
];

export const reminding = [
  ...casesOf("reminder", inBerlin, berlin),
  ...plainCases("reminder", plainInBerlin, berlin),
  ...casesOf("reminder", inNewYork, newYork),
  ...casesOf("reminder", inBerlinPlain, berlinPlain),
  ...plainCases("reminder", plainInBerlinPlain, berlinPlain),
  ...casesOf("reminder", inNewYorkFriday, newYorkFriday),
  ...casesOf("reminder", inBerlinNewYearsEve, berlinNewYearsEve),
  ...casesOf("reminder", inTokyo, tokyo),
  ...casesOf("reminder", inLondonAutumn, londonAutumn),
];
