// How people order a task to another date. Used by reschedule.ts.

const verb =
  "(?:move|reschedule|re-schedule|push|shift|postpone|delay|defer|bump|change|set|put|bring(?:\\s+forward)?|schedule|plan|make|carry)";
/** Verbs that move a due by an amount; "make dinner for 2 hours" is another matter. */
const shifting = "(?:move|reschedule|push|shift|postpone|delay|defer|bump|put|bring)";
const dateOf =
  "(?:the\\s+)?(?:due\\s*(?:date|time|day)?|date|time|deadline|schedule)\\s+(?:of|for|on|from)\\s+";

/** "move X …": the verb, and what is to be read as a task and a date. */
export const ordered = new RegExp(`^(?:${verb}(?:\\s+off)?)\\s+(?:${dateOf})?(.+)$`, "iu");
/** Between a task and its new date. */
export const connector =
  /\s+(?:(?:back|out|forward|over|off|up)\s+)?(?:to\s+be\s+due|to|until|till|til|for|on|by|at|due(?:\s+(?:on|by))?)\s+/giu;
/** "X is due …" */
export const stated =
  /^(.+?)(?:\s+(?:is|are)|['’]s)\s+(?:now\s+|actually\s+)?(?:due\s+|scheduled\s+|planned\s+)?(.+)$/iu;
/** Beginnings that may as well be a new task: "plan a trip next month", "the party is on friday". */
export const mayBeNew =
  /^(?:change|set|put|bring|plan|make|carry)\s|^(?!.*\s(?:due|scheduled|planned)\s).*(?:\s(?:is|are)|['’]s)\s/iu;
/** "move X tomorrow" */
export const bareDay = new RegExp(
  `^${verb}\\s+(.+?)\\s+((?:today|tomorrow|tonight|next\\s|this\\s|mon|tue|wed|thu|fri|sat|sun).*)$`,
  "iu",
);
/** "postpone X by 2 days", "bring X an hour forward" */
export const byAmount = [
  new RegExp(
    `^(?:${shifting}|make|do|have|start)\\s+(?:off\\s+)?(?:${dateOf})?(.+?)\\s+(?:(?:back|out|forward|ahead|up|off|earlier|later)\\s+)?(?:by\\s+|for\\s+)?((?:another\\s+)?\\S+(?:\\s+\\S+){0,3}?\\s+(?:earlier|later|forward|sooner))$`,
    "iu",
  ),
  new RegExp(
    `^${shifting}\\s+(?:off\\s+)?(?:${dateOf})?(.+?)\\s+((?:(?:back|out|forward|ahead|up|off|earlier|later)\\s+)?(?:by|for)\\s+.+)$`,
    "iu",
  ),
  new RegExp(
    `^${shifting}\\s+(?:off\\s+)?(.+?)\\s+((?:(?:back|out|forward|ahead|up|off)\\s+)?(?:\\d+|an?|one|two|three|four|five|six|seven|a\\s+couple\\s+of|a\\s+few)\\s+(?:more\\s+)?\\S+)$`,
    "iu",
  ),
];
/** "no due date for X" */
export const without = [
  new RegExp(`^(?:remove|clear|delete|drop|unset|take\\s+away|forget)\\s+${dateOf}(.+)$`, "iu"),
  /^(?:unschedule|undate)\s+(.+)$/iu,
  /^(?:take|remove|strip)\s+(?:the\s+|its\s+)?(?:due\s+)?date\s+(?:off|from|away\s+from|of)\s+(.+)$/iu,
  /^(?:make|set|mark)\s+(.+?)\s+(?:to\s+)?(?:have\s+)?(?:no\s+(?:due\s+)?date|undated|unscheduled|someday|without\s+(?:a\s+)?(?:due\s+)?date)$/iu,
  /^(?:no|remove\s+the)\s+(?:due\s+)?date\s+(?:for|on|from)\s+(.+)$/iu,
  /^(.+?)\s+(?:has\s+no|(?:doesn['’]?t|does\s+not|no\s+longer)\s+(?:needs?|has|have))\s+(?:a\s+)?(?:due\s+)?date(?:\s+any\s*more)?$/iu,
];
/** "postpone X", which does not say until when. */
export const whenever = /^(?:postpone|reschedule|defer|delay|put\s+off|push\s+back)\s+(.+)$/iu;
