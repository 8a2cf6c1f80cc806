// Greetings, thanks, help, and what Punctual cannot do yet. Rules of the grammar.
import { examples, talk } from "../asking.ts";
import { plain } from "../matching/words.ts";
import type { Rule } from "../scene.ts";

const helpText = [
  "You can tell me, in your own words:",
  "• add: “buy groceries tomorrow 5pm #home p1”, “add call mum on friday”",
  "• complete: “mark buy groceries as done”, “done with taxes”, “reopen taxes”",
  "• change: “move taxes to friday”, “postpone taxes by 2 days”, “rename taxes to file taxes”, “make taxes p1”",
  "• people and parts: “assign taxes to Sam”, “add a note to taxes: ask Ann”, “add subtask buy flour to bake cake”",
  "• repeat: “pay rent every 1st at 9”, “make taxes repeat every 3 days”, “skip yoga”, “stop repeating taxes”",
  "• remind: “remind me to call mum in 5 minutes”, “remind me about taxes tomorrow at 9”, “snooze it 1h”",
  "• projects and tags: “list my projects”, “add a project Garden”, “rename project home to house”, “merge tag a into b”, “delete tag fitness”",
  "• filters: “save filter Soon: today | overdue”, “show filter Soon”",
  "• delete: “delete taxes”, “restore taxes”",
  "• ask: “what's due today?”, “overdue”, “p1 tasks tagged home”, “how many tasks are left?”, “anything about taxes?”",
  "• several at once: “finish laundry and remind me to call mum at 6”; “undo” takes the last message back, “redo” does it again",
  "“It” and “the second one” mean what I showed you last. When I am not sure which task you mean, I ask.",
].join("\n");

const asksHelp =
  /^(?:help|help me|please help|commands?|manual|instructions|usage|what can (?:you|i) (?:do|say|ask)(?: here)?|how (?:does this|do you|do i|does it) (?:work|use (?:this|you))|what do you (?:do|understand)|who are you|what are you|how can you help(?: me)?)$/;

/** "help", "what can you do?" */
export const help: Rule = (said) =>
  asksHelp.test(plain(said)) || said.trim() === "?"
    ? { commands: [], answer: { kind: "help", text: helpText } }
    : null;

const smallTalk: [RegExp, string][] = [
  [
    /^(?:hi+|h[ea]ll?o+|helo+|hey+a?|hey|hiya|yo|howdy|good (?:morning|afternoon|evening|day)|greetings|sup|hello there|hi there|hey there)(?: punctual)?$/,
    `Hello. Tell me what to put on your list, or ask what is due. For example ${examples}.`,
  ],
  [
    /^(?:thanks|thn?ak?n?s|thanx|thnks|thank you|thank u|thx|ty|cheers|much appreciated|thanks a lot|thank you (?:very|so) much|many thanks|great thanks|ok thanks|perfect thanks)(?: punctual)?$/,
    "You are welcome.",
  ],
  [
    /^(?:(?:ok |right |well )?(?:bye|bye bye|goodbye|good night|night night|nite|see (?:you|ya|u)|(?:talk|speak|chat)(?: to (?:you|u))?(?= )|cu|ciao|laters|ttyl|catch you)(?: (?:later|soon|then|tomorrow|around|again|(?:on |next )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week)))*|(?:thats |that is |that will be )?(?:all|it|enough)(?: for)? (?:now|today|tonight|the day))$/,
    "See you.",
  ],
  [
    /^(?:ok|okay|cool|great|nice|perfect|awesome|good|fine|alright|well done|good job|got it|i see|lol|haha|wow)$/,
    "Good. What is next?",
  ],
  [
    /^(?:how are you|how are you doing|hows it going|whats up|how do you do)$/,
    "Ready. What is to be done?",
  ],
  [
    /^(?:yes|no|yep|nope|sure|never mind|nevermind|forget it|cancel|stop)$/,
    "There is no question open. Nothing was changed.",
  ],
  [/^(?:sorry|my bad|oops)$/, "Nothing happened. What shall I do?"],
];

/** Small talk is answered kindly and changes nothing. */
export const smallTalkRule: Rule = (said) => {
  const words = plain(said).replace(address, "");
  const found = smallTalk.find(([rule]) => rule.test(words)) ?? lastOf(words);
  return found ? talk(found[1]) : null;
};

/** Whom it is said to. */
const address = /(?<=\S) (?:dear|mate|love|buddy|friend|man|pal|punctual|bot|everyone|all)$/;

/** "thanks bye": two in one are answered as the last. */
const lastOf = (words: string) => {
  const at = words.indexOf(" ");
  const [first, rest] = [words.slice(0, at), words.slice(at + 1)];
  const isBoth = at > 0 && smallTalk.some(([rule]) => rule.test(first));
  return isBoth ? smallTalk.find(([rule]) => rule.test(rest)) : undefined;
};

const notYet: [RegExp, string][] = [
  [/^(?:share|invite)\b.* with .*/, "Lists cannot be shared yet. Nothing was changed."],
];

/** What is asked for often and does not exist yet: said so, never half done. */
export const notYetRule: Rule = (said) => {
  const words = plain(said);
  const found = notYet.find(([rule]) => rule.test(words));
  return found ? talk(found[1]) : null;
};
