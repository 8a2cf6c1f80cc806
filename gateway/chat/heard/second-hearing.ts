// Looks at a reading of the rules again: what sounds like something else is not written, and what was not understood is read by its sound. Called by
// grammar.ts.
import type { Command } from "../../../domain/command.ts";
import { hear } from "../../../domain/language/acts/hear.ts";
import { ask, isGuess, notUnderstood, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { beginsTitles } from "../lists/standing.ts";
import { isImperative } from "../matching/task-verbs.ts";
import { findMentions } from "../reading/mention.ts";
import type { TaskCreate } from "../rules/new-task.ts";
import type { Scene } from "../scene.ts";
import { readHeard } from "./read-heard.ts";

/** How sure it has to be to overrule the rules, and to be read where they were silent. */
const [overrules, speaks] = [0.75, 0.6];
const longest = 200;

/** An order to add, whatever the thing is: nothing is looked at twice. */
const ordered =
  /^(?:(?:please|also|and|now)\s+)*(?:add(?!\s+up)|new|note|todo|to-do|task|jot|write\s+down|remind|remember|don['’]?t\s+(?:let\s+me\s+)?forget|wake|schedule|plan|(?:set|create|make\s+an?)\s.*(?<!\p{L})(?:task|todo|to-do|reminder|alarm|event|appointment)(?!\p{L})|i\s+(?:need|have|must|should|gotta|ought)|(?:we|gotta|must)\s)/iu;
/** Verbs of orders on tasks: a title may begin with other ones, and speak of deleting all the same. */
const orders =
  /^(?:(?:please|also|and|now|can\s+you)\s+)*(?:remove|delete|erase|take|clear|clean|wipe|empty|get\s+rid|cancel|drop|scrap|zap|trash|throw|bin|edit|update|change|move|push|postpone|tick|cross|check|mark|finish|complete|strike|scratch|rename|reschedule|disable|kill|forget)(?!\p{L})|(?<!\p{L})(?:no\s+longer|(?:calendar|list|alarms?|reminders?|events)(?!\p{L}))/iu;
/** Of a task that is there: something became of it, in words that no rule understood. */
const changes =
  /(?<!\p{L})(?:moved|shifted|postponed|rescheduled|swap|switch|replace|instead|renamed|changed|cancell?ed|no\s+longer)(?!\p{L})/iu;
/** Asks for help with all of it, rather than naming a thing to do. */
const vague =
  /^(?:plan|sort(?:\s+out)?|organi[sz]e|fix|arrange|clean\s+up|tidy\s+up)\s+(?:out\s+)?my\s+(?:whole\s+)?(?:day|week|weekend|month|life|schedule|tasks|list|todos)(?:\s+out)?$/iu;
/** "cancel the gym membership" is a task as well as an order on one: the rules offer it. */
const cancels = /^(?:cancel|call\s+off|repeat|stop)(?!\p{L})/iu;
/** What other machines do, and what is asked of an assistant. */
const ofMachine =
  /(?<!\p{L})(?:lights?|lamps?|volume|music|songs?|playlists?|jazz|podcasts?|episodes?|thermostat|temperature|heating|heater|mode|weather|jokes?|timer|slower|faster|louder|brighter|quieter|softer|yourself|brightness|wifi|whisper(?:ing)?|voice|sounds?|noise|tv|(?:plug\s+|smart\s+|wemo\s+)?socket|plug|wemo|outlet|station|fm|am\s+radio|facebook|instagram|twitter|audio\s?books?|games?|credit\s+score|pin|exchange\s+rate|definition|status|traffic|(?:to|with|for|tell|get|give|update|inform)\s+me|up\s+to\s+date)(?!\p{L})|^(?:speak|describe|explain|convert|inform|tell\s+my|tune|find\s+out|let['’]?s|use\s+your|start\s+play|turn\s+(?:up|down)|whisper|stop\s+(?:talking|speaking|making)|go\s+to\s+my|look\s+(?:up\s+(?:the|my|how)|to\s+see))(?!\p{L})/iu;
const playing =
  /^(?:play|start\s+playing)(?!\s+(?:(?:the|some|my|a)\s+)?(?:guitar|piano|violin|cello|flute|drums?|bass|keyboard|ukulele|harp|trumpet|saxophone|tennis|football|soccer|golf|chess|cards|basketball|badminton|squash|with)(?!\p{L}))/iu;
const isForMachine = (message: string, said: string): boolean =>
  ofMachine.test(said) || playing.test(said) || /^(?:please|hey)(?!\p{L})/iu.test(message.trim());
const ofLists =
  /(?<!\p{L})(?:calend[ae]r|schedule|lists?|alarms?|reminders?|events?|meetings?|appointments?|plans?|tasks?|items?|all|every\p{L}*|it|that|this|them|last|next|done)(?!\p{L})/iu;
const isHousehold = (said: string): boolean => beginsTitles(said) && !ofLists.test(said);
const asks =
  /\?$|^(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|am|do|does|did|can|could|would|will|should|shall|may|might|has|have|any|tell\s+me|let\s+me\s+know)(?:['’]s)?\s/iu;
const marked = /[#@!]\p{L}|(?<!\p{L})p[1-4](?!\p{L})|["“\n]/iu;

/** The reading that stands. `message` is what was typed, `said` the sentence in it. */
export const heardAgain = (
  message: string,
  said: string,
  meant: Interpretation,
  scene: Scene,
): Interpretation => {
  if (said.length > longest || marked.test(message) || meant.timeZone !== undefined) return meant;
  const isNew = meant.commands.length > 0 && meant.commands.every(isCreate);
  const offersNew = offersOnlyNew(meant);
  const isSilent = meant.commands.length === 0 && !meant.ask && meant.answer?.kind === "talk";
  if (isNew && (!ordered.test(said) || vague.test(said)))
    return newAgain(message, said, meant, scene);
  if (isGuess(meant) && (isSilent || (offersNew && !cancels.test(said))))
    return silentAgain(message, said, meant, scene);
  return meant;
};

/** A bare line that the rules took for a title. */
const newAgain = (
  message: string,
  said: string,
  meant: Interpretation,
  scene: Scene,
): Interpretation => {
  if (vague.test(said) || (changes.test(said) && findMentions(said, scene.alive).length > 0))
    return offer(meant, said);
  const heard = hear(message);
  if (heard.act === "add" || heard.probability < overrules) return meant;
  if (heard.act !== "none" && heard.act !== "show" && !orders.test(said)) return meant;
  if (heard.act === "change" && findMentions(said, scene.alive).length === 0) return meant;
  const read = heard.act === "none" ? null : readHeard(said, heard, scene);
  // "play guitar" is a thing to do, "play some jazz" one for a machine.
  if (
    heard.act === "none" &&
    !asks.test(message) &&
    isImperative(said) &&
    !isForMachine(message, said)
  )
    return meant;
  // "take out the trash" takes nothing off a list.
  if (!asks.test(message) && isHousehold(said) && !read?.ask) return meant;
  if (read && (heard.act === "show" || read.ask)) return read;
  return heard.act === "none" && asks.test(message) ? notForUs() : offer(meant, said);
};

/** Nothing was understood, or only offered as a title. */
const silentAgain = (
  message: string,
  said: string,
  meant: Interpretation,
  scene: Scene,
): Interpretation => {
  const heard = hear(message);
  if (heard.act === "none" && asks.test(message) && heard.probability >= speaks) return notForUs();
  if (heard.probability < speaks || heard.act === "none") return meant;
  // What the rules offer holds all of the words.
  const isUnread = meant.answer?.text.startsWith(notUnderstood) === true && !meant.ask;
  if (heard.act === "add" && !isUnread) return meant;
  const read = readHeard(said, heard, scene);
  // A title that is offered is better than that nothing was found.
  const isEmpty = read?.commands.length === 0 && !read.ask && !read.answer?.taskIds?.length;
  return isEmpty && offersOnlyNew(meant) ? meant : (read ?? meant);
};

const notForUs = (): Interpretation =>
  talk("That is nothing I can help with: I keep your tasks. Nothing was changed.");

/** The same tasks, after a yes. */
const offer = ({ commands }: Interpretation, said: string): Interpretation => {
  const [first] = commands.filter(isCreate);
  const title = quote(first?.fields.title ?? said);
  const what = commands.length > 1 ? `${commands.length} tasks` : title;
  return ask(`I am not sure that this is a task. Shall I add ${what}?`, [
    { label: `Add ${what}`, commands },
    { label: "No, leave it", commands: [] },
  ]);
};

const isCreate = (command: Command): command is TaskCreate => command.type === "task.create";

const offersOnlyNew = ({ commands, ask: asked }: Interpretation): boolean =>
  commands.length === 0 &&
  asked !== undefined &&
  asked.choices.every((choice) => choice.commands.every(isCreate));
