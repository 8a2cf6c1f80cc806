// Words about Punctual itself and not about a task: how lists are shown, settings, the account. Says where that is, never makes a task of it.
// Rule of the grammar.
import { zoneNamed } from "../../../domain/language/dates/zones.ts";
import { quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { plain } from "../matching/words.ts";
import type { Rule, Scene } from "../scene.ts";

const my = "(?:the |my |all |all my |this |these )*";
const list = "(?:list|lists|tasks|todos|to dos|items|view|page|everything|it|them)";
const change = "(?:change|set|edit|update|switch|reset|choose|pick)";

const places: [RegExp, string][] = [
  [
    new RegExp(`^(?:sort|order|arrange|group)(?: ${my}${list})? (?:by|in order of|after) .+$`),
    "Each list is sorted and grouped where it is shown: the button with the sliders above it, “How the list is shown”. Nothing was changed.",
  ],
  [
    new RegExp(
      `^(?:(?:${change}|turn on|turn off|use|enable|go) (?:to )?(?:the )?)?(?:dark|light|night) (?:mode|theme)(?: on| off)?$|^${change} (?:the |my )(?:theme|density)(?: to .+)?$`,
    ),
    "Light, dark and how close the lines stand are behind the button with the sliders above a list, “How the list is shown”.",
  ],
  [
    new RegExp(
      `^(?:(?:export|download) ${my}(?:tasks|todos|list|lists|data|account|everything)|(?:back ?up|save a copy of) my (?:tasks|todos|list|lists|account))(?: (?:as|to|in) .+)?$`,
    ),
    "The account page, behind your name at the top, has “Export”: everything with its history as JSON, or the tasks as CSV.",
  ],
  [
    new RegExp(
      `^(?:${change} my|(?:i )?forgot (?:my|the)|recover my) (?:password|passcode)$|^${change} my (?:e ?mail|e ?mail address|name|account|user ?name|profile)$|^(?:delete|close|cancel) (?:my |the )account$`,
    ),
    "That is done on the account page, behind your name at the top, by you alone: the chat cannot change how you sign in.",
  ],
  [
    /^(?:log|sign) ?(?:me )?(?:out|off)$/,
    "“Sign out” is at the top right of the page. Nothing was changed.",
  ],
  [
    /^(?:open|show|show me|go to|where are|take me to|edit|change) (?:the |my )?(?:settings?|preferences|options)$/,
    "“Settings” is at the top of the page.",
  ],
  [
    /^(?:turn|switch) (?:on|off) (?:the |my |all )?(?:notifications?|push(?: notifications?)?|e ?mails?|sounds?)$|^(?:enable|disable|mute) (?:the |my |all )?(?:notifications?|push(?: notifications?)?)$/,
    "Settings → Reminders has how you are told: in the app, by push, e-mail or a webhook, and your quiet hours.",
  ],
  [
    new RegExp(
      `^${change} (?:the |my )?(?:language|date format|time format|week ?start|first day of the week|quiet hours|working hours)(?: to .+)?$`,
    ),
    "Settings → Clock and calendar has that. Nothing was changed.",
  ],
];

const zoneAsked =
  /^(?:what|which)(?: is|s)? (?:my |the )?time ?zone(?: am i in| is it| do you use| is set)?$/;
const zoneSet =
  /^(?:please\s+)?(?:change|set|update|switch|put)\s+(?:my|the)\s+time\s?zone\s+(?:to|as|=)\s+(?<place>.+?)[.!]?$|^(?:my|the)\s+time\s?zone\s+(?:is|should\s+be)\s+(?:now\s+)?(?<other>.+?)[.!]?$/iu;

/** "sort by priority", "export my tasks", "dark mode", "set my time zone to New York". */
export const aboutApp: Rule = (said, scene) => {
  const zone = zoneSet.exec(said)?.groups;
  if (zone) return setZone(zone["place"] ?? zone["other"] ?? "", scene);
  const words = plain(said).replace(/^(?:please|can you|could you) /, "");
  if (zoneAsked.test(words)) return talk(`Your time zone is ${scene.settings.timeZone}.`);
  const found = places.find(([pattern]) => pattern.test(words));
  return found ? talk(found[1]) : null;
};

const setZone = (place: string, { settings }: Scene): Interpretation => {
  const timeZone = zoneNamed(place);
  if (timeZone === null)
    return talk(
      `I know no time zone ${quote(place)}. Say a city such as “New York”, or a name such as “Europe/Berlin”.`,
    );
  if (timeZone === settings.timeZone) return talk(`Your time zone is ${timeZone} already.`);
  // An undo takes back changes of tasks: what it was is said, so that it can be said again.
  return {
    ...talk(`Your time zone is now ${timeZone}. It was ${settings.timeZone}.`),
    timeZone,
  };
};
