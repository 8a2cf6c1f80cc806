// Words that quotes or a backslash keep as they are. Read by all.ts.
import { casesOf, plainCases, type Row } from "./case.ts";
import { berlin } from "./worlds.ts";

const inBerlin: Row[] = [
  ['watch "Tomorrow Never Dies" tonight', "watch Tomorrow Never Dies", { due: "2026-11-25T20:00" }],
  ['"every monday" is a song', "every monday is a song", {}],
  ['read "1984" by friday', 'read "1984"', { due: "2026-11-27" }],
  ['order "p1 connector" p2', "order p1 connector", { priority: 2 }],
  ['translate "#hashtag" @lang', "translate #hashtag", { tags: ["lang"] }],
  ["watch “Friday” on saturday", "watch Friday", { due: "2026-11-28" }],
  ['listen to "Friday I\'m in love" friday', "listen to Friday I'm in love", { due: "2026-11-27" }],
  ['"call mum at 5" is what I said', "call mum at 5 is what I said", {}],
  ['buy 27" monitor friday', 'buy 27" monitor', { due: "2026-11-27" }],
  ['quote "for 45min" in the mail tomorrow', "quote for 45min in the mail", { due: "2026-11-26" }],
  ['quote "{1 dec}" tomorrow', "quote {1 dec}", { due: "2026-11-26" }],
  ['send "!14:00" example', "send !14:00 example", {}],
  ['send "+bob" example', "send +bob example", {}],
  [String.raw`watch \Tomorrow`, "watch Tomorrow", {}],
  [String.raw`order \p1 cable`, "order p1 cable", {}],
  [String.raw`order \p1 cable p2`, "order p1 cable", { priority: 2 }],
  [String.raw`explain \#hashtags`, "explain #hashtags", {}],
  [String.raw`explain \@mentions tomorrow`, "explain @mentions", { due: "2026-11-26" }],
  [String.raw`add \+bob to the doc`, "add +bob to the doc", {}],
  [String.raw`fix \{1 dec}`, "fix {1 dec}", {}],
  [String.raw`fix \!14:00 bug`, "fix !14:00 bug", {}],
  [String.raw`watch \Friday friday`, "watch Friday", { due: "2026-11-27" }],
  [String.raw`\Monday blues playlist`, "Monday blues playlist", {}],
  [
    String.raw`write \daily column daily`,
    "write daily column",
    { due: "2026-11-25", rrule: "FREQ=DAILY" },
  ],
  [String.raw`\5pm somewhere tonight`, "5pm somewhere", { due: "2026-11-25T20:00" }],
];

const plainInBerlin = ['say "hello world"'];

export const literals = [
  ...casesOf("literal", inBerlin, berlin),
  ...plainCases("literal", plainInBerlin, berlin),
];
