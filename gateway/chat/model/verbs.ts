// Which words order what: the vocabulary a model's plan is held against. Called by orders.ts.
// Missing words only cost a question; a word too many would let a plan run that nobody ordered.

/** What a command does, as a person would say it. */
export type Act =
  | "create"
  | "complete"
  | "reopen"
  | "restore"
  | "skip"
  | "snooze"
  | "remind"
  | "silence"
  | "reschedule"
  | "deadline"
  | "duration"
  | "repeat"
  | "rename"
  | "describe"
  | "prioritize"
  | "tag"
  | "project"
  | "assign"
  | "start"
  | "undo"
  | "redo"
  /** Taking a date, a project or a person away. */
  | "undate"
  | "unfile"
  | "unassign";

/** English first, then what German, French and Spanish people say most. Whole words. */
const vocabulary: Record<Act, string> = {
  create:
    "add|create|new|make|note|jot|write down|put down|remember|don'?t forget|need to|have to|has to|must|gotta|should|want to|todo|to-do|remind|hinzufügen|anlegen|erstelle|notiere|neue|ajoute[rz]?|crée[rz]?|note[rz]?|nouvelle|añade|agrega|crea|apunta|nueva",
  complete:
    "done|complete|completed|finish|finished|tick|ticked|check|checked|cross|crossed|did|through with|sorted|took care of|taken care of|erledigt|fertig|geschafft|abgehakt|terminée?|finie?|faite?|hech[oa]|terminad[oa]|completad[oa]",
  reopen:
    "reopen|re-open|undone|not done|uncheck|untick|uncomplete|open .* again|wieder öffnen|rouvre|reabre",
  restore:
    "restore|undelete|recover|bring .* back|get .* back|wiederherstellen|restaure[rz]?|recupera",
  skip: "skip|überspringe|überspringen|saute[rz]?|salta",
  snooze: "snooze|later|again in|schlummern|später|plus tard|más tarde|pospón",
  remind:
    "remind|reminder|alert|alarm|notify|ping|nudge|erinnere|erinnerung|rappelle|rappel|recuérdame|recordatorio",
  silence:
    "(?:stop|remove|cancel|delete|clear|drop|no more|turn off|don'?t) (?:.* )?(?:remind|reminding|reminders?|alarms?|alerts?|notifications?)|mute|silence",
  reschedule:
    "move|moved|push|pushed|postpone|postponed|delay|defer|reschedule|rescheduled|shift|bring|due|schedule|put|bump|slide|wait|plan|set|change|make|date|verschiebe|verschieben|verleg|verlege|déplace[rz]?|reporte[rz]?|repousse[rz]?|mueve|aplaza|cambia",
  deadline: "deadline|latest|by|due|date|bis|spätestens|avant|antes",
  duration: "takes?|long|lasts?|duration|length|estimate|minutes?|mins?|hours?|dauert|dure|dura",
  repeat:
    "repeat|repeats|repeating|recur|recurring|every|each|daily|weekly|monthly|yearly|jede[nrms]?|wiederhole|chaque|tous|toutes|cada|todos",
  rename:
    "rename|retitle|called|call it|title|name|reword|rephrase|change|umbenennen|nenne|renomme[rz]?|renombra",
  describe:
    "describe|description|notes?|details?|comment|write|beschreibung|notiz|descripción|nota",
  prioritize:
    "p[1-4]|priority|prioriti[sz]e|prio|urgent|important|high|low|medium|top|critical|asap|dringend|wichtig|urgente?|importante?|priorité|prioridad",
  tag: "tag|tagged|tags|untag|label|labels|untagged|etikett|étiquette|etiqueta",
  project: "project|move|put|file|under|list|projekt|projet|proyecto|mueve|déplace[rz]?|verschiebe",
  assign:
    "assign|assigned|unassign|give|hand|delegate|for|zuweisen|gib|assigne[rz]?|donne[rz]?|asigna",
  start: "start|started|starting|begin|began|begun|working on|in progress",
  undo: "undo|revert|take (?:that|it) back|roll back|rückgängig|annule[rz]?|deshaz|deshacer",
  undate:
    "unschedule|undated?|someday|(?:remove|clear|drop|unset|no) (?:the |its |a |any |due )*(?:due|dates?|deadline|duration|schedule)",
  unfile:
    "(?:remove|take|clear|move|no) (?:.* )?(?:out of|from|its|the|any) (?:.* )?(?:project|list)",
  unassign: "unassign|(?:remove|clear|drop|no) (?:the |its |any )*assignee|nobody|no one",
  redo: "redo|do (?:it|that) again|put (?:it|that) back",
};

const ruleOf = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "giu");

/** A rule for each act that finds its words. */
export const verbs = Object.entries(vocabulary).map(
  ([act, words]) => [act as Act, ruleOf(words)] as const,
);

/** Words with which an order to make something begins: what follows is what is to be made, not an order of its own. */
export const makes =
  /^(?:add|create|new|make\s+(?:a|an|me|new)|note|jot|write\s+down|put\s+down|remember\s+to|remind\s+me\s+to|don['’]?t\s+forget|i\s+(?:need|want|should|must|gotta|have\s+to)|todo|to-do|task|hinzufügen|erstelle|notiere|neue|ajoute[rz]?|crée[rz]?|añade|agrega|crea|apunta)(?![\p{L}\p{N}])/iu;

/** Said of what was done: "I paid the rent". */
export const tellsPast =
  /^(?:i|we)(?:['’]ve|\s+have)?\s+(?:just\s+|already\s+|finally\s+)*(?:\p{L}{2,}(?<!e)ed|bought|paid|sent|wrote|did|went|made|got|took|met|ran|spoke|told|gave|brought|built|sold|found|rang|drove|fed|swept|read)\s/iu;

/** With one of these an order is not one. */
export const denies =
  /(?<![\p{L}\p{N}])(?:not|never|don['’]?t|do\s+not|doesn['’]?t|didn['’]?t|won['’]?t|shouldn['’]?t|mustn['’]?t|can['’]?t|cannot|without|instead\s+of|rather\s+than|except|unless|if|nicht|kein\p{L}*|nie|ne|pas|jamais|sin|nunca|ni)(?![\p{L}\p{N}])/iu;
/** "don't forget", "not done", "stop reminding": these are orders. */
export const deniesNothing = /don['’]?t\s+(?:let\s+me\s+)?forget|not\s+done|don['’]?t\s+remind/giu;
