// What is said of a task, in the many ways people say it, and the plain order it means. Data of the mention rule.
import { here } from "../reading/mention.ts";

/**
 * `said` is the sentence with `here` for the task; `means` the order in plain words, `$1` and on what the sentence gave. `of`: which
 * tasks it can be about; `when`, `project`: the part that has to be a date or a known project.
 */
export type MentionOrder = {
  said: RegExp;
  means: string;
  of: "open" | "closed" | "any" | "repeating";
  when?: number;
  project?: number;
  /** The words of the sentence are looked for, not the title they name. */
  byWords?: boolean;
};

const X = here;
const adverbs = "(?:all|now|finally|already|just|really|actually|also|basically|pretty much)";
const lately =
  "(?:\\s+(?:now|already|too|finally|today|yesterday|tonight|this\\s+(?:morning|afternoon|evening)|at\\s+last|then|btw|as\\s+well|again|guys))*";
const done =
  "(?:done(?:\\s+and\\s+dusted)?|sorted(?:\\s+out)?|finished|complete|completed|handed\\s+(?:in|over)|paid|sent(?:\\s+(?:off|out))?|booked|fixed|posted|submitted|returned|dealt\\s+with|taken\\s+care\\s+of|out\\s+of\\s+the\\s+way|ticked\\s+off|checked\\s+off|over(?:\\s+with)?|cleaned|washed|bought|cooked|written|delivered|collected|picked\\s+up|dropped\\s+off|wrapped\\s+up|in\\s+the\\s+(?:bag|post|bin))";
const reason = "(?:[,;:.–—-]+\\s*.+|\\s+(?:because|cos|cause|since|as)\\s.+)?";
const is = "(?:['’]?s|\\s+(?:is|are|was|were|has\\s+been|have\\s+been|got))";
const name = "((?!(?:i|we|you|it|he|she|they|who|what|this|that|there|nobody|someone)\\s)\\p{L}+)";

const of =
  (pool: MentionOrder["of"], means: string, more: Partial<MentionOrder> = {}) =>
  (pattern: string): MentionOrder => ({
    said: new RegExp(`^${pattern}$`, "iu"),
    means,
    of: pool,
    ...more,
  });

const completes = [
  `(?:(?:i|we)(?:['’]?ve|\\s+have)?\\s+)?(?:${adverbs}\\s+)*(?:got|have|had)\\s+${X}\\s+(?:${adverbs}\\s+)*${done}${lately}`,
  `${X}${is}?\\s+(?:${adverbs}\\s+)*${done}${lately}`,
  `${X}\\s*[,:–—-]?\\s+(?:i\\s+)?(?:got|did)\\s+(?:that|it)(?:\\s+one)?(?:\\s+${done})?${lately}`,
  `(?:(?:i|we)(?:['’]?ve|\\s+have)?\\s+)?(?:${adverbs}\\s+)*(?:did|done|finished|completed|sorted(?:\\s+out)?|handled|nailed|smashed|crushed|knocked\\s+out|ticked\\s+off|wrapped\\s+up|got\\s+through|took\\s+care\\s+of|dealt\\s+with)\\s+${X}${lately}`,
].map(of("open", `complete ${X}`));

const deletes = [
  `(?:kill|scrap|bin|ditch|axe|trash|nuke|chuck|get\\s+(?:shot|rid)\\s+of|never\\s?mind(?:\\s+about)?|forget\\s+about|cross\\s+out|throw\\s+(?:out|away)|remove|delete)\\s+${X}(?:\\s+(?:off|out|away))?(?:\\s+(?:the|my)\\s+list)?${reason}`,
  `(?:take|get|cross)\\s+${X}\\s+off(?:\\s+(?:(?:the|my)\\s+list|it|there))?`,
  `${X}\\s+can\\s+go(?:\\s+in\\s+the\\s+bin)?`,
].map(of("open", `delete ${X}`));

const moves = [
  `(?:do|have|make|put|schedule|plan)\\s+${X}\\s+(?:(?:on|for|at|to)\\s+)?(.+?)(?:\\s+(?:instead|then|rather))`,
  `(?:let['’]?s\\s+)?(?:make|plan|schedule)\\s+${X}\\s+(?:(?:on|for|at)\\s+)?(.+?)`,
  `${X}(?:['’]?s|\\s+(?:is|are))(?:\\s+(?:now|actually|happening|due|moved\\s+to|been\\s+moved\\s+to))*\\s+(?:(?:at|on|for|by)\\s+)?(.+?)(?:\\s+(?:now|instead|actually))?`,
  `${X}\\s+(?:has\\s+|was\\s+|got\\s+|is\\s+)?(?:been\\s+)?(?:now\\s+)?(?:moved|shifted|pushed|rescheduled|postponed)\\s+(?:back\\s+)?(?:to|till|until)\\s+(.+?)`,
  `(?:(?:i|we)(?:['’]?m|['’]?re|\\s+am|\\s+are)?\\s+)?(?:not|can['’]?t|cannot|won['’]?t)\\s+(?:do|doing|be\\s+doing|manage|make)\\s+${X}(?:\\s+(?:today|tonight|now|tomorrow|this\\s+week))?\\s*[,;–—-]?\\s*(?:so\\s+)?(?:make|move|do|push|put|let['’]?s\\s+do)\\s+it(?:\\s+(?:to|on|for))?\\s+(.+?)`,
  `${X}\\s+can\\s+wait\\s+(?:till|til|until|to|for)\\s+(.+?)`,
  `(?:push|bump|shove|shift|kick|slide|defer|delay|postpone|move|put|knock|change|switch|reschedule|drag|pull|bring)\\s+${X}\\s+(?:(?:back|forward|off|out|over|on|up|along)\\s+)*(?:to|till|til|until|for|->|→)\\s+(.+?)`,
  `${X}\\s*(?:to|till|until|->|→|=>)\\s*(.+?)`,
  `${X}\\s*[,:–—-]?\\s*(?:do\\s+it|make\\s+it|move\\s+it|move|moved|instead|better|rather)\\s+(?:(?:to|on|for|at)\\s+)?(.+?)`,
  `${X}\\s+(?:needs|has)\\s+to\\s+be(?:\\s+(?:done|in|sent|finished|ready))?\\s+(?:(?:by|on|at|before)\\s+)?(.+?)`,
].map(of("open", `move ${X} to $1`, { when: 1 }));

const clears = [
  `(?:take|get|remove|clear|wipe|delete|lose|drop)\\s+(?:the\\s+|its\\s+)?(?:due\\s+)?(?:date|day|time|due)\\s+(?:off|from|of|for|on)\\s+(?:of\\s+)?${X}`,
  `${X}\\s+(?:has|needs|should\\s+have)\\s+no\\s+(?:due\\s+)?date(?:\\s+any\\s?more)?`,
  `${X}\\s+(?:does\\s+not|doesn['’]?t)\\s+(?:need|have)\\s+a\\s+(?:due\\s+)?date(?:\\s+any\\s?more)?`,
  `no\\s+(?:due\\s+)?date\\s+(?:for|on)\\s+${X}`,
].map(of("open", `remove the due date from ${X}`));

const renames = [
  `${X}\\s+should\\s+(?:say|read|be\\s+called|be\\s+named|be\\s+titled)\\s*:?\\s+(.+?)(?:\\s+instead)?`,
  `(?:the\\s+)?(?:title|name|wording)\\s+(?:of|for)\\s+${X}\\s+(?:must|should|has\\s+to|needs\\s+to|shall)\\s+(?:be|read|say)\\s*:?\\s+(.+?)(?:\\s+instead)?`,
  `(?:change|fix|correct|edit)\\s+(?:the\\s+)?(?:title|name|wording|text)\\s+(?:of|for)\\s+${X}\\s+(?:to|into)\\s*:?\\s+(.+?)`,
  `${X}\\s+is\\s+(?:now\\s+)?called\\s+(.+?)(?:\\s+now)?`,
  `call\\s+${X}\\s+(.+?)\\s+instead`,
].map(of("open", `rename ${X} to $1`));

const priorities = [
  `(?:set\\s+|make\\s+|put\\s+|change\\s+)?(?:the\\s+)?prio(?:rity)?\\s+(?:of|for|on)\\s+${X}\\s+(?:(?:on|to|at|as|=|is)\\s+)?p?([1-4])`,
  `(?:bump|raise|lower|drop|put|set|make|change|upgrade|downgrade|mark)\\s+${X}\\s+(?:(?:up|down)\\s+)?(?:(?:to|at|as|on)\\s+)?(?:prio(?:rity)?\\s+|p)([1-4])`,
  `${X}\\s+(?:(?:to|as|is|should\\s+be)\\s+)?(?:prio(?:rity)?\\s+|p)([1-4])`,
].map(of("open", `make ${X} p$1`));

const tags = [
  `${X}\\s+should\\s+be\\s+tagged\\s+(?:(?:as|with)\\s+)?[@#]?(\\S+)(?:\\s+(?:as\\s+well|too|also))?`,
  `${X}\\s+(?:needs|gets|should\\s+(?:have|get)|wants)\\s+(?:the\\s+)?(?:tag|label)\\s+[@#]?(\\S+)(?:\\s+(?:as\\s+well|too|also))?`,
].map(of("open", `tag ${X} with $1`));

const projects = [
  `(?:file|place|stick|put|move|sort|drop|chuck|add)\\s+${X}\\s+(?:under|in|into|to)\\s+(?:the\\s+)?#?(.+?)(?:\\s+(?:project|list))?`,
  `${X}\\s+(?:belongs|goes|should\\s+(?:go|be)|needs\\s+to\\s+go|lives|fits)\\s+(?:better\\s+)?(?:under|in|to|into|with)\\s+(?:the\\s+)?#?(.+?)(?:\\s+(?:project|list))?(?:\\s+(?:really|actually))?(?:\\s*,?\\s+(?:so\\s+)?(?:move|put)\\s+it\\s+there)?`,
].map(of("open", `move ${X} to #$1`, { project: 1 }));

const assigns = [
  `${name}(?:['’]ll|\\s+(?:can|will|should|could|is\\s+going\\s+to))\\s+(?:do|handle|take(?:\\s+care\\s+of|\\s+over)?|deal\\s+with)\\s+${X}(?:\\s*,?\\s+(?:so\\s+)?(?:hand|give|assign|pass)\\s+it(?:\\s+over)?\\s+to\\s+(?:him|her|them))?`,
  `(?:hand|pass)\\s+${X}\\s+(?:(?:over|on)\\s+)?to\\s+${name}`,
  `let\\s+${name}\\s+(?:do|handle|take)\\s+${X}`,
  `${X}\\s+is\\s+${name}['’]s\\s+(?:job|task|turn|thing|responsibility)(?:\\s+now)?`,
].map(of("open", `assign ${X} to $1`));

const describes = [
  `(?:put|add|write|stick|jot|note)(?:\\s+(?:this|it|down))?\\s+(?:in(?:to)?|to|on|under)\\s+(?:the\\s+)?(?:notes?|description|details)\\s+(?:of|for|on|to)\\s+${X}\\s*[:–—-]\\s*(.+)`,
  `(?:for|on|to|in)\\s+${X}\\s*,?\\s+(?:add|put|write|note)\\s+(?:the\\s+|a\\s+)?(?:comment|note|remark)\\s*[:–—-]?\\s*["“]?(.+?)["”]?`,
  `${X}\\s*[,–—-]?\\s+notes?\\s*:\\s*(.+)`,
].map(of("open", `add a note to ${X}: $1`));

const others: MentionOrder[] = [
  ...[
    `${X}\\s+(?:needs|has|gets|wants)\\s+(?:a\\s+|another\\s+|one\\s+more\\s+)?(?:sub-?\\s?task|step|sub-?\\s?item|to-?do)\\s*[:,–—-]?\\s*(.+)`,
  ].map(of("open", `add subtask $1 to ${X}`)),
  ...[`remind\\s+me\\s+(.+?\\s+before(?:hand)?)\\s+${X}`].map(of("open", `remind me $1 ${X}`)),
  ...[`remind\\s+me\\s+(?:about|of)\\s+${X}\\s+(.+)`].map(of("open", `remind me about ${X} $1`)),
  ...[
    `(?:ask|remind|tell|bug|nag)\\s+me\\s+(?:again\\s+)?(?:about|of)\\s+${X}\\s+(.+?)\\s+again`,
    `(?:ask|remind|tell|bug|nag)\\s+me\\s+again\\s+(?:about|of)\\s+${X}\\s+(.+?)`,
  ].map(of("open", `snooze ${X} until $1`)),
  ...[
    `(?:no|not\\s+doing|no\\s+need\\s+(?:for|to\\s+do|to)|won['’]?t\\s+(?:do|make)|can['’]?t\\s+(?:do|make)|missing)\\s+${X}\\s+(?:this\\s+(?:time|week|month|\\p{L}+day)|today|tonight|tomorrow|next\\s+time)\\s*,?\\s+(?:so\\s+)?skip\\s+(?:it|that)`,
    `give\\s+${X}\\s+a\\s+miss(?:\\s+(?:today|tonight|this\\s+\\p{L}+|tomorrow))?`,
  ].map(of("repeating", `skip ${X}`)),
  ...[
    `${X}\\s+(?:do(?:es)?n['’]?t|do(?:es)?\\s+not|no\\s+longer)\\s+(?:needs?\\s+to\\s+|ha(?:ve|s)\\s+to\\s+)?(?:repeats?|recurs?)(?:\\s+any\\s?more)?`,
  ].map(of("repeating", `stop repeating ${X}`)),
  ...[
    `${X}\\s+(?:still\\s+)?(?:needs?\\s+(?:doing|to\\s+be\\s+done)|(?:is|was|are|were)(?:n['’]?t|\\s+not)\\s+(?:${adverbs}\\s+)*(?:done|finished|complete))(?:\\s+(?:yet|after\\s+all))*${reason}`,
    `bring\\s+(?:back\\s+)?${X}(?:\\s+back)?(?:\\s+(?:to|on|onto)\\s+(?:my|the)\\s+(?:open\\s+)?list)?`,
  ].map(of("closed", `reopen ${X}`)),
  ...[
    `(?:where['’]?s|where\\s+is|what\\s+(?:about|happened\\s+to)|what['’]?s\\s+up\\s+with|have\\s+(?:i|we)\\s+got|do\\s+(?:i|we)\\s+have|is\\s+there)(?:\\s+(?:that|the|a|any|some|my))?(?:\\s+(?:thing|task|one|something|anything|note))?(?:\\s+(?:about|abt|for|with|on|re))?\\s+${X}(?:\\s+(?:on\\s+(?:my|the)\\s+list|somewhere))?\\s*\\?*`,
  ].map(of("any", `anything about ${X}?`, { byWords: true })),
];

/** The first that fits is meant. */
export const mentionOrders: MentionOrder[] = [
  ...priorities,
  ...clears,
  ...renames,
  ...tags,
  ...describes,
  ...others,
  ...projects,
  ...moves,
  ...assigns,
  ...completes,
  ...deletes,
];
