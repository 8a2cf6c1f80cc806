// How people order a new task, or several at once. Used by create.ts.

const noun = "(?:tasks?|to-?\\s?dos?|items?|entry|things?\\s+to\\s+do|card|ticket)";
const mark = "(?:[#@]\\S+|p[1-4]|(?:high|low|medium|top)[\\s-]priority|urgent|important)";
const list =
  "(?:my|the|our|a)?\\s*(?:(?:to-?\\s?do|task|tasks|todo)\\s*)?(?:list|tasks|todos|to-dos)";
const named =
  "(?:to|called|named|titled|saying|that\\s+says|about|for\\s+me\\s+to|that\\s+i\\s+(?:have|need)\\s+to|reading|which\\s+says)";

/** Patterns with the marks before the noun ("a p1 task") as first group and the line as second. */
export const explicit = [
  new RegExp(
    `^(?:create|add|make|set\\s+up|enter|log|register|capture|insert|open|start|give\\s+me|put\\s+in|put\\s+down|jot\\s+down|note\\s+down|note|write\\s+down|schedule|plan)\\s+(?:me\\s+)?(?:an?\\s+|another\\s+|the\\s+|one\\s+(?:more\\s+)?|my\\s+)?(?:new\\s+)?((?:${mark}\\s+)*)(?:new\\s+)?${noun}(?:\\s+(?:on|to|in|for)\\s+${list})?\\s*(?:${named}(?=\\s|:)|[:\\-–—,])?\\s*:?\\s*(.+)$`,
    "iu",
  ),
  new RegExp(`^(?:a\\s+)?new\\s+()(?:${noun})\\s*(?:${named}(?=\\s)|[:\\-–—,])?\\s*(.+)$`, "iu"),
  new RegExp(
    `^()(?:new|task|to-?\\s?do|add|create|note(?:\\s+to\\s+self)?|memo)\\s*[:\\-–—]\\s*(.+)$`,
    "iu",
  ),
  new RegExp(
    `^(?:add|put|get|stick|throw|write|place)\\s+()(.+?)\\s+(?:to|on|onto|in|into)\\s+${list}$`,
    "iu",
  ),
  new RegExp(`^(?:add|put|write|place)\\s+(?:to|on)\\s+${list}\\s*:?\\s+()(.+)$`, "iu"),
  /^(?:add|create|todo|to-do)\s+()(?:that\s+(?:i|we)\s+(?:have|need|ought)\s+to\s+)?(.+)$/iu,
  /^make\s+a\s+note\s+()(?:to|that\s+i\s+(?:need|have)\s+to)\s+(.+)$/iu,
  /^()(?:i|we)?\s*(?:['’]ve|\s*have|\s*need|\s*ought|\s*want|['’]d\s+like|\s*would\s+like|['’]ve\s+got|\s*have\s+got)\s+to\s+(.+)$/iu,
  /^()(?:i|we)\s+(?:must|should|gotta|better|had\s+better|['’]d\s+better|shall|will|am\s+going\s+to|really\s+should)\s+(?:(?:really|probably|also|just|finally)\s+)*(?:(?:not\s+forget|remember)\s+to\s+)?(.+)$/iu,
  /^()(?:gotta|gonna|must|should)\s+(?:(?:really|probably|also|just)\s+)*(?:(?:not\s+forget|remember)\s+to\s+)?(?!i\s|we\s|you\s|he\s|she\s|they\s)(.+)$/iu,
  /^()(?:don['’]?t\s+(?:let\s+me\s+)?forget|do\s+not\s+(?:let\s+me\s+)?forget)\s+(?:that\s+i\s+|i\s+|to\s+|about\s+)?(?!it$|that$|this$)(.+)$/iu,
  /^()(?:remember|make\s+sure)\s+(?:that\s+i\s+|i\s+|to\s+|about\s+)(.+)$/iu,
  /^(?:jot|note|write|put)(?:\s+(?:this|it))?\s+down\s*(?:[:–—-]\s*|(?<=n)\s+)()(?:that\s+i\s+(?:have|need)\s+to\s+|to\s+)?(.+)$/iu,
];

const bullet = /^\s*(?:[-*•–]|\d{1,2}[.)]|\[ ?\])\s+/u;

/** Pasted lines: each a task when they are a list, or follow an "add:". */
export const linesOf = (said: string): string[] | null => {
  const lines = said
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length < 2) return null;
  const isHeaded = /^(?:add|create|new|todos?|to-?dos?|tasks?|please add)\b[^:]{0,40}:$/i.test(
    lines[0] ?? "",
  );
  const items = isHeaded ? lines.slice(1) : lines;
  if (!isHeaded && !items.every((line) => bullet.test(line))) return null;
  return items.map((line) => line.replace(bullet, ""));
};
