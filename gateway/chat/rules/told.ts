// How people tell something instead of ordering it: by the first word, by a clause, by how it ends. Data of statement.ts.

const pronoun = "(?:i|he|she|we|they)";
const weekday = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const day = `(?:today|tomorrow|tonight|yesterday|${weekday}s?|now|soon)`;
/** "tomorrow i have to drop the car": something to do. */
const duty = "(?:have|need|got|ought)\\s+to\\s|must\\s|should\\s|gotta\\s";
const start = (words: string, then = "(?=[\\s,.!]|$)"): RegExp =>
  new RegExp(`^(?:${words})${then}`, "iu");
const inside = (words: string): RegExp =>
  new RegExp(`(?<=[\\p{L}\\p{N}][\\s,]+)(?:${words})(?=[\\s,.!:]|$)`, "iu");

/** Words that begin a sentence on how the world is, never a title. */
export const openings = [
  start(
    `i|i['’]?m|im|i['’]ve|i['’]ll|i['’]d|you|you['’]re|he|she|it|it['’]?s|its|he['’](?:s|d|ll)|she['’](?:s|d|ll)|they['’]\\p{L}+|we['’]\\p{L}+|we|they|there|there['’]s|this(?!\\s+(?:${weekday}|week(?:end|day)?|month|year|morning|afternoon|evening)(?:['’]s)?\\s)|that|that['’]?s`,
  ),
  start(
    "what|what['’]?s|when|where|why|how|which|who|is|are|am|was|were|does|did|could|would|should|has|will(?!\\s+\\p{L}+ing)|can(?!\\s+opener)|(?:tell|show|give|help|send|teach|sing)\\s+(?:me|us)|(?:do|have)\\s+(?:i|you|we|they|he|she|it)",
  ),
  start(
    "if|because|since|but|and|or|maybe|perhaps|enough|please\\s+ignore|not|nothing|never|nobody|no\\s+one|every(?:one|body)|some(?:one|body)|any(?:one|body)",
  ),
  start(
    "(?:ca|wo|could|did|was|were|have|has|is|would|does)n['’]?t|cannot|almost|nearly|apparently|supposedly|supposed\\s+to|hopefully|honestly|luckily|sadly|unfortunately|literally|so\\s+far|thank\\s+(?:god|goodness|you\\s+(?:so|very|all))|yesterday(?!['’]s)",
  ),
  start(
    "got(?!\\s+to\\s)|had|went|ran|drove|swam|rode|flew|wrote|bought|took|gave|spoke|woke|slept|fell|felt|heard|came|forgot|spent|thought|knew|ate|drank|(?:missed|lost|found|broke|saw)\\s+(?:the|my|an?|it|out)",
  ),
  start(
    `(?:thinking|wondering|hoping|dreaming|worried|dying|struggling|looking\\s+forward|working\\s+(?:from\\s+home|late)|sitting|stuck|fed\\s+up|sick\\s+of|running\\s+(?:late|behind|out)|feel(?:s|ing)?|(?:looks?|sounds|smells|seems)\\s+like|seems|supposed)`,
    "(?=[\\s,.!](?!\\s*time\\b)|$)",
  ),
  start(
    "back\\s+(?:from|home|in|at)|(?:cold|hot|wet|sunny|rainy|windy|freezing|boiling|cloudy|snowy|icy|foggy|gr[ae]y)(?=\\s*$|,|\\s+(?:and|out|outside|day|weather|again|as|here|in|one|night|morning))",
  ),
];

/** Feelings, greetings and judgements, which begin titles as well: "happy birthday card for dad". */
export const moods = start(
  "happy|sad|great|good|bad|nice|lovely|awful|terrible|horrible|crazy|weird|funny|lucky|glad|proud|poor|love|hate|hope|wish|rough|tired|exhausted|bored|hungry|bit|kinda|kind\\s+of|sort\\s+of|so|such|what\\s+an?|long\\s+(?:day|week|night)|busy\\s+(?:day|week|morning|one)|yes|no|ok|okay|sorry|hello|hi|hey|thanks|thank|merry|congrats|congratulations|sick\\s+of|another",
);

/** What stands inside a sentence that tells something. */
export const clauses = [
  inside(
    `is|are|was|were|(?:is|are|was|were)n['’]?t|(?:will|should|might|could|would|must|can|may)\\s+be|(?:has|have|had)\\s+been|had|seems|looks|looked`,
  ),
  inside(
    `${pronoun}(?:['’]\\p{L}+|\\s+(?!${day}|${duty})\\p{L}{2,})|(?:it|that|there|you)['’](?:s|ll|d|re|ve)`,
  ),
  inside(
    'said|says|told|(?:reads|writes|wrote|states|shouted|typed)(?=\\s*[:,"“])|thinks?|thought|reckons?|mentioned|promised|claims|heard|swears|believes|insists|suggested|asked',
  ),
  inside(
    "might|would|wouldn['’]?t|could|couldn['’]?t|shouldn['’]?t|won['’]?t|can['’]?t|cannot|can\\s+(?:only|hardly|never)|may\\s+(?:not|have|well)|will\\s+(?:have|not|never|probably|come|do|go|get|take|need|make|give|call|bring|send|pay|help|see|look)|(?:do|does|did)n['’]?t(?!\\s+(?:forget|be\\s+late|miss))|(?:has|have|had)(?:n['’]?t|(?!\\s+to\\s))",
  ),
  inside(
    "(?!need|feed|seed|weed|speed|hundred)\\p{L}{3,}ed\\s+(?:me|us|him|her|them|it|the|an?|my|our|his|their|twice|in\\s+sick)",
  ),
  // "the oven packed up"
  /^(?:the|my|our|his|her|their|an?)\s+(?:[\p{L}-]+\s+){1,2}\p{L}{3,}ed\s+(?:up|out|off|down|over|in|on|at|away|again)(?=[\s,.!]|$)/iu,
  inside(
    "still\\s+(?:no|not|waiting|nothing)|and\\s+still|(?:makes|takes|brings|likes|eats|lives|comes|sings)\\s+(?:me|us|him|her|them|it|the|an?|my|our|too|so|on|at|in|out|home)",
  ),
  inside(
    "went|came|threw|fell|forgot|gave|knew|rang|sang|slept|spoke|stole|woke|won|wrote|began|became|caught|flew|gone\\s+(?:up|down|off|mad|wrong|missing|again)|been",
  ),
  inside(
    "(?:took|got|made|found|lost|left|saw|felt|sent|paid|met|broke|sold|bought|brought|ate|drank|built|hit|hurt|kept|ran|turned)\\s+(?:me|us|him|her|them|it|the|an?|my|our|his|their|some|so|really|very|out|up|\\d+)",
  ),
  inside(
    "goes|seems|feels|sounds|smells|hurts?|dies|sucks|stinks|hates?|knows|gets|keeps|wants|(?:kills?|killing|drives?|driving|makes?|making|loves?|leaves)\\s+(?:me|us|him|her|them|it)",
  ),
  /^[\p{L}\s]{2,40}?['’]s\s+(?:an?|the|not|been|gone|got|so|too|really|very|right|never|always|still|just|already|coming|going|making|getting|having|being|leaving|moving|driving|killing|acting|staying|arriving|feeling|looking|working|ringing|calling|doing|taking|giving|bringing|picking|asking|saying|letting|waiting|hoping|trying)\s/iu,
];

/** How a sentence ends that tells something; looked for in what is left without its dates. */
export const endings = [
  /['’]s\s+(?:out|off|away|over|back|up|down|here|home|late|ill|sick|closed|shut|dead|broken|fine|lovely|great|awful|terrible|bad|good|nice|busy|free|full|empty|asleep|awake|due|ready)(?=$|,|\s+(?:again|at|for|from|in|this|now|till|until|and|with|because|already))/iu,
  /\s(?:closed|shut|ill|sick|late|away|cancell?ed|asleep|awake|delayed|flooded|off\s+(?:school|work|sick)|out\s+of\s+(?:order|office)|on\s+(?:strike|holiday|leave)|tired|exhausted|knackered|shattered|hungry|bored|poorly|lovely|awful|horrible|terrible|kill\s+me)(?=$|\s*[,.;!])/iu,
  /[,.;!–—-]\s*(?:send\s+help|lucky\s+\p{L}+|poor\s+\p{L}+|typical|as\s+usual|all\s+good|thank\s+(?:god|goodness)|oh\s+well|kill\s+me|save\s+me|yay|phew|what\s+an?\s+\p{L}+|(?:so|too|very)\s+\p{L}+|my\s+bad|\p{L}{2,}ing\s+(?:it|me|us))$/iu,
  /\s(?:tbh|smh|ffs|fml|ngl|imo|imho|idk)[.!]*$/iu,
];

/** Orders to say, ask or find out something: what follows may be a whole sentence. */
export const speaking = start(
  "tell|email|e-mail|text|ask|message|call|ring|phone|remind|write|let|check|confirm|explain|note|find|figure|see|make|whatsapp|inform|notify|warn|show|read|discuss|decide|look|remember|ensure|verify|test|report|announce|log|google|research|complain|apologi[sz]e|thank",
);
/** "order what we are out of": the clause belongs to the order before it. */
export const subordinate = inside(
  `that|if|whether|what|which|who|why|how|where|when|because|while|as|so|until|before|after|once|unless|${pronoun}|you|it`,
);

/** What is over: "read a great book last week", "walked the dog this morning". */
export const over =
  /(?<![\p{L}])(?:yesterday|this\s+morning|earlier(?:\s+today)?|ago|just\s+now|last\s+(?:night|week(?:end)?|month|year|time|summer|winter|\p{L}+day))(?![\p{L}'’])/iu;
/** Verbs whose past looks like an order, and any other past. */
export const pasts = start("read|cut|put|set|hit|hurt|let|shut|quit|spread|beat|\\p{L}{2,}ed");
