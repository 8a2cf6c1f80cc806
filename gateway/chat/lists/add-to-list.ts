// "add rice to my shopping list", "flour should go on my list", "do I have soap on my list, if not add it". Called by lists.ts.
import type { Task } from "../../../domain/task.ts";
import type { TaskCommand } from "../../../domain/command.ts";
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { contentWords, stem } from "../matching/words.ts";
import { createCommand, type TaskCreate } from "../rules/new-task.ts";
import { isImperative } from "../matching/task-verbs.ts";
import type { Scene } from "../scene.ts";
import { type Label, labelFor, sayList, tasksOn } from "./list-tasks.ts";
import type { List } from "./named-list.ts";
import { type Parts, pointsAtShown } from "./parts.ts";

/** A condition that it be not there yet. */
const ifNew =
  /(?<!\p{L})(?:if|unless|already|not\s+(?:there|on)|isn['’]?t|aren['’]?t|yet|do\s+i\s+have|have\s+i)(?!\p{L})/iu;

export const addToList = (
  said: string,
  list: List,
  { item, when, left }: Parts,
  scene: Scene,
): Interpretation | null => {
  if (item === "" || pointsAtShown(item)) return putShown(item, list, scene);
  const label = list.is === "named" ? labelFor(list.name, scene) : null;
  const there = tasksOn(list.is === "named" ? list : { is: "own" }, scene);
  const made = itemsIn(item, list).map((one) => ({
    one,
    known: there.find(({ title }) => isSameThing(title, one)),
    command: createCommand(`${one} ${when}`.trim(), scene),
  }));
  const known = made.flatMap((one) => (ifNew.test(said) && one.known ? [one.known] : []));
  const commands = made.flatMap(({ known: old, command }) =>
    command.ok && !(old && known.includes(old)) ? [labelled(command.command, label)] : [],
  );
  const isThere = known.length > 0 ? thereAlready(known, list) : null;
  if (commands.length === 0) return isThere;
  if (left.length > 0) return offerAll(commands, list);
  return isThere?.answer ? { commands, answer: isThere.answer } : { commands, ...newTag(label) };
};

/** What is put on a list of things is often several: "eggs and bread". Titles of books and films are one each. */
const itemsIn = (item: string, list: List): string[] => {
  if (list.is !== "named" || /^(?:reading|read|watch|movies?|films?|books?)/iu.test(list.name))
    return [item];
  const whole = item.replaceAll(pairs, (pair) => pair.replaceAll(/\s/gu, "\u00A0"));
  const parts = whole
    .split(/\s*(?:,\s*and\s+|[,;])\s*|\s+(?:and|plus)\s+|(?<=^\S+) & (?=\S+$)/iu)
    .filter(Boolean)
    .map((one) => one.replaceAll("\u00A0", " "));
  const areThings = parts.every((one) => one.split(/\s+/u).length <= 3 && !isImperative(one));
  return areThings && parts.length <= 20 ? parts : [item];
};
/** Two words for one thing. */
const pairs =
  /(?<!\p{L})(?:(\p{L}+) and \1|mac(?:aroni)? and cheese|fish and chips|salt and vinegar|salt and pepper|peanut butter and jelly|bread and butter|ham and cheese|gin and tonic|cookies and cream|sour cream and onion|bed and breakfast|pots and pans|black and white|washing up liquid)(?!\p{L})/giu;

const labelled = (command: TaskCreate, label: Label | null): TaskCreate => {
  if (label === null) return command;
  const { fields } = command;
  const tags = [...(fields.tags ?? []), label.name];
  return {
    ...command,
    fields: label.as === "project" ? { ...fields, project: label.name } : { ...fields, tags },
  };
};

const newTag = (label: Label | null): Pick<Interpretation, "answer"> =>
  label?.isNew === true
    ? {
        answer: {
          kind: "talk",
          text: `${quote(label.name)} is a new list: the tag @${label.name}.`,
        },
      }
    : {};

const thereAlready = (known: Task[], list: List): Interpretation => ({
  commands: [],
  answer: {
    kind: "list",
    taskIds: known.map(({ id }) => id),
    text: `${known.map(({ title }) => quote(title)).join(", ")} ${known.length === 1 ? "is" : "are"} on ${sayList(list)} already.`,
  },
});

/** Words were left that say something: it is asked first. */
const offerAll = (commands: TaskCreate[], list: List): Interpretation => {
  const titles = commands.map(({ fields }) => quote(fields.title)).join(", ");
  return ask(`Shall I add ${titles} to ${sayList(list)}?`, [
    { label: `Add ${titles}`, commands },
    { label: "No, leave it", commands: [] },
  ]);
};

/** "put this on my shopping list": of what was shown. */
const putShown = (item: string, list: List, scene: Scene): Interpretation => {
  const nothing = talk(`What shall I add to ${sayList(list)}? For example “add milk to my list”.`);
  if (item === "" || list.is !== "named" || scene.shown.length === 0) return nothing;
  const isOne = /^(?:it|this|that)/iu.test(item);
  if (isOne && scene.shown.length > 1) return nothing;
  const label = labelFor(list.name, scene);
  const commands = scene.shown.slice(0, 5).map(({ id, tags }): TaskCommand => ({
    type: "task.patch",
    taskId: id,
    changes:
      label.as === "project"
        ? { project: label.name }
        : { tags: [...tags.filter((one) => one !== label.name), label.name] },
  }));
  return { commands, ...newTag(label) };
};

/** "rice" and "the Rice" are one; "buy rice" is rice as well. */
const isSameThing = (title: string, item: string): boolean => {
  const [own, said] = [title, item].map((text) => contentWords(text).map(stem));
  if (!own || !said) return false;
  const bare = own[0] === "buy" || own[0] === "get" ? own.slice(1) : own;
  return bare.length === said.length && said.every((word) => bare.includes(word));
};
