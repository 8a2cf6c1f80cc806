// A message without what surrounds it: greetings, politeness, a full stop. Called by grammar.ts.

const openings = [
  /^(?:hey|hi|hello|good\s+(?:morning|evening|afternoon)|ok|okay|yo|well|so|alright|right|now|and|then|also|oh|um|uh|er|erm|hmm|oops|whoops|actually|btw|by\s+the\s+way|finally|ah|but|ugh|argh|omg|lol|meh|shit|damn|hmm+)(?:\s+punctual)?\s*[,!.]*\s+(?=\S)/iu,
  /^(?:next|lastly|not\s+yet|plus|yes|no|great|thanks|thank\s+you|cheers|sorry|perfect|cool|nice)\s*[,!.]+\s*(?=\S)/iu,
  /^first(?:ly|\s+of\s+all)?\s*,?\s+(?=(?:complete|finish|mark|add|move|delete|remove|rename|assign|tag|set|reopen|restore|create|remind)\s)/iu,
  /^(?:no\s+wait|wait)\s*,?\s+(?=\S)/iu,
  /^(?:(?:you\s+can|feel\s+free\s+to|go\s+ahead\s+and|be\s+so\s+kind\s+(?:as\s+)?(?:to|and))\s+(?:now\s+|also\s+|please\s+|just\s+)*)(?=\S)/iu,
  /^(?:(?:hey|ok|okay|hi|yo)\s+)?(?:punctual|google|siri|alexa|cortana|bixby|olly)\s*[,:!]?\s+(?=\S)/iu,
  /^(?:please|pls|plz|kindly|just)\s*,?\s+(?:to\s+)?(?=\S)/iu,
];
const requests =
  /^(?:(?:can|could|would|will|may)\s+(?:you|u|i|we)\s+(?:please\s+|pls\s+|just\s+|kindly\s+|also\s+|maybe\s+)*|(?:i['’]?d|i\s+would)\s+like\s+you\s+to\s+|i\s+(?:want|need)\s+you\s+to\s+|(?:i['’]?d\s+like|i\s+would\s+like|i\s+want|i\s+need)\s+to\s+(?=(?:add|create|make|complete|finish|mark|delete|remove|move|rename|see|show|list|know|postpone|reschedule|reopen|restore|cancel|tag|change)\s)|let['’]?s\s+|would\s+you\s+mind\s+)(?=\S)/iu;
const endings = [
  /\s*[,.!?]*\s+(?:please|pls|plz|ta|cheers|thanks|thank\s+(?:you|u)(?:\s+(?:so|very)\s+much)?|thx|ty|thanks\s+(?:a\s+(?:lot|bunch|million)|so\s+much|in\s+advance)|many\s+thanks|for\s+me|now\s+please|if\s+you\s+(?:can|could|would|don['’]?t\s+mind)|will\s+you|would\s+you)[.!]*$/iu,
  // The dot after "15.12." is the date's.
  /(?<=\S)(?<!(?<!(?:at|@))\s(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2]))\s*[.!…]+$/iu,
  /(?<=\S)\s*,?\s+(?:as\s+well|too)$/iu,
  /(?<=\S)\s*,?\s+(?:finally+|lol|haha+|yay+|phew|woo+hoo+)$/iu,
  /(?<=\S)\s*(?:(?![✅✔☑])[\p{Extended_Pictographic}\u{FE0F}\u{200D}])+$/u,
];

/** Whether the last word of a message is "too": what is said of others holds for its last task as well. */
export const saysToo = (message: string): boolean =>
  /\s(?:as\s+well|too)[\s.!]*(?:please|pls|thanks)?[.!]*$/iu.test(message);

/** The sentence to read. A request put as a question ("can you add milk?") loses its question mark. */
export const sentenceOf = (message: string): string => {
  let said = message.trim().replaceAll(/[^\S\n]+/g, " ");
  for (let before = ""; before !== said;) {
    before = said;
    for (const opening of openings) said = said.replace(opening, "");
    if (requests.test(said)) said = said.replace(requests, "").replace(/\s*\?+$/, "");
    for (const ending of endings) said = said.replace(ending, "");
  }
  return said.trim().replace(/^(that)s(?=\s)/iu, "$1's");
};
