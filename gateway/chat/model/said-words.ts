// Whether the words of a command are the person's: titles, labels, dates, levels. Pure. Called by grounded.ts.
import type { Command } from "../../../domain/command.ts";
import type { TaskPatch } from "../../../domain/task.ts";
import { contentWords, plain, stem, wordsOf } from "../matching/words.ts";
import type { Scene } from "../scene.ts";
import { valuesOf } from "./command-acts.ts";
import { inEnglish } from "./time-words.ts";
import type { Proposed, TimeField } from "./tools/tool.ts";

/** `before` is what the person said just before, when the model then asked for more: a title may stand there. */
export type Said = { message: string; before: string };

/** True when everything the command sets was said. */
export const areSaid = ({ command, times }: Proposed, said: Said, scene: Scene): boolean => {
  const { message } = said;
  const all = command.type === "task.create" ? `${said.before}\n${message}` : message;
  const fields = fieldsOf(command);
  return (
    valuesOf(command, scene).every((text) => isTextSaid(text, all)) &&
    timesIn(command, scene).every((field) => isTimeSaid(times[field], all)) &&
    isLevelSaid(fields.priority, message)
  );
};

const fieldsOf = (command: Command): TaskPatch => {
  if (command.type === "task.create") return command.fields;
  return command.type === "task.patch" ? command.changes : {};
};

/** Every word that carries meaning stands in the message; for scripts without spaces, the text as a whole does. */
const isTextSaid = (text: string, message: string): boolean => {
  if (plain(message).includes(plain(text)) && plain(text) !== "") return true;
  const said = new Set(wordsOf(message).map(stem));
  const wanted = contentWords(text).map(stem);
  return wanted.length > 0 && wanted.every((word) => said.has(word));
};

const linking = new Set("at on by in the of to from a an and for o clock every each 00".split(" "));
/** "3pm" and "3 pm" are the same words. */
const timeWords = (text: string): string[] =>
  plain(text)
    .replaceAll(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, " ")
    .split(" ")
    .filter((word) => word !== "" && !linking.has(word));

const isTimeSaid = (words: string | undefined, message: string): boolean => {
  if (words === undefined) return false;
  const said = new Set(
    timeWords(message)
      .flatMap((word) => [word, ...inEnglish(word)])
      .flatMap((word) => [word, stem(word), short(word)]),
  );
  return timeWords(words).every((word) =>
    [word, stem(word), short(word)].some((one) => said.has(one)),
  );
};

/** "mon" is "monday", "min" is "minutes". */
const short = (word: string): string =>
  word.length > 3 && /^\p{L}+$/u.test(word) ? word.slice(0, 3) : word;

/** Which times a command sets that the person has to have said. Taking one away needs only the verb. */
const timesIn = (command: Command, scene: Scene): TimeField[] => {
  if (command.type === "reminder.add" || command.type === "reminder.change") return ["reminders"];
  if (command.type === "reminder.snooze") return ["until"];
  const { due, deadline, durationMinutes, recurrence, reminders } = fieldsOf(command);
  const isByRule = command.type === "task.create" && isLead(reminders, scene);
  return [
    ...(due ? (["due"] as const) : []),
    ...(deadline ? (["deadline"] as const) : []),
    ...(durationMinutes ? (["duration"] as const) : []),
    ...(recurrence ? (["recurrence"] as const) : []),
    ...(reminders && reminders.length > 0 && !isByRule ? (["reminders"] as const) : []),
  ];
};

/** The one reminder every clock time gets by the person's settings. */
const isLead = (reminders: TaskPatch["reminders"], { settings }: Scene): boolean => {
  const [only, more] = reminders ?? [];
  const lead = settings.defaultLeadMinutes;
  if (!only || more || lead === null || only.trigger.kind !== "relative") return false;
  return only.trigger.to === "due" && Math.abs(only.trigger.minutes) === lead;
};

const levels: Record<number, RegExp> = {
  1: /\bp1\b|\b1\b|urgent|important|high|top|critical|asap|dringend|wichtig|haute|alta/iu,
  2: /\bp2\b|\b2\b|medium|high|important|mittel|moyenne|media/iu,
  3: /\bp3\b|\b3\b|low|medium|niedrig|basse|baja/iu,
  4: /\bp4\b|\b4\b|no\s+prio|not\s+(?:urgent|important)|normal|low|none|remove|clear/iu,
};

const isLevelSaid = (priority: number | undefined, message: string): boolean =>
  priority === undefined || levels[priority]?.test(message) === true;
