// Which act is right for an utterance of the public sets: by its intent, and where that mixes acts by the verbs it says. Called by public.ts and train.ts.
import type { Utterance } from "./utterances.ts";

/** What a message does. `remove` is also clearing and cancelling, `complete` also ticking off, `change` all other fields. */
export const acts = ["add", "show", "remove", "complete", "change"] as const;
export type Act = (typeof acts)[number];

const byIntent: Record<string, readonly Act[]> = {
  lists_createoradd: ["add"],
  lists_query: ["show"],
  lists_remove: ["remove"],
  calendar_set: ["add"],
  calendar_query: ["show"],
  calendar_remove: ["remove"],
  alarm_set: ["add"],
  alarm_query: ["show"],
  alarm_remove: ["remove"],
  shopping_list: ["show"],
  todo_list: ["show"],
  reminder: ["show"],
  calendar: ["show"],
  reminder_update: ["add"],
};

const removing =
  /\b(?:remov\w*|delet\w*|eras\w*|clear\w*|cancel\w*|tak(?:e|ing)\b.+\b(?:off|away|out)|take (?:off|away)|get rid|cross|scratch|strike|drop|wipe|empty|don['’]?t need|no longer)\b/iu;
const ticking =
  /\b(?:cross\w*|scratch|strike|check\w* off|tick\w*|mark\w* .*(?:done|complete)|complet\w+|finish\w*)\b/iu;
const adding =
  /\b(?:add\w*|put|includ\w*|plac\w*|schedul\w*|remind\w*|need .* on|should have|on it|instead)\b/iu;

const unlessThere =
  /\b(?:unless|already|if (?:it|they|not|i)\b.*|(?:isn|aren|haven)['’]?t|not on)\b/iu;

/** The acts of which one is right. "cross milk off and add eggs" is both. */
export const expectedActs = ({ intent, text }: Utterance): readonly Act[] => {
  const sure = byIntent[intent];
  const isTicked = ticking.test(text);
  if (sure) return sure[0] === "remove" && isTicked ? ["remove", "complete"] : sure;
  const isRemoved = removing.test(text) || isTicked;
  // "… if it is not there yet": where it is, that is shown.
  if (!isRemoved) return unlessThere.test(text) ? ["add", "show"] : ["add"];
  const removed: Act[] = isTicked ? ["remove", "complete"] : ["remove"];
  return adding.test(text) && / and | but |;|,/iu.test(text) ? [...removed, "add"] : removed;
};

const opening =
  /^(?:(?:hey|hi|hello|ok|okay|so|and|please|um|uh|well|olly|siri|alexa|google)[\s,]+)*/iu;
const asks =
  /^(?:what|whats|what['’]s|who|whos|who['’]s|whom|whose|which|when|whens|where|wheres|where['’]s|why|how|hows|how['’]s|is|are|was|were|am|do|does|did|can|could|would|will|should|shall|may|might|has|have|any|tell me|let me know|i(?:['’]d like| want| need| would like) to know)\b/iu;

/** Whether it is put as a question, whatever it asks for. */
export const isQuestion = ({ text }: Utterance): boolean =>
  text.trim().endsWith("?") || asks.test(text.trim().replace(opening, ""));
