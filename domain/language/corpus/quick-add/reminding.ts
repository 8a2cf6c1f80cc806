// When to remind, as people say it. Read by all.ts.
import { casesOf, newYork, type Row } from "./case.ts";

const friday3pm = "2026-11-27T15:00";

const inBerlin: Row[] = [
  ["exam friday 3pm !10 min before", "exam", { due: friday3pm, reminders: [-10] }],
  ["exam friday 3pm !10 minutes before", "exam", { due: friday3pm, reminders: [-10] }],
  ["exam friday 3pm !10min", "exam", { due: friday3pm, reminders: [-10] }],
  ["exam friday 3pm !10 mins", "exam", { due: friday3pm, reminders: [-10] }],
  ["exam friday 3pm !2h", "exam", { due: friday3pm, reminders: [-120] }],
  ["exam friday 3pm !2 hours before", "exam", { due: friday3pm, reminders: [-120] }],
  ["exam friday 3pm !1.5 hours before", "exam", { due: friday3pm, reminders: [-90] }],
  ["exam friday 3pm !half an hour before", "exam", { due: friday3pm, reminders: [-30] }],
  ["exam friday 3pm !one day before", "exam", { due: friday3pm, reminders: [-1440] }],
  ["exam friday 3pm !1 week before", "exam", { due: friday3pm, reminders: [-10080] }],
  ["exam friday 3pm !1w", "exam", { due: friday3pm, reminders: [-10080] }],
  ["!1h exam friday 3pm", "exam", { due: friday3pm, reminders: [-60] }],
  ["exam !1h friday 3pm", "exam", { due: friday3pm, reminders: [-60] }],
  ["exam friday 3pm, !1h", "exam", { due: friday3pm, reminders: [-60] }],
  ["exam friday 3pm !14:00", "exam", { due: friday3pm, reminders: ["2026-11-27T14:00"] }],
  ["exam !14:00 friday 3pm", "exam", { due: friday3pm, reminders: ["2026-11-27T14:00"] }],
  ["exam friday 3pm !2pm", "exam", { due: friday3pm, reminders: ["2026-11-27T14:00"] }],
  ["exam friday 3pm !2:15pm", "exam", { due: friday3pm, reminders: ["2026-11-27T14:15"] }],
  ["exam friday 3pm !noon", "exam", { due: friday3pm, reminders: ["2026-11-27T12:00"] }],
  ["exam friday 3pm !tomorrow 9am", "exam", { due: friday3pm, reminders: ["2026-11-26T09:00"] }],
  ["exam friday 3pm !thu 18:00", "exam", { due: friday3pm, reminders: ["2026-11-26T18:00"] }],
  ["exam friday 3pm !1d !1h !10m", "exam", { due: friday3pm, reminders: [-1440, -60, -10] }],
  [
    "exam friday 3pm !1 day before !14:00",
    "exam",
    {
      due: friday3pm,
      reminders: [-1440, "2026-11-27T14:00"],
    },
  ],
  ["exam on friday !9:00", "exam", { due: "2026-11-27", reminders: ["2026-11-27T09:00"] }],
  ["exam on friday !1d", "exam", { due: "2026-11-27", reminders: [-1440] }],
  ["buy ticket !17:00", "buy ticket", { reminders: ["2026-11-25T17:00"] }],
  ["buy ticket !8am", "buy ticket", { reminders: ["2026-11-26T08:00"] }],
  ["exam friday 3pm remind me 30 minutes before", "exam", { due: friday3pm, reminders: [-30] }],
  ["exam friday 3pm remind me 30 min early", "exam", { due: friday3pm, reminders: [-30] }],
  ["exam friday 3pm, remind me an hour before", "exam", { due: friday3pm, reminders: [-60] }],
  ["exam friday 3pm and remind me 1 day before", "exam", { due: friday3pm, reminders: [-1440] }],
  ["exam friday 3pm reminder 15 min before", "exam", { due: friday3pm, reminders: [-15] }],
  ["exam friday 3pm with a reminder 15 min before", "exam", { due: friday3pm, reminders: [-15] }],
  ["exam friday 3pm remind me two days before", "exam", { due: friday3pm, reminders: [-2880] }],
  ["exam friday 3pm remind me a week before", "exam", { due: friday3pm, reminders: [-10080] }],
  ["exam friday 3pm alert 5 min before", "exam", { due: friday3pm, reminders: [-5] }],
  ["remind me 20 min before exam friday 3pm", "exam", { due: friday3pm, reminders: [-20] }],
  [
    "exam friday 3pm remind me 1h before and 10 min before",
    "exam",
    {
      due: friday3pm,
      reminders: [-60, -10],
    },
  ],
  [
    "gym every monday 7am !30m",
    "gym",
    {
      due: "2026-11-30T07:00",
      rrule: "FREQ=WEEKLY;BYDAY=MO",
      reminders: [-30],
    },
  ],
  [
    "gym every monday 7am !1h before",
    "gym",
    {
      due: "2026-11-30T07:00",
      rrule: "FREQ=WEEKLY;BYDAY=MO",
      reminders: [-60],
    },
  ],
  [
    "rent every 1st !9:00",
    "rent",
    {
      due: "2026-12-01",
      rrule: "FREQ=MONTHLY;BYMONTHDAY=1",
      reminders: ["2026-12-01T09:00"],
    },
  ],
  [
    "grant {15 dec} !1 week before",
    "grant",
    {
      deadline: "2026-12-15",
      reminders: [{ kind: "relative", to: "deadline", minutes: -10080 }],
    },
  ],
  [
    "grant {15 dec} !1 week before deadline",
    "grant",
    {
      deadline: "2026-12-15",
      reminders: [{ kind: "relative", to: "deadline", minutes: -10080 }],
    },
  ],
  [
    "grant monday {15 dec} !2h",
    "grant",
    {
      due: "2026-11-30",
      deadline: "2026-12-15",
      reminders: [-120],
    },
  ],
  ["wow! 30 cats", "wow! 30 cats", {}],
  ["fix !important css", "fix !important css", {}],
  ["fix the !=14 check", "fix the !=14 check", {}],
];

const inNewYork: Row[] = [
  ["recital at 6pm !45min", "recital", { due: "2026-03-10T18:00", reminders: [-45] }],
  [
    "recital tomorrow at 6pm !5:30pm",
    "recital",
    {
      due: "2026-03-11T18:00",
      reminders: ["2026-03-11T17:30"],
    },
  ],
  ["recital !1:00pm", "recital", { reminders: ["2026-03-11T13:00"] }],
];

export const reminding = [
  ...casesOf("reminder", inBerlin),
  ...casesOf("reminder", inNewYork, newYork),
];
