// Repetition as people say it. Read by all.ts.
import { casesOf, london, newYork, type Row } from "./case.ts";

const everyDay = "FREQ=DAILY";
const workdays = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
const monWedFri = "FREQ=WEEKLY;BYDAY=MO,WE,FR";

const inBerlin: Row[] = [
  ["feed cat every day", "feed cat", { due: "2026-11-25", rrule: everyDay }],
  ["every day feed cat", "feed cat", { due: "2026-11-25", rrule: everyDay }],
  ["feed cat each day", "feed cat", { due: "2026-11-25", rrule: everyDay }],
  ["feed cat everyday", "feed cat", { due: "2026-11-25", rrule: everyDay }],
  ["feed cat daily at 6pm", "feed cat", { due: "2026-11-25T18:00", rrule: everyDay }],
  ["daily at 6pm feed cat", "feed cat", { due: "2026-11-25T18:00", rrule: everyDay }],
  ["feed cat at 6pm every day", "feed cat", { due: "2026-11-25T18:00", rrule: everyDay }],
  ["feed cat every day @ 7:30am", "feed cat", { due: "2026-11-26T07:30", rrule: everyDay }],
  ["feed cat every single day", "feed cat", { due: "2026-11-25", rrule: everyDay }],
  ["feed cat every evening at 8", "feed cat", { due: "2026-11-25T20:00", rrule: everyDay }],
  ["feed cat every morning at 7", "feed cat", { due: "2026-11-26T07:00", rrule: everyDay }],
  ["feed cat every afternoon", "feed cat", { due: "2026-11-25T15:00", rrule: everyDay }],
  ["feed cat every night", "feed cat", { due: "2026-11-25T22:00", rrule: everyDay }],
  ["feed cat nightly", "feed cat", { due: "2026-11-25T22:00", rrule: everyDay }],
  ["feed cat every day at noon", "feed cat", { due: "2026-11-25T12:00", rrule: everyDay }],
  ["feed cat every day in the evening", "feed cat", { due: "2026-11-25T19:00", rrule: everyDay }],
  ["feed cat every 2 days", "feed cat", { due: "2026-11-25", rrule: "FREQ=DAILY;INTERVAL=2" }],
  ["feed cat every two days", "feed cat", { due: "2026-11-25", rrule: "FREQ=DAILY;INTERVAL=2" }],
  ["feed cat every other day", "feed cat", { due: "2026-11-25", rrule: "FREQ=DAILY;INTERVAL=2" }],
  ["feed cat every second day", "feed cat", { due: "2026-11-25", rrule: "FREQ=DAILY;INTERVAL=2" }],
  ["feed cat every 3rd day", "feed cat", { due: "2026-11-25", rrule: "FREQ=DAILY;INTERVAL=3" }],
  ["feed cat every third day", "feed cat", { due: "2026-11-25", rrule: "FREQ=DAILY;INTERVAL=3" }],
  ["feed cat once a day", "feed cat", { due: "2026-11-25", rrule: everyDay }],
  ["feed cat every 10 d", "feed cat", { due: "2026-11-25", rrule: "FREQ=DAILY;INTERVAL=10" }],
  [
    "drink water every 2 hours",
    "drink water",
    { due: "2026-11-25T12:00", rrule: "FREQ=HOURLY;INTERVAL=2" },
  ],
  ["drink water hourly", "drink water", { due: "2026-11-25T11:00", rrule: "FREQ=HOURLY" }],
  ["drink water every hour", "drink water", { due: "2026-11-25T11:00", rrule: "FREQ=HOURLY" }],
  [
    "drink water every 4h",
    "drink water",
    { due: "2026-11-25T14:00", rrule: "FREQ=HOURLY;INTERVAL=4" },
  ],
  ["yoga every monday", "yoga", { due: "2026-11-30", rrule: "FREQ=WEEKLY;BYDAY=MO" }],
  ["every monday yoga", "yoga", { due: "2026-11-30", rrule: "FREQ=WEEKLY;BYDAY=MO" }],
  ["yoga every mo", "yoga", { due: "2026-11-30", rrule: "FREQ=WEEKLY;BYDAY=MO" }],
  ["yoga on mondays", "yoga", { due: "2026-11-30", rrule: "FREQ=WEEKLY;BYDAY=MO" }],
  ["yoga mondays 7pm", "yoga", { due: "2026-11-30T19:00", rrule: "FREQ=WEEKLY;BYDAY=MO" }],
  ["yoga weekly on monday", "yoga", { due: "2026-11-30", rrule: "FREQ=WEEKLY;BYDAY=MO" }],
  ["yoga every week on mon", "yoga", { due: "2026-11-30", rrule: "FREQ=WEEKLY;BYDAY=MO" }],
  ["yoga each monday evening", "yoga", { due: "2026-11-30T19:00", rrule: "FREQ=WEEKLY;BYDAY=MO" }],
  [
    "yoga every monday at half past six",
    "yoga",
    { due: "2026-11-30T18:30", rrule: "FREQ=WEEKLY;BYDAY=MO" },
  ],
  ["yoga 7pm every monday", "yoga", { due: "2026-11-30T19:00", rrule: "FREQ=WEEKLY;BYDAY=MO" }],
  ["yoga every wednesday", "yoga", { due: "2026-11-25", rrule: "FREQ=WEEKLY;BYDAY=WE" }],
  ["yoga every wednesday 9am", "yoga", { due: "2026-12-02T09:00", rrule: "FREQ=WEEKLY;BYDAY=WE" }],
  ["yoga every wed noon", "yoga", { due: "2026-11-25T12:00", rrule: "FREQ=WEEKLY;BYDAY=WE" }],
  ["yoga every mo, we, fr", "yoga", { due: "2026-11-25", rrule: monWedFri }],
  ["yoga every m/w/f", "yoga", { due: "2026-11-25", rrule: monWedFri }],
  ["yoga every MWF at 6pm", "yoga", { due: "2026-11-25T18:00", rrule: monWedFri }],
  ["yoga every mon, wed and fri", "yoga", { due: "2026-11-25", rrule: monWedFri }],
  ["yoga every mon, wed, and fri", "yoga", { due: "2026-11-25", rrule: monWedFri }],
  ["yoga every mon wed fri", "yoga", { due: "2026-11-25", rrule: monWedFri }],
  ["yoga every monday, wednesday & friday", "yoga", { due: "2026-11-25", rrule: monWedFri }],
  ["yoga on mon, wed and fri", "yoga", { due: "2026-11-25", rrule: monWedFri }],
  ["yoga mondays, wednesdays and fridays", "yoga", { due: "2026-11-25", rrule: monWedFri }],
  [
    "yoga every monday and every friday",
    "yoga",
    { due: "2026-11-27", rrule: "FREQ=WEEKLY;BYDAY=MO,FR" },
  ],
  ["yoga every tu/th 7am", "yoga", { due: "2026-11-26T07:00", rrule: "FREQ=WEEKLY;BYDAY=TU,TH" }],
  ["yoga tue/thu 7am", "yoga", { due: "2026-11-26T07:00", rrule: "FREQ=WEEKLY;BYDAY=TU,TH" }],
  ["yoga every tues and thurs", "yoga", { due: "2026-11-26", rrule: "FREQ=WEEKLY;BYDAY=TU,TH" }],
  [
    "yoga every sat & sun 10am",
    "yoga",
    { due: "2026-11-28T10:00", rrule: "FREQ=WEEKLY;BYDAY=SA,SU" },
  ],
  ["yoga every sunday night", "yoga", { due: "2026-11-29T22:00", rrule: "FREQ=WEEKLY;BYDAY=SU" }],
  ["email digest every weekday", "email digest", { due: "2026-11-25", rrule: workdays }],
  ["email digest weekdays at 8:15", "email digest", { due: "2026-11-26T08:15", rrule: workdays }],
  ["email digest every workday", "email digest", { due: "2026-11-25", rrule: workdays }],
  ["email digest on workdays", "email digest", { due: "2026-11-25", rrule: workdays }],
  ["email digest every work day", "email digest", { due: "2026-11-25", rrule: workdays }],
  ["email digest every business day", "email digest", { due: "2026-11-25", rrule: workdays }],
  ["email digest mon-fri 8am", "email digest", { due: "2026-11-26T08:00", rrule: workdays }],
  ["email digest every mon-fri", "email digest", { due: "2026-11-25", rrule: workdays }],
  ["email digest monday to friday", "email digest", { due: "2026-11-25", rrule: workdays }],
  [
    "email digest every weekday morning",
    "email digest",
    { due: "2026-11-26T09:00", rrule: workdays },
  ],
  ["pancakes every weekend", "pancakes", { due: "2026-11-28", rrule: "FREQ=WEEKLY;BYDAY=SA,SU" }],
  ["pancakes on weekends", "pancakes", { due: "2026-11-28", rrule: "FREQ=WEEKLY;BYDAY=SA,SU" }],
  [
    "1:1 with Kim every other thursday at 2",
    "1:1 with Kim",
    {
      due: "2026-11-26T14:00",
      rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    },
  ],
  ["1:1 with Kim biweekly", "1:1 with Kim", { due: "2026-11-25", rrule: "FREQ=WEEKLY;INTERVAL=2" }],
  [
    "1:1 with Kim bi-weekly",
    "1:1 with Kim",
    { due: "2026-11-25", rrule: "FREQ=WEEKLY;INTERVAL=2" },
  ],
  [
    "1:1 with Kim fortnightly",
    "1:1 with Kim",
    { due: "2026-11-25", rrule: "FREQ=WEEKLY;INTERVAL=2" },
  ],
  [
    "1:1 with Kim every fortnight",
    "1:1 with Kim",
    { due: "2026-11-25", rrule: "FREQ=WEEKLY;INTERVAL=2" },
  ],
  [
    "1:1 with Kim every other week",
    "1:1 with Kim",
    { due: "2026-11-25", rrule: "FREQ=WEEKLY;INTERVAL=2" },
  ],
  [
    "1:1 with Kim every 2 weeks on thursday",
    "1:1 with Kim",
    {
      due: "2026-11-26",
      rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    },
  ],
  [
    "1:1 with Kim biweekly on thursdays",
    "1:1 with Kim",
    {
      due: "2026-11-26",
      rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    },
  ],
  [
    "1:1 with Kim every three weeks",
    "1:1 with Kim",
    { due: "2026-11-25", rrule: "FREQ=WEEKLY;INTERVAL=3" },
  ],
  [
    "1:1 with Kim every third week",
    "1:1 with Kim",
    { due: "2026-11-25", rrule: "FREQ=WEEKLY;INTERVAL=3" },
  ],
  ["1:1 with Kim weekly", "1:1 with Kim", { due: "2026-11-25", rrule: "FREQ=WEEKLY" }],
  ["1:1 with Kim once a week", "1:1 with Kim", { due: "2026-11-25", rrule: "FREQ=WEEKLY" }],
  ["1:1 with Kim every week tomorrow", "1:1 with Kim", { due: "2026-11-26", rrule: "FREQ=WEEKLY" }],
  ["hoover every month", "hoover", { due: "2026-11-25", rrule: "FREQ=MONTHLY" }],
  ["hoover monthly", "hoover", { due: "2026-11-25", rrule: "FREQ=MONTHLY" }],
  ["hoover once a month", "hoover", { due: "2026-11-25", rrule: "FREQ=MONTHLY" }],
  ["hoover every other month", "hoover", { due: "2026-11-25", rrule: "FREQ=MONTHLY;INTERVAL=2" }],
  ["hoover every 3 months", "hoover", { due: "2026-11-25", rrule: "FREQ=MONTHLY;INTERVAL=3" }],
  ["hoover quarterly", "hoover", { due: "2026-11-25", rrule: "FREQ=MONTHLY;INTERVAL=3" }],
  ["hoover every quarter", "hoover", { due: "2026-11-25", rrule: "FREQ=MONTHLY;INTERVAL=3" }],
  ["hoover every 6 months", "hoover", { due: "2026-11-25", rrule: "FREQ=MONTHLY;INTERVAL=6" }],
  [
    "hoover every six months starting 1 january",
    "hoover",
    {
      due: "2027-01-01",
      rrule: "FREQ=MONTHLY;INTERVAL=6",
    },
  ],
  ["rent every 1st", "rent", { due: "2026-12-01", rrule: "FREQ=MONTHLY;BYMONTHDAY=1" }],
  [
    "rent every 1st of the month",
    "rent",
    { due: "2026-12-01", rrule: "FREQ=MONTHLY;BYMONTHDAY=1" },
  ],
  [
    "rent on the 1st of every month",
    "rent",
    { due: "2026-12-01", rrule: "FREQ=MONTHLY;BYMONTHDAY=1" },
  ],
  ["rent 1st of each month", "rent", { due: "2026-12-01", rrule: "FREQ=MONTHLY;BYMONTHDAY=1" }],
  ["rent monthly on the 1st", "rent", { due: "2026-12-01", rrule: "FREQ=MONTHLY;BYMONTHDAY=1" }],
  [
    "rent every month on the first",
    "rent",
    { due: "2026-12-01", rrule: "FREQ=MONTHLY;BYMONTHDAY=1" },
  ],
  [
    "rent every first of the month",
    "rent",
    { due: "2026-12-01", rrule: "FREQ=MONTHLY;BYMONTHDAY=1" },
  ],
  [
    "rent every first day of the month",
    "rent",
    { due: "2026-12-01", rrule: "FREQ=MONTHLY;BYMONTHDAY=1" },
  ],
  ["rent every 15th", "rent", { due: "2026-12-15", rrule: "FREQ=MONTHLY;BYMONTHDAY=15" }],
  [
    "rent every month on the 31st",
    "rent",
    { due: "2026-11-30", rrule: "FREQ=MONTHLY;BYMONTHDAY=31" },
  ],
  [
    "rent every 15th and last",
    "rent",
    { due: "2026-11-30", rrule: "FREQ=MONTHLY;BYMONTHDAY=-1,15" },
  ],
  [
    "rent 15th and last day of the month",
    "rent",
    { due: "2026-11-30", rrule: "FREQ=MONTHLY;BYMONTHDAY=-1,15" },
  ],
  [
    "rent every 1st and 15th of the month",
    "rent",
    { due: "2026-12-01", rrule: "FREQ=MONTHLY;BYMONTHDAY=1,15" },
  ],
  [
    "rent on the 1st and 15th of every month",
    "rent",
    { due: "2026-12-01", rrule: "FREQ=MONTHLY;BYMONTHDAY=1,15" },
  ],
  ["rent every last day", "rent", { due: "2026-11-30", rrule: "FREQ=MONTHLY;BYMONTHDAY=-1" }],
  [
    "rent every month on the last day",
    "rent",
    { due: "2026-11-30", rrule: "FREQ=MONTHLY;BYMONTHDAY=-1" },
  ],
  [
    "rent last day of every month",
    "rent",
    { due: "2026-11-30", rrule: "FREQ=MONTHLY;BYMONTHDAY=-1" },
  ],
  [
    "rent at the end of every month",
    "rent",
    { due: "2026-11-30", rrule: "FREQ=MONTHLY;BYMONTHDAY=-1" },
  ],
  ["rent every month end", "rent", { due: "2026-11-30", rrule: "FREQ=MONTHLY;BYMONTHDAY=-1" }],
  [
    "invoices every last workday",
    "invoices",
    {
      due: "2026-11-30",
      rrule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    },
  ],
  [
    "invoices last workday of the month at 16:00",
    "invoices",
    {
      due: "2026-11-30T16:00",
      rrule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    },
  ],
  [
    "invoices every last weekday of the month",
    "invoices",
    {
      due: "2026-11-30",
      rrule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    },
  ],
  [
    "invoices every month on the first workday",
    "invoices",
    {
      due: "2026-12-01",
      rrule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
    },
  ],
  [
    "book club first monday of the month 7pm",
    "book club",
    {
      due: "2026-12-07T19:00",
      rrule: "FREQ=MONTHLY;BYDAY=1MO",
    },
  ],
  [
    "book club every first monday",
    "book club",
    { due: "2026-12-07", rrule: "FREQ=MONTHLY;BYDAY=1MO" },
  ],
  [
    "book club every 1st monday of the month",
    "book club",
    {
      due: "2026-12-07",
      rrule: "FREQ=MONTHLY;BYDAY=1MO",
    },
  ],
  [
    "book club on the first monday of each month",
    "book club",
    {
      due: "2026-12-07",
      rrule: "FREQ=MONTHLY;BYDAY=1MO",
    },
  ],
  [
    "book club every month on the first monday",
    "book club",
    {
      due: "2026-12-07",
      rrule: "FREQ=MONTHLY;BYDAY=1MO",
    },
  ],
  [
    "book club monthly on the second tuesday",
    "book club",
    {
      due: "2026-12-08",
      rrule: "FREQ=MONTHLY;BYDAY=2TU",
    },
  ],
  [
    "book club every last friday",
    "book club",
    { due: "2026-11-27", rrule: "FREQ=MONTHLY;BYDAY=-1FR" },
  ],
  [
    "book club last friday of the month",
    "book club",
    {
      due: "2026-11-27",
      rrule: "FREQ=MONTHLY;BYDAY=-1FR",
    },
  ],
  [
    "book club every 2nd and 4th wednesday",
    "book club",
    {
      due: "2026-11-25",
      rrule: "FREQ=MONTHLY;BYDAY=2WE,4WE",
    },
  ],
  [
    "book club every first and third monday of the month",
    "book club",
    {
      due: "2026-12-07",
      rrule: "FREQ=MONTHLY;BYDAY=1MO,3MO",
    },
  ],
  [
    "mum's birthday every 3 march",
    "mum's birthday",
    {
      due: "2027-03-03",
      rrule: "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3",
    },
  ],
  [
    "mum's birthday every march 3rd",
    "mum's birthday",
    {
      due: "2027-03-03",
      rrule: "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3",
    },
  ],
  [
    "mum's birthday yearly on march 3",
    "mum's birthday",
    {
      due: "2027-03-03",
      rrule: "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3",
    },
  ],
  [
    "mum's birthday every year on 3 march",
    "mum's birthday",
    {
      due: "2027-03-03",
      rrule: "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3",
    },
  ],
  [
    "mum's birthday 3 march every year",
    "mum's birthday",
    {
      due: "2027-03-03",
      rrule: "FREQ=YEARLY",
    },
  ],
  ["mum's birthday annually", "mum's birthday", { due: "2026-11-25", rrule: "FREQ=YEARLY" }],
  [
    "thanksgiving dinner every fourth thursday of november",
    "thanksgiving dinner",
    {
      due: "2026-11-26",
      rrule: "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    },
  ],
  ["vote every 2 years", "vote", { due: "2026-11-25", rrule: "FREQ=YEARLY;INTERVAL=2" }],
  ["vote every other year", "vote", { due: "2026-11-25", rrule: "FREQ=YEARLY;INTERVAL=2" }],
  [
    "haircut every! 6 weeks",
    "haircut",
    {
      due: "2026-11-25",
      rrule: "FREQ=WEEKLY;INTERVAL=6",
      anchor: "completion",
    },
  ],
  [
    "every! 6 weeks haircut",
    "haircut",
    {
      due: "2026-11-25",
      rrule: "FREQ=WEEKLY;INTERVAL=6",
      anchor: "completion",
    },
  ],
  [
    "haircut every 6 weeks after completion",
    "haircut",
    {
      due: "2026-11-25",
      rrule: "FREQ=WEEKLY;INTERVAL=6",
      anchor: "completion",
    },
  ],
  [
    "haircut 6 weeks after completion",
    "haircut",
    {
      due: "2026-11-25",
      rrule: "FREQ=WEEKLY;INTERVAL=6",
      anchor: "completion",
    },
  ],
  [
    "clean filter every! month",
    "clean filter",
    {
      due: "2026-11-25",
      rrule: "FREQ=MONTHLY",
      anchor: "completion",
    },
  ],
  [
    "clean filter every! day at 8pm",
    "clean filter",
    {
      due: "2026-11-25T20:00",
      rrule: everyDay,
      anchor: "completion",
    },
  ],
  [
    "clean filter every! monday",
    "clean filter",
    {
      due: "2026-11-30",
      rrule: "FREQ=WEEKLY;BYDAY=MO",
      anchor: "completion",
    },
  ],
  [
    "clean filter every 2 weeks when done",
    "clean filter",
    {
      due: "2026-11-25",
      rrule: "FREQ=WEEKLY;INTERVAL=2",
      anchor: "completion",
    },
  ],
  [
    "antibiotics every day until 5 december",
    "antibiotics",
    {
      due: "2026-11-25",
      rrule: "FREQ=DAILY;UNTIL=20261205",
    },
  ],
  [
    "antibiotics every day until next friday",
    "antibiotics",
    {
      due: "2026-11-25",
      rrule: "FREQ=DAILY;UNTIL=20261204",
    },
  ],
  [
    "antibiotics daily for 7 days",
    "antibiotics",
    {
      due: "2026-11-25",
      rrule: "FREQ=DAILY;UNTIL=20261201",
    },
  ],
  [
    "antibiotics daily for 7 times",
    "antibiotics",
    { due: "2026-11-25", rrule: "FREQ=DAILY;COUNT=7" },
  ],
  [
    "antibiotics every day for seven times",
    "antibiotics",
    {
      due: "2026-11-25",
      rrule: "FREQ=DAILY;COUNT=7",
    },
  ],
  [
    "antibiotics every day 7 times",
    "antibiotics",
    { due: "2026-11-25", rrule: "FREQ=DAILY;COUNT=7" },
  ],
  [
    "swim 5 times every monday",
    "swim",
    { due: "2026-11-30", rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=5" },
  ],
  [
    "swim every monday for 5 times at 7pm",
    "swim",
    {
      due: "2026-11-30T19:00",
      rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=5",
    },
  ],
  [
    "swim every monday at 7pm until march",
    "swim",
    {
      due: "2026-11-30T19:00",
      rrule: "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270301",
    },
  ],
  [
    "swim every monday from 7 december",
    "swim",
    { due: "2026-12-07", rrule: "FREQ=WEEKLY;BYDAY=MO" },
  ],
  [
    "swim every monday starting 7 december",
    "swim",
    {
      due: "2026-12-07",
      rrule: "FREQ=WEEKLY;BYDAY=MO",
    },
  ],
  [
    "swim every monday starting 8 december until 31 jan",
    "swim",
    {
      due: "2026-12-14",
      rrule: "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270131",
    },
  ],
  ["swim every day starting tomorrow", "swim", { due: "2026-11-26", rrule: everyDay }],
  ["starting tomorrow swim every day", "swim", { due: "2026-11-26", rrule: everyDay }],
  [
    "swim every week beginning next monday for 6 weeks",
    "swim",
    {
      due: "2026-11-30",
      rrule: "FREQ=WEEKLY;UNTIL=20270110",
    },
  ],
  [
    "swim every 2 weeks starting monday at 9 until june",
    "swim",
    {
      due: "2026-11-30T09:00",
      rrule: "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270601",
    },
  ],
  [
    "standup every weekday at 9:30 for 15 min",
    "standup",
    {
      due: "2026-11-26T09:30",
      duration: 15,
      rrule: workdays,
    },
  ],
  [
    "standup every weekday 9:30-9:45",
    "standup",
    {
      due: "2026-11-26T09:30",
      duration: 15,
      rrule: workdays,
    },
  ],
  [
    "standup every weekday 9am EST",
    "standup",
    {
      due: "2026-11-25T09:00",
      fixed: "America/New_York",
      rrule: workdays,
    },
  ],
];

const inNewYork: Row[] = [
  ["trash every tuesday", "trash", { due: "2026-03-10", rrule: "FREQ=WEEKLY;BYDAY=TU" }],
  [
    "trash every tuesday at noon",
    "trash",
    { due: "2026-03-17T12:00", rrule: "FREQ=WEEKLY;BYDAY=TU" },
  ],
  [
    "trash every tues and fri at 6pm",
    "trash",
    {
      due: "2026-03-10T18:00",
      rrule: "FREQ=WEEKLY;BYDAY=TU,FR",
    },
  ],
  [
    "paycheck every 15th and 30th",
    "paycheck",
    {
      due: "2026-03-15",
      rrule: "FREQ=MONTHLY;BYMONTHDAY=15,30",
    },
  ],
  [
    "water filter every 90 days",
    "water filter",
    {
      due: "2026-03-10",
      rrule: "FREQ=DAILY;INTERVAL=90",
    },
  ],
  [
    "taxes every april 15",
    "taxes",
    { due: "2026-04-15", rrule: "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15" },
  ],
  [
    "taxes every 4/15",
    "taxes",
    { due: "2026-04-15", rrule: "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15" },
  ],
  [
    "leap party every feb 29",
    "leap party",
    {
      due: "2027-02-28",
      rrule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    },
  ],
  [
    "dentist every 6 months starting may 4",
    "dentist",
    {
      due: "2026-05-04",
      rrule: "FREQ=MONTHLY;INTERVAL=6",
    },
  ],
  [
    "practice every day from 3/16 to 3/20",
    "practice",
    {
      due: "2026-03-16",
      rrule: "FREQ=DAILY;UNTIL=20260320",
    },
  ],
];

const inLondon: Row[] = [
  [
    "bins out every thurs night",
    "bins out",
    {
      due: "2026-07-23T22:00",
      rrule: "FREQ=WEEKLY;BYDAY=TH",
    },
  ],
  [
    "bins out every other weds",
    "bins out",
    {
      due: "2026-07-22",
      rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
    },
  ],
  [
    "bins out alternate fridays",
    "bins out",
    {
      due: "2026-07-17",
      rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
    },
  ],
  [
    "bins out every fri at half 7",
    "bins out",
    {
      due: "2026-07-24T07:30",
      rrule: "FREQ=WEEKLY;BYDAY=FR",
    },
  ],
  [
    "car tax every year on 1 august",
    "car tax",
    {
      due: "2026-08-01",
      rrule: "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=1",
    },
  ],
  [
    "meter reading every month on the 20th at 6pm",
    "meter reading",
    {
      due: "2026-07-20T18:00",
      rrule: "FREQ=MONTHLY;BYMONTHDAY=20",
    },
  ],
];

export const recurring = [
  ...casesOf("recurrence", inBerlin),
  ...casesOf("recurrence", inNewYork, newYork),
  ...casesOf("recurrence", inLondon, london),
];
