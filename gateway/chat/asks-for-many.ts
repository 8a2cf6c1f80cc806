// Whether a message speaks of more than of a few tasks that are named: of a long list all is read for it then. Pure; called by read-tasks.ts.

const manyWords =
  /^(?!when\b).*\?\s*$|\b(?:all|any|anything|every|everything|each|both|count|number|many|much|list|tasks|todos|to-dos|items|ones|things|which|what|whats|who|show|see|view|find|search|without|undated|untagged|unscheduled|repeating|recurring|reminders|assigned|projects|tags|labels)\b/isu;

/** What is read as a condition (reading/filter.ts, reading/range.ts): labels, priorities, states and days. */
const filter = [
  String.raw`[#@]\S`,
  String.raw`(?:p[1-4]s?|priority|prio|urgent|important|overdue|late|missed|behind|due|upcoming|coming\s+up|agenda|dated|deadlines?|pending|remaining|unfinished|incomplete|ongoing|started|in[\s-]progress|summary|recap|overview)(?![\p{L}\p{N}])`,
  String.raw`my\s+(?:day|week|month|schedule)(?!\p{L})`,
  String.raw`(?<!\sto\s)(?:this|next|last|past|coming|current)\s+(?:[\p{L}\d]+\s+){0,2}(?:day|week|weekend|month|year)s?(?!\p{L})`,
  String.raw`(?:in|during|throughout|before|after|since|between)\s+(?:the\s+)?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`,
].join("|");
const filterWords = new RegExp(String.raw`(?:^|\s)(?:${filter})`, "iu");

/** In what is added, labels, days and priorities are values, unless they say what it is added to. */
const adds = new RegExp(
  String.raw`^\s*(?:please\s+)?(?:add|create|new|remind\s+me)\s(?!.*\sto\s+(?:my\s+|the\s+)?(?:${filter}))`,
  "isu",
);

/** A name that stands on many tasks is to change, or a filter asks all. */
const ofDirectory =
  /\b(?:rename|call|change|delete|remove|drop|merge|combine|archive|unarchive|show|open|run|apply)\b.*\b(?:project|tag|label|filter)\b|^filter\s*:/isu;

/** What is due within a week is read in any case. */
const asksForDays =
  /^(?:what(?:['’]?s|\s+is|\s+do\s+i\s+have|\s+must\s+i\s+do)?|show(?:\s+me)?|anything)\s+(?:(?:is|tasks?|due|on|for|my|is\s+due)\s+)*(?:today|tomorrow|overdue)\s*[?.!]*$/iu;

/** Whether a few tasks are too few to answer the message. */
export const asksForMany = (message: string): boolean =>
  !asksForDays.test(message) &&
  (manyWords.test(message) ||
    ofDirectory.test(message) ||
    (filterWords.test(message) && !adds.test(message)));
