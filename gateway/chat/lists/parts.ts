// The thing and the time in a message about a list, and whether anything else was said. Called by the rules beside it.
import type { Heard } from "../../../domain/language/acts/hear.ts";
import { isFiller } from "../matching/lexicon.ts";
import { plain } from "../matching/words.ts";
import { type DayRange, readRange } from "../reading/range.ts";
import type { Scene } from "../scene.ts";
import type { Said } from "./named-list.ts";

/** `item` is "" when none was named; `when` are the words of the time; `left` the content words that are neither. */
export type Parts = {
  item: string;
  when: string;
  range: DayRange | null;
  left: string[];
  /** The thing stands behind the list: "clear my calendar around gym". */
  isBehind?: boolean;
};

/** Words that orders about lists are made of. */
const carriers = new Set(
  `add added adding put chuck jot write written note noted include included insert place placed stick throw toss pop list lists listed create make made making start begin new
  remove removed delete deleted erase erased clear cleared cleaned clean empty emptied wipe wiped trash zap drop dropped scrap cancel canceled cancelled rid take taken taking throw away bin discard
  tick ticked check checked cross crossed mark marked strike scratch scratched complete completed finish finished done bought
  show read tell see view hear open pull run walk through look display give find let know inform name recite describe
  what which where who how many when any anything everything something nothing else much is are was were do does did can could would will should shall may might there
  calendar calender schedule scheduled agenda diary planner reminder reminders remind reminded alarm alarms wake set up turn switch on off out event events appointment appointments meeting meetings plans planned plan
  please kindly google alexa siri olly hey ok sure make go ahead happening happen today sir item items thing things entry entries task tasks chore chores category folder
  if unless already not isnt arent wasnt there yet havent dont doesnt have haven on list as well contains contain consist consists of content contents ensure help want wish like need needs needing needed must should goes go
  whole entire full completely repeat repeating contents recall various date provide clean cleaning own over back
  permanently possible longer anymore more also be been being gets get got so that this these those while instead then right now forget disable stop silence`.split(
    /\s+/u,
  ),
);

/** Reads what stands beside the list. */
export const partsOf = (said: string, heard: Heard, at: Said, scene: Scene): Parts => {
  const own = heard.spans.filter(({ start, end }) => end <= at.start || start >= at.end);
  const whens = own.filter(({ kind }) => kind === "when");
  const [first, ...others] = own.filter(({ kind }) => kind === "item");
  const items = first ? [first] : [];
  for (const span of others) {
    const before = items.at(-1);
    const isListed =
      before && /^\s*(?:,|and|&|plus)\s*$/iu.test(said.slice(before.end, span.start));
    if (isListed) items.push(span);
  }
  const rest = blanked(said, [at, ...items]);
  const range = readRange(rest, scene.clock);
  const left = plain(blanked(range?.rest ?? rest, range ? [] : whens))
    .split(" ")
    .filter((word) => !isFiller(word) && !carriers.has(word));
  const isEnding = heard.act === "remove" || heard.act === "complete";
  return {
    item: items
      .map(({ text }) => tidy(isEnding ? text.replace(orderVerb, "") : text))
      .filter(Boolean)
      .join(" and "),
    when: whens.map(({ text }) => text).join(" "),
    range: range?.range ?? null,
    left,
    isBehind: items.some((one) => standsBehind(said, one.start, at)),
  };
};

/** "cross milk" off the list: the verb is no part of the thing. */
const orderVerb =
  /^(?:cross|tick|check|take|get|remove|remvoe|delete|erase|strike|scratch|mark|drop|clear)\s+(?:off\s+|out\s+)?(?=\S)/iu;

const standsBehind = (said: string, start: number, at: Said): boolean =>
  at.end > 0 &&
  start >= at.end &&
  at.start > 0 &&
  !/(?<!\p{L})(?:from|off|out\s+of)\s+$/iu.test(said.slice(0, at.start));

/** The same length, so that offsets stay. */
const blanked = (said: string, spans: readonly { start: number; end: number }[]): string =>
  spans.reduce(
    (text, { start, end }) => text.slice(0, start) + " ".repeat(end - start) + text.slice(end),
    said,
  );

/** "the ironing" and "an item to feed the fish" are "ironing" and "feed the fish". */
const tidy = (item: string): string =>
  item
    .trim()
    .replace(
      /^(?:i['’]?m|i\s+am|we['’]?re|we\s+are|i|we)\s+(?:all\s+|almost\s+|ran\s+|run\s+)*out\s+of\s+/iu,
      "",
    )
    .replace(/^(?:i|we)\s+need\s+(?!to\s)/iu, "")
    .replace(
      /\s*[,;]?\s+(?:so|and|please|will\s+you|can\s+you)*\s*(?:add|put)\s+(?:it|them|that)$/iu,
      "",
    )
    .replace(/\s+(?:gets?|is|are|be|to\s+be)$/iu, "")
    .replace(/^(?:that\s+)?(?:i\s+(?:need|have)\s+to\s+)?(?:to\s+)?/iu, "")
    .replace(/^(?:an?\s+(?:item|task|reminder|entry)\s+(?:to|for|called)\s+)/iu, "")
    .replace(/^["“'‘](.+)["”'’]$/u, "$1")
    .replace(/[\s,;:]+(?:please|to|on|in|from|off|for|and)?$/iu, "")
    .trim();

/** Words that point at what was shown. */
export const pointsAtShown = (item: string): boolean =>
  /^(?:it|this|that|them|these|those|this\s+one|that\s+one|(?:this|that|the)\s+(?:item|task|event|thing))$/iu.test(
    item,
  );
