// The value that a frame needs, found anywhere in what is said of a task, and what is left without it. Called by read-frame.ts.
import { readAmount } from "../../../domain/language/amounts.ts";
import { longestWhen } from "../../../domain/language/read-when.ts";
import { here } from "../reading/mention.ts";
import type { Scene } from "../scene.ts";
import type { Value } from "./frames.ts";

/** A value as the plain order says it, and the words left. */
export type Found = { value: string; left: string };

/** Every way to find the value; nothing when it is not there. */
export const findValues = (kind: Value, said: string, scene: Scene): Found[] => {
  if (kind === "none") return [{ value: "", left: withoutPast(said) }];
  return readers[kind](said, scene);
};

const readers: Record<Exclude<Value, "none">, (said: string, scene: Scene) => Found[]> = {
  when: (said, scene) => {
    const sure = withoutDenied(said, scene).replace(sameDay, " moved ");
    // "sunday, not saturday" needs no other word to be an order.
    const found = whenIn(sure, scene);
    return sure === said ? found : found.map((one) => ({ ...one, left: `${one.left} instead` }));
  },
  amount: (said) => amountsIn(said),
  level: (said) => levelIn(said),
  project: (said, scene) => namesIn(withoutDeniedName(said, scene), scene.projects, /^#/u),
  person: (said, { people }) => namesIn(said, people, /^\+/u),
  tag: (said, { tags }) => namesIn(said.replace(tagWord, "$1 @"), tags, /^@/u, true),
  text: (said) => textIn(said),
};

/** What is quoted, or stands after a colon or a word that announces it. */
const texts = [
  /(?<=^|[\s,:])["“'‘](.+)["”'’](?=$|[\s,.])/u,
  /\s*:\s*(.+)$/u,
  /(?<![\p{L}])(?:called|named|titled|saying|says?|reads?|reading)\s+(.+)$/iu,
];
const textIn = (said: string): Found[] => {
  for (const pattern of texts) {
    const match = pattern.exec(said);
    const value = match?.[1]?.trim() ?? "";
    if (!match || value === "" || value.includes(here)) continue;
    return [{ value, left: cut(said, match.index, match.index + match[0].length) }];
  }
  return [];
};

const cut = (said: string, start: number, end: number): string =>
  `${said.slice(0, start)} ${said.slice(end)}`;

/** The last date of the sentence: "…, make it saturday" is said after what it replaces. */
const whenIn = (said: string, { clock, quickAdd }: Scene): Found[] => {
  // To try every word takes long, and most sentences hold no date.
  if (!/\d/u.test(said) && !quickAdd(said).tokens.some(({ kind }) => kind === "due")) return [];
  for (const { index: start } of said.matchAll(beginsDate)) {
    const found = longestWhen(said, start, clock);
    if (found) return [{ value: said.slice(start, found.end), left: cut(said, start, found.end) }];
  }
  return [];
};

/** Where a date may begin: what else stands there begins none. */
const beginsDate =
  /(?<![\p{L}\p{N}])(?=\d|(?:on|at|by|in|to|until|till?|before|from|for|the|this|next|coming|over|an?|half|quarter|new)\s|mon|tue|wed|thu|fri|sat|sun|tod|tom|tmr|tmw|ton|2m|noon|mid|morn|even|after|end|begin|day|week|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|chris|xmas|east|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|later|eo[dwm]|fortnight)/giu;

const sameDay = /(?<![\p{L}])(?:(?:on|at)\s+)?(?:the\s+)?same\s+(?:day|time)(?![\p{L}])/iu;
const denied = /(?:,?\s*(?:and\s+|but\s+)?(?:not|instead\s+of|rather\s+than|from)\s+)/giu;

/** "sunday not saturday", "at 6 not 5.30": what it no longer is. */
const withoutDenied = (said: string, { clock }: Scene): string => {
  for (const match of said.matchAll(denied)) {
    const from = match.index + match[0].length;
    const found = longestWhen(said, from, clock) ?? longestWhen(`at ${said.slice(from)}`, 0, clock);
    if (!found) continue;
    const end = longestWhen(said, from, clock)?.end ?? from + found.end - 3;
    return cut(said, match.index, end);
  }
  return said;
};

/** "in shopping, not home" */
const withoutDeniedName = (said: string, { projects }: Scene): string =>
  projects.reduce(
    (text, name) =>
      text.replace(
        new RegExp(
          `,?\\s+(?:and\\s+|but\\s+)?(?:not|instead\\s+of|rather\\s+than)\\s+(?:in\\s+)?#?${RegExp.escape(name)}(?![\\p{L}])`,
          "iu",
        ),
        " ",
      ),
    said,
  );

/** "the tag phone" */
const tagWord =
  /(?<![\p{L}])(tag(?:ged)?(?:\s+(?:as|with))?|label(?:led)?(?:\s+(?:as|with))?)\s+(?=[\p{L}])/iu;

/** "done this morning" says when it was done. */
const past =
  /(?<![\p{L}])(?:today|tonight|yesterday(?:\s+(?:morning|afternoon|evening))?|this\s+(?:morning|afternoon|evening)|last\s+(?:night|week)|just\s+now|earlier|at\s+last|finally|at\s+lunch|on\s+(?:the\s+)?phone)(?![\p{L}])/giu;
const withoutPast = (said: string): string => said.replaceAll(past, " ");

const amount =
  /(?<![\p{L}\p{N}])(?:(?:by|for|another|a\s+further)\s+)*((?:\d+|an?|one|two|three|four|five|six|seven|ten|half\s+an?|a\s+couple\s+of|a\s+few)(?:\s+more)?\s*(?:min(?:ute)?s?|h(?:ou)?rs?|h|d(?:ay)?s?|w(?:ee)?ks?|months?|fortnights?)(?:\s+and\s+a\s+half)?)(?![\p{L}])/iu;

const amountsIn = (said: string): Found[] => {
  const match = amount.exec(said);
  const words = match?.[1]?.replace(/\s+more/iu, "") ?? "";
  if (!match || !readAmount(words)) return [];
  const more = /\s+more(?=\s)/iu.test(match[0]) ? " more" : "";
  const left = `${cut(said, match.index, match.index + match[0].length)}${more}`;
  if (/(?<![\p{L}])(?:before|beforehand|prior)(?![\p{L}])/iu.test(said))
    return [
      {
        value: words,
        left: left.replace(/(?<![\p{L}])(?:before(?:hand)?|prior)(?![\p{L}])/iu, " "),
      },
    ];
  const isEarlier = /(?<![\p{L}])(?:earlier|sooner|forward)(?![\p{L}])/iu.test(said);
  return [{ value: isEarlier ? `${words} earlier` : `by ${words}`, left }];
};

const figures: Record<string, string> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  high: "1",
  highest: "1",
  top: "1",
  medium: "2",
  low: "3",
  lowest: "3",
};
const level =
  /(?<![\p{L}\p{N}])(?:p\s?([1-4])|(?:a\s+|the\s+)?(?:priority|prio)(?:\s+(?:of|to|is|level|number|at|as)|\s*[:=])*\s*([1-4]|one|two|three|four|high(?:est)?|low(?:est)?|medium|top)|(high(?:est)?|low(?:est)?|medium|top)\s*-?\s*(?:priority|prio)|((?:very\s+|really\s+|super\s+)?(?:urgent|important)))(?![\p{L}\p{N}])/iu;

const levelIn = (said: string): Found[] => {
  const match = level.exec(said);
  if (!match) return [];
  const [all, short, figure, name, urgent] = match;
  const word = (figure ?? name ?? "").toLowerCase();
  const value = short ?? (urgent === undefined ? (figures[word] ?? word) : "1");
  return [{ value, left: cut(said.replaceAll("=", " "), match.index, match.index + all.length) }];
};

const cueOf: Record<string, string> = { "@": "tag", "#": "project", "+": "assign" };

/** A name that is known, with its mark or without; a tag may be new where its mark says so. */
const namesIn = (said: string, names: string[], mark: RegExp, isNewOk = false): Found[] =>
  [...said.matchAll(/[#@+]?[\p{L}\p{N}][\p{L}\p{N}_-]*/gu)].flatMap((match) => {
    const written = match[0];
    const bare = written.replace(mark, "");
    const known = names.find(
      (name) => name.toLowerCase() === bare.toLowerCase().replace(/['’]s$/u, ""),
    );
    const isMarked = isNewOk && mark.test(written);
    if (known === undefined && !isMarked) return [];
    // A name with its mark says itself what it is.
    const cue = mark.test(written) ? ` ${cueOf[written.charAt(0)] ?? ""}` : "";
    const left = `${cut(said, match.index, match.index + written.length)}${cue}`;
    return [{ value: known ?? bare, left }];
  });
