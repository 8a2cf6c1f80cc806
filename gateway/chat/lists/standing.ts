// Whether a sentence orders what was heard in it: its verb and its form decide, never the model alone. Pure. Called by lists.ts and heard/read-heard.ts.
import { negation } from "../matching/lexicon.ts";

/** `ordered` may be done, `unsure` is asked first, `not ordered` is left to others: a question, a wish, a denial, news. */
export type Standing = "ordered" | "unsure" | "not ordered";
export type Ending = "remove" | "complete";

const lead =
  /^(?:(?:please|kindly|just|now|also|and|then|so|do|hey|ok|okay|i\s+wanna|i(?:['’]ve)?\s+got\s+to|go\s+ahead\s+and|let['’]?s|(?:can|could|would|will)\s+you|(?:i|we)(?:\s+(?:want|need|would\s+like)|['’]d\s+like)(?:\s+you)?\s+to|make\s+sure\s+(?:to|you)|you\s+can)\s+)*/iu;
const requests = /^(?:\S+\s+){0,2}(?:can|could|would|will)\s+you(?!\p{L})/iu;

/** The sentence without what is only polite. */
export const withoutLead = (said: string): string => said.replace(lead, "");

const questions =
  /^(?:why|what|how|when|where|who|whose|which|did|does|is|was|are|were|has|had|am|(?:have|do|will|would|can|could|should|shall|may|might)\s+(?:i|you|we|they|it|the|my))(?:['’]s)?(?!\p{L})/iu;

/** A question, but not a request in the form of one. */
export const isAsked = (said: string): boolean =>
  questions.test(withoutLead(said)) || (/\?\s*$/u.test(said) && !requests.test(said));

const wishes =
  /(?<!\p{L})(?:i|we)\s+(?:wish(?!.*\sto\s+be)|hope|hate|love|forgot|thought|think|wonder|slept|missed)(?!\p{L})|^(?:when|once|after|until|as\s+soon\s+as)(?!\p{L})/iu;
/** "don't need it anymore" denies the thing, not the order. */
const unwanted =
  /(?<!\p{L})(?:no\s+longer|(?:don['’]?t|do\s+not|not)\s+(?:need|want|going\s+to)(?!\s+to(?!\p{L}))|not\s+going(?!\s+off)|any\s?more)(?!\p{L})/giu;

const isDenied = (said: string): boolean => negation.test(said.replaceAll(unwanted, " "));

const removing =
  "(?:remov\\p{L}*|remvoe|delet\\p{L}*|eras\\p{L}*|clear\\p{L}*|clean\\p{L}*|empt\\p{L}*|wip\\p{L}*|trash\\p{L}*|zap\\p{L}*|drop\\p{L}*|scrap\\p{L}*|cancel\\p{L}*|tak(?:e|ing|en)|get(?:\\s+(?:me\\s+)?rid|(?=.*\\s(?:off|from|out)\\s))|throw|toss|discard|bin|kill|abolish|reset|turn\\s+(?:\\p{L}+\\s+){0,6}?off|switch\\s+(?:\\p{L}+\\s+){0,6}?off|shut\\s+off|disabl\\p{L}*|deactivat\\p{L}*|stop|silence|forget|cut|lose|pull|cross|strike|scratch)(?!\\p{L})";
const completing =
  "(?:tick\\p{L}*|check(?=.*\\soff(?!\\p{L}))|checked|cross|strike|scratch|mark\\p{L}*|complet\\p{L}*|finish\\p{L}*|close|set(?=.*\\sdone))(?!\\p{L})";
const fronted = "(?:(?:from|off|on|in|out\\s+of|for|under)\\s.+?\\s(?:please\\s+)?)?";
const verbFirst: Record<Ending, RegExp> = {
  remove: new RegExp(`^${fronted}${removing}`, "iu"),
  complete: new RegExp(`^${fronted}${completing}`, "iu"),
};
/** "milk can come off the list", "i need it taken off", "I no longer need it"; "everything on it is bought". */
const passive: Record<Ending, RegExp> = {
  remove:
    /(?<!\p{L})(?:can|could|should|must|wish|needs?\s+to|has\s+to|have\s+to|want|need|would\s+like|['’]d\s+like)\s.*(?<!\p{L})(?:come\s+off|go|off|clear|silenced|removed|deleted|erased|cleared|emptied|wiped|cancell?ed|gone|empty)(?!\p{L})|(?<!\p{L})no\s+longer\s+(?:need|want)|(?<!\p{L})(?:don['’]?t|do\s+not)\s+(?:need|want)(?!\s+to)|^(?:make\s+sure|ensure|have|get)\s.*(?:clear(?:ed)?|empty|emptied|removed|deleted|off)(?!\p{L})|(?:taken|take\s+it)\s+off(?!\p{L})/iu,
  complete:
    /(?<!\p{L})(?:is|are|was|were|has\s+been|have\s+been|['’]s)\s+(?:all\s+|now\s+|already\s+|finally\s+)*(?:done|bought|finished|complete|completed|packed|paid|sorted|off)[.!]?$|^(?:i|we)(?:\s+have|['’]ve)?\s+(?:just\s+|already\s+)*(?:bought|got|finished|did|done|completed|packed|paid)(?!\p{L})|^(?:all|everything)\s.*(?<!\p{L})(?:done|bought|finished|completed|packed)[.!]?$/iu,
};
const somewhere: Record<Ending, RegExp> = {
  remove: new RegExp(`(?<!\\p{L})${removing}`, "iu"),
  complete: new RegExp(
    `(?<!\\p{L})(?:${completing}|(?:done|bought|sorted|did|paid|sent)(?!\\p{L}))`,
    "iu",
  ),
};

/** What a sentence allows of the act that was heard in it. */
export const standingOf = (said: string, does: Ending): Standing => {
  const words = withoutLead(said);
  if (isAsked(said) || wishes.test(words) || isDenied(words)) return "not ordered";
  if (verbFirst[does].test(words) || passive[does].test(said)) return "ordered";
  const isNews = /^(?:i|we|my)(?!\p{L})/iu.test(words) && !/(?<!\p{L})so(?!\p{L})/iu.test(words);
  return somewhere[does].test(words) && !isNews ? "unsure" : "not ordered";
};

/** The verb stands there already: what follows the list is not what it takes away. */
export const hasVerb = (before: string): boolean => somewhere.remove.test(before);

/** The verb says which of both is meant, where it says so. */
export const endingIn = (said: string): Ending | null => {
  const words = withoutLead(said);
  if (/^(?:tick|cross|strike|scratch|check\s.*\soff)(?!\p{L})/iu.test(words)) return "complete";
  return /^(?:remove|delete|erase|take|get\s+rid)(?!\p{L})/iu.test(words) ? "remove" : null;
};

/** Verbs that also begin the titles of tasks: "drop books off at the library". */
export const beginsTitles = (said: string): boolean =>
  /^(?:drop|pull|take\s+out|scrap|throw|toss|cut|clear|clean|empty|wipe|kill|bin|check|finish|complete|get|find|pick|stop|lose|mark|close)(?!\p{L})/iu.test(
    withoutLead(said),
  );

/** "clear my list", "empty the shopping list": the verb stands right before the list. */
export const isOfWhole = (said: string, before: string): boolean =>
  /(?<!\p{L})(?:all|every\p{L}*|whole|entire|each|full|completely|clean|empty|emptied|cleared)(?!\p{L})/iu.test(
    said,
  ) ||
  new RegExp(`^${removing}(?:\\s+(?:of|out|off|up|away|down|out\\s+of|on))*$`, "iu").test(
    withoutLead(before).trim(),
  ) ||
  before.trim() === "";
