// "add a project Garden", "create a tag called errand", "save filter Soon: today | overdue". Called by directory.ts.
import { readFilter } from "../../../../domain/filter/read-filter.ts";
import { quote, run, talk } from "../../asking.ts";
import type { Interpretation } from "../../interpretation.ts";
import type { Scene } from "../../scene.ts";
import { isExactly } from "../project.ts";
import { bare, filterNamed, named, thingOf } from "./names.ts";

/** Without an article or "called" it may be the title of a task: "add project report". */
const making =
  /^(?:please\s+)?(?:add|create|make|start|set\s+up|open|new)\s+(?:me\s+)?(?:(?<article>an?|another|new|a\s+new)\s+)?(?<thing>project|tag|label)(?<called>\s+(?:called|named|with\s+the\s+name|by\s+the\s+name\s+of)|\s*:)?\s+(?<name>.+)$/iu;
const filterWord = "(?:an?\\s+|the\\s+|this\\s+)?(?:new\\s+|saved\\s+)?filter\\s+";
const calling = "(?:called\\s+|named\\s+)";
/** "Add filter coffee for mum" is something to buy: without a colon it takes "save", or "called". */
const saving = [
  new RegExp(
    `^(?:please\\s+)?(?:save|add|create|make|keep)\\s+${filterWord}${calling}?(?<name>[^:=]+?)\\s*[:=]\\s*(?<query>.+)$`,
    "iu",
  ),
  new RegExp(
    `^(?:please\\s+)?(?:(?:save|keep)\\s+${filterWord}${calling}?|(?:add|create|make)\\s+${filterWord}${calling})(?<name>.+?)\\s(?:as|with|for)\\s+(?<query>.+)$`,
    "iu",
  ),
];
/** A name does not go on like this; a title does. */
const goesOn = /\s(?:to|for|with|about|by|from|on|at|in|of|and|every|tomorrow|today)\s|[#@!{]/iu;

export const createDirectory = (said: string, scene: Scene): Interpretation | null => {
  const groups = making.exec(said)?.groups;
  return groups ? makeThing(groups, said, scene) : saveFilter(said, scene);
};

const makeThing = (
  { article, thing = "", called, name: words = "" }: Record<string, string | undefined>,
  said: string,
  scene: Scene,
): Interpretation | null => {
  const isNew = article !== undefined || /^new\s/iu.test(said);
  const isPlain = words.split(/\s+/u).length <= 3 && !goesOn.test(` ${words} `);
  const isQuoted = /^["“].+["”]$/u.test(words.trim());
  if (!(called || isQuoted || (isNew && isPlain))) return null;
  if (isExactly(`${thing} ${words}`, scene)) return null;
  const kind = thingOf(thing);
  const name = bare(words);
  if (name === "" || name.length > 100) return null;
  const known = named(kind, name, scene);
  if (known) return talk(`There is a ${kind} ${quote(known.name)} already.`);
  return kind === "project"
    ? run({ type: "project.create", projectId: scene.newId(), fields: { name } })
    : run({ type: "tag.create", tagId: scene.newId(), fields: { name } });
};

const saveFilter = (said: string, scene: Scene): Interpretation | null => {
  const found = saving.map((pattern) => pattern.exec(said)).find((match) => match !== null);
  const { name: words, query } = found?.groups ?? {};
  if (!words || !query) return null;
  const name = bare(words);
  if (name === "" || name.length > 100) return null;
  const read = readFilter(query, scene.clock);
  if (!read.ok) return talk(`I cannot read that filter: ${read.problem.message}.`);
  const known = filterNamed(name, scene);
  return known
    ? run({ type: "filter.change", filter: known.id, changes: { query } })
    : run({ type: "filter.create", filterId: scene.newId(), fields: { name, query } });
};
