// What is said about lists, calendar, reminders and alarms, whatever the words around them: the act and the thing are heard, the rest is exact. Rule of
// the grammar.
import { hear, type Heard } from "../../../domain/language/acts/hear.ts";
import type { Interpretation } from "../interpretation.ts";
import { isImperative } from "../matching/task-verbs.ts";
import { findNamed } from "../pointing/targets.ts";
import { isFiller } from "../matching/lexicon.ts";
import { isTypo } from "../matching/similarity.ts";
import { create } from "../rules/create.ts";
import { createPlain } from "../rules/create-plain.ts";
import type { Rule, Scene } from "../scene.ts";
import { addToList } from "./add-to-list.ts";
import { talk } from "../asking.ts";
import { asked } from "./asked.ts";
import { reminderOrder, setAlarm, takeReminders, wake } from "./alarms.ts";
import { allBut, leavesOut } from "./leave-out.ts";
import { listIn, type Said } from "./named-list.ts";
import { newList } from "./new-list.ts";
import { type Parts, partsOf, pointsAtShown } from "./parts.ts";
import { showList } from "./show-list.ts";
import {
  beginsTitles,
  endingIn,
  hasVerb,
  isAsked,
  isOfWhole,
  standingOf,
  withoutLead,
} from "./standing.ts";
import { endingOrder, takeOffList } from "./take-off-list.ts";

/** What makes it worth a look. */
const speaks =
  /(?<!\p{L})(?:lists?|calend[ae]r|agenda|schedule|diary|planner|reminders?|alarms?|category|folder|from|off|in|on|to|onto|remember|recall|forget|mind|remind|wake|up)(?!\p{L})/iu;
const sure = 0.6;
const longest = 200;

export const lists: Rule = (typed, scene) => {
  const said = typed.replace(slip, "list").replaceAll(/\p{L}{5,}/gu, mended);
  if (said.length > longest || said.includes("\n") || !speaks.test(said)) return null;
  if (ofOthers.test(said)) return null;
  // Hearing takes a fraction of a millisecond, and most fragments that rules try speak of no list.
  if (!listIn(said, [], scene)) return wake(said, scene);
  const heard = hear(said);
  const at = listIn(said, heard.spans, scene);
  if (!at) return null;
  return readPlainly(said, at, scene) ?? readList(said, heard, at, scene);
};

/** A reminder of something to do, and changes of what is there, are other rules' business. */
const ofOthers =
  /^(?:remind\s+(?:me|us)|don['’]?t\s+let\s+me\s+forget|remember)\s+(?:\S+\s+){0,3}?to\s+(?!add|put)|^(?:please\s+)?(?:rename|change|swap|replace|hide|archive)(?!\p{L})/iu;

/** "my lsit" */
const slip =
  /(?<=(?<!\p{L})(?:my|the|our|shopping|grocery|todo|to-?do|packing|task)\s+)(?:lsit|lits|ilst|lsti|lis|listt|liist|lst)(?!\p{L})/iu;

/** "calender", "remidner": words for lists with a slip in them. */
const nouns = ["calendar", "reminder", "reminders", "alarm", "alarms", "agenda", "schedule"];
const isOther = /^(?:remainders?|schedules|scheduler|scheduled|alarmed|remained|reminded)$/u;
const mended = (word: string): string => {
  const small = word.toLowerCase();
  if (nouns.includes(small) || isOther.test(small) || isFiller(small)) return word;
  return (
    nouns.find((noun) => Math.abs(noun.length - small.length) <= 1 && isTypo(small, noun)) ?? word
  );
};

const putting =
  /^(?:add|put|chuck|stick|throw|toss|pop|place|insert|include|jot(?:\s+down)?|note(?:\s+down)?|write(?:\s+down)?|get(?!\s+rid))\s+(?<item>.+?)\s+(?:to|on|onto|in|into)$/iu;

/** A bare name of a project may also be where a task goes: that is the business of another rule. */
const speaksOfList =
  /(?<!\p{L})(?:lists?|calend[ae]r|agenda|schedule|diary|planner|reminders?|category|folder)(?!\p{L})/iu;

const isLedTo = (said: string, { start }: Said): boolean =>
  /\s(?:to|onto)\s+(?:my\s+|the\s+)?$/iu.test(said.slice(0, start));

const taking =
  /^(?:take|remove|delete|erase|get\s+rid\s+of)\s+(?<item>.+?)\s+(?:from|off|off\s+of|out\s+of)$/iu;
const ticking =
  /^(?:tick|check|cross|strike|scratch|mark)\s+(?:off\s+(?<item>.+?)\s+(?:from|off|on|in)|(?<other>.+?)\s+off(?:\s+(?:of|from|on))?)$/iu;

/** "take … off my shopping list" */
const takePlainly = (
  said: string,
  { list, start, end }: Said,
  scene: Scene,
): Interpretation | null => {
  const before = said.slice(0, list.is === "named" ? start : end).trim();
  const ticked = ticking.exec(said.slice(0, start).trim())?.groups;
  const item = taking.exec(before)?.groups?.["item"] ?? ticked?.["item"] ?? ticked?.["other"];
  const isAll =
    item === undefined ||
    /^(?:all|every|any)|^(?:items?|things?|tasks?)$|(?<!\p{L})(?:ones?|those|them)$/iu.test(item);
  if (isAll || list.is !== "named" || said.slice(end).trim() !== "" || marked.test(said))
    return null;
  const parts = { item: item.replace(/^the\s+/iu, ""), when: "", range: null, left: [] };
  return takeOffList(said, list, parts, scene, ticked ? "complete" : "remove");
};

/** "add … to my shopping list": what stands between is the thing, whatever it sounds like. */
const readPlainly = (said: string, at: Said, scene: Scene): Interpretation | null => {
  const taken = takePlainly(said, at, scene);
  if (taken) return taken;
  const isBare = !speaksOfList.test(said.slice(at.start, at.end));
  if (isBare && !isLedTo(said, at)) return null;
  const { list, start, end } = at;
  const item = putting.exec(said.slice(0, start).trim())?.groups?.["item"];
  const after = said.slice(end).trim();
  const isPlain = after === "" || scene.quickAdd(`x ${after}`).title === "x";
  if (
    item === undefined ||
    /\sback$/iu.test(item) ||
    !isPlain ||
    list.is === "lists" ||
    list.is === "alarms"
  )
    return null;
  // "add the report to work": of a task that is there it is another rule's business.
  if (
    isBare &&
    (!/^(?:add|put)\s/iu.test(said) || findNamed(item, scene.alive, scene).is !== "none")
  )
    return null;
  // One's own list says nothing: the rules of new tasks read the rest, with its labels and quotes.
  if (list.is === "own" && !pointsAtShown(item))
    return create(`add ${item} ${after}`.trim(), scene);
  return addToList(said, list, { item, when: after, range: null, left: [] }, scene);
};

const readList = (said: string, heard: Heard, at: Said, scene: Scene): Interpretation | null => {
  const { list } = at;
  if (heard.probability < sure || marked.test(said)) return null;
  const isBare = list.is === "named" && !speaksOfList.test(said.slice(at.start, at.end));
  if (isBare && (heard.act === "show" || isLedTo(said, at))) return null;
  const parts = partsOf(said, heard, at, scene);
  switch (heard.act) {
    case "add":
      if (list.is === "alarms") return setAlarm(said, at, scene);
      if (list.is === "reminders" || list.is === "lists") return null;
      if (isOfSomethingElse(said, parts)) return null;
      if (isTitle(said, at, scene)) return null;
      if (filled.test(said.slice(at.end)))
        return addToList(said, list, { ...parts, ...itemsAfter(said, at), left: [] }, scene);
      return newList(said, list, parts.item, scene) ?? addToList(said, list, parts, scene);
    case "show":
      return list.is === "own" && saysMore(parts) ? null : showList(said, list, parts, scene);
    case "remove":
    case "complete":
      return endOn(said, heard, at, parts, scene);
    default:
      return null;
  }
};

/** What was heard is done only as far as the sentence orders it. */
const endOn = (
  said: string,
  heard: Heard,
  at: Said,
  parts: Parts,
  scene: Scene,
): Interpretation | null => {
  const { list } = at;
  if (isPlanned.test(said)) return createPlain(said, scene);
  const does = endingIn(said) ?? (heard.act === "complete" ? "complete" : "remove");
  const standing = standingOf(said, does);
  if (standing === "not ordered")
    return isAsked(said) && isThere(parts, scene) ? showList(said, list, parts, scene) : null;
  const isOfReminders = list.is === "alarms" || list.is === "reminders";
  if (list.is === "lists" || (list.is === "reminders" && parts.item !== "")) return null;
  const order = isOfReminders ? reminderOrder : endingOrder(said, scene, does);
  if (leavesOut(said)) return allBut(said, heard, at, scene, order);
  if (isForeign(said, at)) return talk("I keep only your own lists. Nothing was changed.");
  if (parts.isBehind === true && hasVerb(said.slice(0, at.start))) return talk(sayWhich);
  const isBare = !speaksOfList.test(said.slice(at.start, at.end)) && !isOfReminders;
  if (isBare && beginsTitles(said)) return null;
  if (!isOfReminders && parts.item === "" && !isOfWhole(said, said.slice(0, at.start)))
    if (!pointsInside.test(said)) return null;
  const meant =
    isOfReminders && does === "remove"
      ? takeReminders(said, parts, scene)
      : takeOffList(said, list, parts, scene, does);
  const isPlain = standing === "ordered" && parts.left.length === 0;
  return isPlain ? meant : asked(meant, scene);
};
/** "finish everything on my work list by friday" */
const isPlanned = /^(?:finish|complete)(?!\p{L}).*\sby\s/iu;
const sayWhich = "Which tasks are to go? For example “take milk off my list”. Nothing was changed.";
const pointsInside =
  /(?<!\p{L})(?:it|this|that|them|these|those)(?:\s+one)?\s+(?:off|from|out)(?!\p{L})/iu;

/** "clear Tom's calendar" */
const isForeign = (said: string, { start, end }: Said): boolean =>
  /\p{L}['’]s\s+(?:calend[ae]r|schedule|agenda|diary|planner)/iu.test(said.slice(start, end));

const isThere = ({ item }: Parts, scene: Scene): boolean =>
  item !== "" && findNamed(item, scene.open, scene).is === "found";

const addingVerbs =
  /^(?:add|put|chuck|stick|throw|toss|pop|place|insert|include|jot|note|get|enter|make|create|start|begin|open|generate|set|list|schedule|log|record|bring|build|compile|need|mark|flag|have|save|write\s+down)(?!\p{L})/iu;
/** "send the price list to Bob", "write christmas list" are things to do. */
const isOfSomethingElse = (said: string, { item }: Parts): boolean => {
  const words = withoutLead(said);
  if (/^(?:leave|keep)(?!\p{L})/iu.test(words)) return true;
  const isOnto = /^(?:write|book|block)(?!\p{L})/iu.test(words) && item !== "";
  const isOrder = isImperative(words) || /^(?:ask|unsubscribe)(?!\p{L})/iu.test(words);
  return isOrder && !addingVerbs.test(words) && !isOnto;
};

/** "make a shopping list with eggs and milk" */
const filled = /^\s*with\s+(?<items>\S.*)$/iu;
const itemsAfter = (said: string, { end }: Said): Pick<Parts, "item"> => ({
  item: filled.exec(said.slice(end))?.groups?.["items"] ?? "",
});

/** Quotes, labels and priorities are the business of exacter rules. */
const marked = /["“”#@]|(?<!\p{L})(?:p[1-4]|priority|tagged|labell?ed|project|tag)(?!\p{L})/iu;

/** "wish list for leo by sunday", "prepare agenda for monday": nothing points at the list as such. */
const isTitle = (said: string, { list, start, end }: Said, scene: Scene): boolean =>
  (list.is === "named" &&
    ((start === 0 &&
      !/^\s*(?:should|must|needs?|ought|has\s+to)(?!\p{L})/iu.test(said.slice(end))) ||
      !/(?<!\p{L})list/iu.test(said.slice(start, end)))) ||
  scene.alive.some(({ title }) => title.toLowerCase() === said.toLowerCase()) ||
  (list.is === "calendar" && !/(?<!\p{L})(?:my|the|our)\s/iu.test(said.slice(start, end)));

/** A filter that the rule of lists reads better: "what's repeating on my list". */
const saysMore = ({ item, left }: Parts): boolean =>
  left.length > 0 || /^(?:what|which|who|how|when)/iu.test(item);
