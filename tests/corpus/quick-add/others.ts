// Lines of other people that were read wrongly once, each with its neighbours. Read by all.ts.
import { casesOf, plainCases, type Row } from "./case.ts";
import { berlin } from "./worlds.ts";

/** Wednesday, ten in the morning. */
const evenings: Row[] = [
  ["watch film tonight at 10:30", "watch film", { due: "2026-11-25T22:30" }],
  ["watch film at 10:30 tonight", "watch film", { due: "2026-11-25T22:30" }],
  ["go to bed at 11:30", "go to bed", { due: "2026-11-25T23:30" }],
  ["standup at 10:30", "standup", { due: "2026-11-25T10:30" }],
  ["standup tomorrow at 11:30", "standup", { due: "2026-11-26T11:30" }],
  ["backup server tonight at midnight", "backup server", { due: "2026-11-26T00:00" }],
  ["take pill tonight at 1am", "take pill", { due: "2026-11-26T01:00" }],
  ["take pill at 2am tonight", "take pill", { due: "2026-11-26T02:00" }],
  ["call bob today at 8:30", "call bob", { due: "2026-11-25T20:30" }],
  ["call bob today at 11", "call bob", { due: "2026-11-25T11:00" }],
];

const afternoon = { ...berlin, now: "2026-11-25T14:05:00.000Z" };

const weeks: Row[] = [
  ["dentist friday in two weeks", "dentist", { due: "2026-12-11" }],
  ["dentist thursday in 2 weeks at 9", "dentist", { due: "2026-12-10T09:00" }],
  ["dentist in 2 weeks on friday", "dentist", { due: "2026-12-11" }],
  ["dentist in 2 weeks", "dentist", { due: "2026-12-09" }],
  ["call bob 2 days before christmas", "call bob", { due: "2026-12-23" }],
  ["pack 1 day before friday", "pack", { due: "2026-11-26" }],
  ["order cake a week before christmas eve", "order cake", { due: "2026-12-17" }],
];

const inMonths: Row[] = [
  ["hand in form second thursday in march", "hand in form", { due: "2027-03-11" }],
  ["hand in form on the last friday of next month", "hand in form", { due: "2026-12-25" }],
  ["hand in form the first monday of december", "hand in form", { due: "2026-12-07" }],
  ["hand in form 2nd tuesday of march 2028", "hand in form", { due: "2028-03-14" }],
  ["hand in form 14th day of june", "hand in form", { due: "2027-06-14" }],
  ["hand in form 5th of next month", "hand in form", { due: "2026-12-05" }],
  ["Call the 21st at 8", "Call", { due: "2026-12-21T08:00" }],
  ["call bob the 21st at 8", "call bob", { due: "2026-12-21T08:00" }],
  ["call bob second thursday in march at 9", "call bob", { due: "2027-03-11T09:00" }],
];

const places: Row[] = [
  [
    "bins out every month on the second last thursday",
    "bins out",
    { due: "2026-12-24", rrule: "FREQ=MONTHLY;BYDAY=-2TH" },
  ],
  [
    "bins out every month on the 3rd last day",
    "bins out",
    { due: "2026-11-28", rrule: "FREQ=MONTHLY;BYMONTHDAY=-3" },
  ],
];

export const others = [
  ...casesOf("time", evenings, berlin),
  ...casesOf(
    "time",
    [
      ["call bob today at 8:30", "call bob", { due: "2026-11-25T20:30" }],
      ["call bob today at 4", "call bob", { due: "2026-11-25T16:00" }],
    ],
    afternoon,
  ),
  ...casesOf("day", weeks, berlin),
  ...casesOf("day", inMonths, berlin),
  ...casesOf("recurrence", places, berlin),
  ...plainCases(
    "negative",
    [
      "Prepare slides for Monday standup",
      "bake bread for saturday brunch",
      "sort photos from 2019",
      "at 2019 prices compare",
      "list receipts from 2024",
    ],
    berlin,
  ),
];
