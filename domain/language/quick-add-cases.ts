// What people type and what it means, on Wednesday 25 November 2026 at 10:00 in Berlin. Used by quick-add.test.ts.

import type { Trigger } from "../reminder.ts";

/**
 * `due` without a time is a full day, with one a floating wall clock; `fixed` names the zone. A reminder that is a number
 * is minutes from the due, a text a floating wall clock. What is not named is none.
 */
export type Meaning = {
  due?: string;
  fixed?: string;
  deadline?: string;
  duration?: number;
  priority?: number;
  tags?: string[];
  project?: string;
  assignee?: string;
  rrule?: string;
  anchor?: "completion";
  reminders?: (number | string | Trigger)[];
};

/** The line, the title left of it, and the rest. */
export type QuickAddCase = [line: string, title: string, meaning: Meaning];

export const days: QuickAddCase[] = [
  ["buy milk", "buy milk", {}],
  ["buy milk today", "buy milk", { due: "2026-11-25" }],
  ["buy milk tomorrow", "buy milk", { due: "2026-11-26" }],
  ["buy milk tmrw", "buy milk", { due: "2026-11-26" }],
  ["buy milk tommorow", "buy milk", { due: "2026-11-26" }],
  ["call day after tomorrow", "call", { due: "2026-11-27" }],
  ["Tomorrow: call mum", "call mum", { due: "2026-11-26" }],
  ["call mum (tomorrow)", "call mum", { due: "2026-11-26" }],
  ["Buy milk tomorrow.", "Buy milk", { due: "2026-11-26" }],
  ["Buy milk, tomorrow, for Bob", "Buy milk, for Bob", { due: "2026-11-26" }],
  ["CALL MUM TOMORROW AT 5PM", "CALL MUM", { due: "2026-11-26T17:00" }],
  ["Call Mom Tomorrow About Dinner", "Call Mom About Dinner", { due: "2026-11-26" }],
  ["report by friday", "report", { due: "2026-11-27" }],
  ["essay due: friday", "essay", { due: "2026-11-27" }],
  ["gym wed", "gym", { due: "2026-12-02" }],
  ["party on sat", "party", { due: "2026-11-28" }],
  ["this friday drinks", "drinks", { due: "2026-11-27" }],
  ["dentist next friday", "dentist", { due: "2026-12-04" }],
  ["call friday week", "call", { due: "2026-12-04" }],
  ["present monday next week", "present", { due: "2026-11-30" }],
  ["gym this weekend", "gym", { due: "2026-11-28" }],
  ["hike next weekend", "hike", { due: "2026-12-05" }],
  ["plan trip next week", "plan trip", { due: "2026-11-30" }],
  ["plan trip next month", "plan trip", { due: "2026-12-01" }],
  ["invoice end of month", "invoice", { due: "2026-11-30" }],
  ["end of next week report", "report", { due: "2026-12-06" }],
  ["bonus end of year", "bonus", { due: "2026-12-31" }],
  ["renew passport in 3 weeks", "renew passport", { due: "2026-12-16" }],
  ["renew passport in 3 months", "renew passport", { due: "2027-02-25" }],
  ["ship in 2 business days", "ship", { due: "2026-11-27" }],
  ["ping Ann in a couple of days", "ping Ann", { due: "2026-11-27" }],
  ["call a week from friday", "call", { due: "2026-12-04" }],
  ["review two weeks from tomorrow", "review", { due: "2026-12-10" }],
  ["pay rent on dec 1", "pay rent", { due: "2026-12-01" }],
  ["pay rent 1 dec", "pay rent", { due: "2026-12-01" }],
  ["pay rent 24 nov", "pay rent", { due: "2027-11-24" }],
  ["fly Dec 24, 2027", "fly", { due: "2027-12-24" }],
  ["wrap gifts 12/24", "wrap gifts", { due: "2026-12-24" }],
  ["wrap gifts 24/12/2026", "wrap gifts", { due: "2026-12-24" }],
  ["meeting on 3.12.2026", "meeting", { due: "2026-12-03" }],
  ["2026-12-24 wrap gifts", "wrap gifts", { due: "2026-12-24" }],
  ["pay bill on the 5th", "pay bill", { due: "2026-12-05" }],
  ["visit friday the 27th", "visit", { due: "2026-11-27" }],
  ["friday 27 november call", "call", { due: "2026-11-27" }],
  ["pay rent the 1st of next month", "pay rent", { due: "2026-12-01" }],
  ["invoice on the last day of the month", "invoice", { due: "2026-11-30" }],
  ["visit Rome in March", "visit Rome", { due: "2027-03-01" }],
  ["mid january review", "review", { due: "2027-01-15" }],
  ["buy presents by christmas", "buy presents", { due: "2026-12-25" }],
  ["prepare monday report by friday", "prepare monday report", { due: "2026-11-27" }],
  ["submit report end of day friday", "submit report", { due: "2026-11-27" }],
  ["pay electricity bill 28th", "pay electricity bill", { due: "2026-11-28" }],
  ["visit mom next month on the 5th", "visit mom", { due: "2026-12-05" }],
  ["clean garage over the weekend", "clean garage", { due: "2026-11-28" }],
  ["party 29 feb", "party", { due: "2028-02-29" }],
];

export const times: QuickAddCase[] = [
  ["call mum 5pm", "call mum", { due: "2026-11-25T17:00" }],
  ["call mum at 9am", "call mum", { due: "2026-11-26T09:00" }],
  ["call mum at 5", "call mum", { due: "2026-11-25T17:00" }],
  ["call mum at 9", "call mum", { due: "2026-11-26T09:00" }],
  ["call mum at 9 tonight", "call mum", { due: "2026-11-25T21:00" }],
  ["call mum at 17:30", "call mum", { due: "2026-11-25T17:30" }],
  ["call mum half past six", "call mum", { due: "2026-11-25T18:30" }],
  ["pick up kids at quarter to 4", "pick up kids", { due: "2026-11-25T15:45" }],
  ["wake up at 6:30", "wake up", { due: "2026-11-26T06:30" }],
  ["dinner saturday at 8", "dinner", { due: "2026-11-28T20:00" }],
  ["dentist friday 3:30pm", "dentist", { due: "2026-11-27T15:30" }],
  ["dinner 8pm sat", "dinner", { due: "2026-11-28T20:00" }],
  ["lunch @ 1pm", "lunch", { due: "2026-11-25T13:00" }],
  ["meet @5pm @work", "meet", { due: "2026-11-25T17:00", tags: ["work"] }],
  ["lunch tomorrow noon", "lunch", { due: "2026-11-26T12:00" }],
  ["party at midnight", "party", { due: "2026-11-26T00:00" }],
  ["call mum tonight", "call mum", { due: "2026-11-25T20:00" }],
  ["tomorrow morning run", "run", { due: "2026-11-26T09:00" }],
  ["run in the morning", "run", { due: "2026-11-26T09:00" }],
  ["mow lawn on Saturday afternoon", "mow lawn", { due: "2026-11-28T15:00" }],
  ["film sunday night", "film", { due: "2026-11-29T22:00" }],
  ["this evening call", "call", { due: "2026-11-25T19:00" }],
  ["first thing tomorrow call the bank", "call the bank", { due: "2026-11-26T09:00" }],
  ["dinner at 7 in the evening", "dinner", { due: "2026-11-25T19:00" }],
  ["call Bob in 20 minutes", "call Bob", { due: "2026-11-25T10:20" }],
  ["stretch in an hour", "stretch", { due: "2026-11-25T11:00" }],
  ["ping team in 2 hours and 30 minutes", "ping team", { due: "2026-11-25T12:30" }],
  ["ping team 2 hours from now", "ping team", { due: "2026-11-25T12:00" }],
  ["turn in homework first thing monday morning", "turn in homework", { due: "2026-11-30T09:00" }],
  ["coffee w/ sam tues 4p", "coffee w/ sam", { due: "2026-12-01T16:00" }],
  ["buy tickets for 8pm show on friday", "buy tickets for 8pm show", { due: "2026-11-27" }],
  ["sync at 1730", "sync", { due: "2026-11-25T17:30" }],
  ["meet Bob 2-3pm friday", "meet Bob", { due: "2026-11-27T14:00", duration: 60 }],
  ["meet from 2pm to 4pm on monday", "meet", { due: "2026-11-30T14:00", duration: 120 }],
  [
    "standup 9am PST tomorrow",
    "standup",
    { due: "2026-11-26T09:00", fixed: "America/Los_Angeles" },
  ],
  ["call at 17:30 Europe/London", "call", { due: "2026-11-25T17:30", fixed: "Europe/London" }],
  ["2026-12-24T18:00 dinner", "dinner", { due: "2026-12-24T18:00" }],
];

export const marks: QuickAddCase[] = [
  [
    "buy groceries tomorrow 5pm #home p1",
    "buy groceries",
    { due: "2026-11-26T17:00", tags: ["home"], priority: 1 },
  ],
  ["submit taxes {1 dec} #work", "submit taxes", { deadline: "2026-12-01", project: "Work" }],
  ["clean desk #home office", "clean desk", { project: "Home Office" }],
  ["buy milk #Errands #errands", "buy milk", { tags: ["Errands"] }],
  ["fix bug #42 today", "fix bug #42", { due: "2026-11-25" }],
  ["email bob@example.com tomorrow", "email bob@example.com", { due: "2026-11-26" }],
  ["write post for 45min tomorrow", "write post", { due: "2026-11-26", duration: 45 }],
  ["work out for an hour at 6pm", "work out", { due: "2026-11-25T18:00", duration: 60 }],
  ["bake for 1h30 tomorrow", "bake", { due: "2026-11-26", duration: 90 }],
  ["nap for half an hour", "nap", { duration: 30 }],
  [
    "p3 @calls call insurance tomorrow at 10",
    "call insurance",
    {
      due: "2026-11-26T10:00",
      priority: 3,
      tags: ["calls"],
    },
  ],
  ["call insurance priority 2", "call insurance", { priority: 2 }],
  ["buy milk high priority", "buy milk", { priority: 1 }],
  ['watch "Friday Night Lights" friday', "watch Friday Night Lights", { due: "2026-11-27" }],
  ['read "Dune" tomorrow', 'read "Dune"', { due: "2026-11-26" }],
  [String.raw`watch \friday movie`, "watch friday movie", {}],
  ['buy "p1" sticker', "buy p1 sticker", {}],
];

/** Words that only look like a date, a time or a mark: the title stays whole. */
export const notDates: string[] = [
  "The 5th Wave",
  "The 9/11 Report",
  "Renovation – 2nd Floor Bath",
  "check money",
  "Mark, Jane, Decide",
  "Buy 40th birthday gift",
  "Read Tomorrow's paper",
  "March for science",
  "May I borrow a ladder",
  "Pay April",
  "call Jan",
  "Call Tom",
  "The cat sat on the mat",
  "Buy sun cream",
  "Black Friday deals",
  "Watch Saturday Night Live",
  "Watch Friday the 13th",
  "Buy tickets for Today Show",
  "High Noon",
  "Morning routine",
  "good morning email",
  "fix lamp on the 5th floor",
  "take pill at 5 Downing Street",
  "Prepare for the 5pm meeting",
  "prepare my monday outfit",
  "the monday meeting notes",
  "open until 5pm",
  "since monday bug",
  "support 24/7",
  "buy 1/2 cup sugar",
  "16:9 monitor",
  "10 may be late",
  "raise prices by 10",
  "Buy 2 apples",
  "iPhone 15 case",
  "rent car for 3 days",
  "call 3-4 people",
  "Read Henry the 8th",
  "call 555-1234",
  "31 feb party",
  "visit https://example.com/today",
  "review high priority bugs",
  "buy christmas presents",
  "task {not a date}",
];
