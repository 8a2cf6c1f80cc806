// Lines that say when to remind and who is to do it, on Wednesday 25 November 2026 at 10:00 in Berlin. Read by all.ts.
import type { Row } from "./case.ts";

/** A number is minutes from the due, a text a floating wall clock. */
export const reminders: Row[] = [
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
    { reminders: [{ kind: "relative", to: "deadline", minutes: -2880 }], deadline: "2026-12-01" },
  ],
  [
    "submit report {1 dec} remind me 2 days before the deadline",
    "submit report",
    { reminders: [{ kind: "relative", to: "deadline", minutes: -2880 }], deadline: "2026-12-01" },
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
    { reminders: [{ kind: "relative", to: "deadline", minutes: -4320 }], deadline: "2026-12-01" },
  ],
  [
    "submit thesis {1 dec} remind me 3 days before the deadline",
    "submit thesis",
    { reminders: [{ kind: "relative", to: "deadline", minutes: -4320 }], deadline: "2026-12-01" },
  ],
  [
    "submit thesis friday {1 dec} !3 days before deadline",
    "submit thesis",
    {
      due: "2026-11-27",
      reminders: [{ kind: "relative", to: "deadline", minutes: -4320 }],
      deadline: "2026-12-01",
    },
  ],
  [
    "submit thesis friday {1 dec} !1d",
    "submit thesis",
    { due: "2026-11-27", reminders: [-1440], deadline: "2026-12-01" },
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
      reminders: [-10],
      duration: 60,
      priority: 1,
      project: "Work",
      assignee: "bob",
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
];

/** `+name`. */
export const people: Row[] = [
  ["review +bob", "review", { assignee: "bob" }],
  ["review plan +bob", "review plan", { assignee: "bob" }],
  ["+bob review plan tomorrow", "review plan", { due: "2026-11-26", assignee: "bob" }],
  ["review plan +bob +ann", "review plan", { assignee: "ann" }],
  ["review plan +Anna-Lena tomorrow", "review plan", { due: "2026-11-26", assignee: "Anna-Lena" }],
  ["review plan +bob.smith p2", "review plan", { priority: 2, assignee: "bob.smith" }],
  ['review plan +"Bob Smith"', "review plan", { assignee: "Bob Smith" }],
];
