// Several new tasks in one sentence: "a, b and c as separate tasks for friday", "three things to shopping: a, b, c". Called by grammar.ts.
import { talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { isFiller } from "../frame/lexicon.ts";
import { plain } from "../matching/words.ts";
import type { Rule, Scene } from "../scene.ts";
import { createCommand } from "./new-task.ts";
import { orAsk } from "./paste.ts";

const number = "\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten";
const noun = "(?:tasks|to-?\\s?dos|items|things|jobs|entries)";
/** What says that the words before it are several. */
const apart = new RegExp(
  `[\\s,;–—-]+(?:(?:all\\s+)?as\\s+(?:(?:separate|individual|different|single|${number}|\\S+\\s+separate)\\s+)+${noun}|(?:each|every\\s+one)(?:\\s+(?:as|on|in))?\\s+(?:its|their)\\s+own(?:\\s+(?:task|item|to-?do|line|thing|one))?|each\\s+(?:as\\s+)?(?:an?|one)\\s+(?:separate\\s+|own\\s+)?(?:task|to-?do|item)|(?:one|a)\\s+(?:task|to-?do|item)\\s+(?:each|per\\s+\\p{L}+)|separately)(?![\\p{L}])`,
  "iu",
);
const verb =
  /^(?:(?:please|pls|can\s+you|i\s+need(?:\s+to)?|i['’]?d\s+like|need)\s+)*(?:(?:add|create|put|make|enter|save|(?:write|note|jot|put)(?:\s+down)?|new)\s+)?(?:(?:tasks?|to-?dos?)\s*:?\s+)?/iu;

/** The heading of a list in one sentence, with where its tasks go. */
const heading = new RegExp(
  `^(?:(?:please|pls|can\\s+you)\\s+)?(?:(?:add|create|put|make|set\\s+up|enter|save|new|note\\s+down|write\\s+down|(?:i\\s+)?(?:need|have|got))\\s+)?(?:(?:these|those|the\\s+following|my|some|a\\s+few|several|${number})\\s*)+(?:(?:new|separate|more)\\s+)*${noun}?(?:\\s+separately)?(?:\\s+(?:on|onto|to|in|into|under|for)\\s+(?:my\\s+|the\\s+|our\\s+)?#?(?<place>[^:]{1,40}?))?\\s*:\\s*(?<items>.+)$`,
  "isu",
);
const plainHeading = new RegExp(
  `^(?:(?:please|pls)\\s+)?(?:add|create|put|make|set\\s+up|new)?\\s*(?:new\\s+|separate\\s+)*${noun}(?:\\s+separately)?(?:\\s+(?:to|on)\\s+(?:my|the)\\s+list)?\\s*:\\s*(?<items>.+)$`,
  "isu",
);
/** "add two tasks, one to renew the insurance and one to book the tyres" */
const oneByOne = new RegExp(
  `^(?:(?:add|create|make|set\\s+up|(?:i\\s+)?need)\\s+)(?:${number})\\s+(?:new\\s+|separate\\s+)*${noun}\\s*[,:–—-]*\\s*(?:the\\s+)?(?:first\\s+)?one\\s+(?:to|for|called|about)\\s+(.+)$`,
  "iu",
);
const another =
  /\s*(?:,\s*and|,|;|\sand)\s+(?:then\s+)?(?:one|another(?:\s+one)?|the\s+(?:other|second|third)(?:\s+one)?)\s+(?:to|for|called|about)\s+/iu;

/** Null where nothing says that there are several. */
export const createSeveral: Rule = (said, scene) => {
  if (said.includes("?")) return null;
  const each = oneByOne.exec(said)?.[1]?.split(another);
  if (each && each.length > 1) return createAll(each, "", scene);
  return headed(said, scene) ?? separated(said, scene);
};

const headed = (said: string, scene: Scene): Interpretation | null => {
  const groups = heading.exec(said)?.groups ?? plainHeading.exec(said)?.groups;
  const items = itemsIn(groups?.["items"] ?? "");
  const place = groups?.["place"]?.replace(/\s+(?:list|project)$/iu, "").trim();
  if (items.length < 2) return null;
  const isList = place === undefined || /^(?:to-?\s?do|task)?\s*(?:list|tasks)?$/iu.test(place);
  const project = isList ? undefined : projectNamed(place, scene);
  if (!isList && project === undefined) return null;
  return createAll(items, "", scene, project);
};

const separated = (said: string, scene: Scene): Interpretation | null => {
  const match = apart.exec(said);
  const items = match ? itemsIn(said.slice(0, match.index).replace(verb, "")) : [];
  if (!match || items.length < 2) return null;
  const marks = marksIn(said.slice(match.index + match[0].length), scene);
  return marks && createAll(items, marks.text, scene, marks.project);
};

/** At commas and semicolons; the last two also at "and". */
const itemsIn = (said: string): string[] => {
  const parts = (
    said.includes(";") ? said.split(";") : said.split(/\s*(?:,\s*(?:and\s+)?|\n)\s*/iu)
  )
    .map((part) => part.trim())
    .filter(Boolean);
  const last = said.includes(";")
    ? [parts.at(-1) ?? ""]
    : (parts.at(-1) ?? "").split(/\s+(?:and|&|plus)\s+/iu);
  return [...parts.slice(0, -1), ...last].filter(Boolean);
};

/** What holds for all of them: ", all tagged supplies, for friday". Null where it says something else. */
const marksIn = (
  said: string,
  scene: Scene,
): { text: string; project: string | undefined } | null => {
  let project: string | undefined;
  const text = said
    .replaceAll(
      /(?<![\p{L}])(?:tag(?:ged)?|label(?:led)?)\s+(?:(?:as|with)\s+)?[@#]?(?=[\p{L}])/giu,
      "@",
    )
    .replaceAll(/(?<![\p{L}])(?:for|to|assigned\s+to)\s+(\p{L}+)/giu, (all, name: string) =>
      scene.people.some((one) => one.toLowerCase() === name.toLowerCase()) ? `+${name}` : all,
    )
    .replace(
      /(?<![\p{L}])(?:in|to|into|under|on|for)\s+(?:the\s+|my\s+)?#?(\p{L}[\p{L}\p{N} ]*?)(?:\s+(?:list|project))?(?=\s*(?:[,.]|$))/iu,
      (all, name: string) => {
        project = projectNamed(name, scene);
        return project === undefined ? all : "";
      },
    );
  const { title, tokens } = scene.quickAdd(text);
  if (!plain(title).split(" ").every(isFiller)) return null;
  return { text: tokens.map((token) => token.text).join(" "), project };
};

const projectNamed = (name: string, { projects }: Scene): string | undefined =>
  projects.find((one) => one.toLowerCase() === name.toLowerCase());

const maxTasks = 50;

const createAll = (
  lines: string[],
  marks: string,
  scene: Scene,
  project?: string,
): Interpretation => {
  if (lines.length > maxTasks)
    return talk(`That is more than ${maxTasks} tasks. Add them in smaller parts, please.`);
  const made = lines.map((line) => createCommand(`${line} ${marks}`.trim(), scene));
  const wrong = made.findIndex((one) => !one.ok);
  const reason = made[wrong]?.ok === false ? made[wrong].reason : "";
  if (wrong >= 0) return talk(`Line ${wrong + 1} cannot be a task: ${reason}`);
  return orAsk(made.flatMap((one) => (one.ok ? [inProject(one.command, project)] : [])));
};

const inProject = <T extends { fields: { project?: string | null | undefined } }>(
  command: T,
  project: string | undefined,
): T => (project === undefined ? command : { ...command, fields: { project, ...command.fields } });
