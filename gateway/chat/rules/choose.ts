// The answer to an open question: a label, a number, "the second one", a title among the offered, yes or no.
import { type Command, isTaskCommand } from "../../../domain/command.ts";
import { readTrigger } from "../../../domain/language/reminders/read-trigger.ts";
import { readUntil } from "../../../domain/language/reminders/read-until.ts";
import type { Trigger } from "../../../domain/reminder.ts";
import { talk } from "../asking.ts";
import type { Choice, Interpretation } from "../interpretation.ts";
import { readOrdinals } from "../matching/ordinals.ts";
import { contentWords, plain, stem } from "../matching/words.ts";
import { byTask } from "./choose-task.ts";
import { movedTo } from "../reading/move-due.ts";
import type { Rule, Scene } from "../scene.ts";

const yes =
  /^(?:(?:yes|yep|yeah|yup|ya|y|ok|okay|k|sure|sure thing|do it|do so|do that|go ahead|go for it|go on|confirm|confirmed|please do|of course|right|correct|exactly|absolutely|definitely|thats right|that one|all of them|both|delete them|it)(?: |$))+$/;
const no =
  /^(?:nothing|no|nope|nah|n|cancel|never mind|nevermind|forget it|stop|none|none of them|none of these|neither|dont|do not|leave it|leave them|no thanks|no thank you|not now)$/;
const polite =
  /^(?:please|ok|okay|well|oh|sorry|uh|um|hmm?|i mean|i meant|its|that would be|make it|do|id say|just)\s+|\s+(?:please|pls|thanks|thank you|of course|obviously|i mean|i meant|i think|one please)$/g;

const courtesies =
  /^(?:(?:please|ok|okay|well|oh|sorry|u[hm]|hm+|i\s+mean(?:t)?|it['’]?s|that\s+would\s+be|make\s+it|just)[\s,]+)+|(?:[\s,]+(?:please|pls|thanks|thank\s+you|of\s+course|obviously|i\s+(?:mean|meant|think)))+[.!]*$|[.!]+$/giu;

/** Reads a message as the choice of an offered answer; null when it is none, and is then a message like any other. */
export const choose: Rule = (said, scene) => {
  const { question } = scene.conversation;
  if (!question) return null;
  const words = plain(said).replaceAll(polite, "");
  const picked =
    byLabel(words, question.choices) ??
    byAnswer(words, question.choices) ??
    byPlace(said, question.choices);
  if (picked) return carryOut(picked, scene);
  if (no.test(words)) return talk("Nothing was changed.");
  if (/^(?:all|both|all of them|both of them)$/.test(words)) return all(question.choices);
  const titled =
    byTitle(words, question.choices) ??
    byTask(said.replaceAll(courtesies, ""), question.choices, scene);
  if (titled) return carryOut(titled, scene);
  return anotherDay(said, question.choices, scene) ?? anotherTime(said, question.choices, scene);
};

/** "In an hour" counts from now, when it is chosen, not from when it was offered. */
const carryOut = (choice: Choice, scene: Scene): Interpretation =>
  choice.commands.length > 0
    ? { commands: choice.commands.map((command) => fromNow(command, choice.label, scene)) }
    : talk("Nothing was changed.");

const fromNow = (command: Command, label: string, { clock }: Scene): Command => {
  if (!setsTime(command)) return command;
  return atTime(command, readTrigger(label, clock, null), readUntil(label, clock)) ?? command;
};

const byLabel = (words: string, choices: Choice[]): Choice | undefined =>
  choices.find((choice) => plain(choice.label) === words);

/** Yes means the only offer that does something; no the one that does nothing. */
const byAnswer = (words: string, choices: Choice[]): Choice | undefined => {
  const offers = choices.filter((choice) => choice.commands.length > 0);
  if (yes.test(words)) return offers.length === 1 ? offers[0] : undefined;
  return no.test(words) ? choices.find((choice) => choice.commands.length === 0) : undefined;
};

const byPlace = (said: string, choices: Choice[]): Choice | undefined => {
  const place = readOrdinals(said.replace(/[.!?]+$/, ""), choices.length);
  return place?.length === 1 ? choices[place[0] ?? -1] : undefined;
};

/** All of them, unless that would destroy several things on one word or do one thing to a task twice. */
const all = (choices: Choice[]): Interpretation | null => {
  const commands = choices.flatMap((choice) => choice.commands);
  const tasks = new Set(commands.filter(isTaskCommand).map(({ taskId }) => taskId));
  const isSafe =
    commands.every(({ type }) => type !== "task.delete") && tasks.size === commands.length;
  if (isSafe && commands.length > 0 && commands.length <= 5) return { commands };
  return talk("One at a time, please: say the number of one of them.");
};

/** The only choice whose label has all the words. An order of its own ("delete milk") is not one. */
const byTitle = (said: string, choices: Choice[]): Choice | undefined => {
  const wanted = contentWords(said.replace(/^(?:i\s+mean(?:t)?)\s+/i, "")).map(stem);
  if (wanted.length === 0 || plain(said).split(" ").length > 8) return undefined;
  const fits = choices.filter(({ label, commands }) => {
    const words = plain(label).split(" ").map(stem);
    return commands.length > 0 && wanted.every((word) => words.includes(word));
  });
  return fits.length === 1 ? fits[0] : undefined;
};

const better =
  /^(?:(?:no+|nope|oh|actually|rather|better|wait|sorry|make\s+it)[\s,]+)+|(?:[\s,]+(?:(?:is|would\s+be)\s+better|instead|rather|after\s+all|actually|please|then))+[.!]*$/giu;

/** "Until when shall I move it?" may be answered with a date that was not offered. */
const anotherDay = (said: string, offered: Choice[], scene: Scene): Interpretation | null => {
  const choices = offered.filter(({ commands }) => commands.length > 0 && commands.every(setsDue));
  const to = choices.length > 0 ? scene.when(said.replaceAll(better, "")) : null;
  const idsOf = (choice: Choice | undefined) =>
    (choice?.commands ?? []).filter(isTaskCommand).map(({ taskId }) => taskId);
  const ids = new Set(idsOf(choices[0]));
  const same = choices.every((choice) => idsOf(choice).every((id) => ids.has(id)));
  if (!to || !same) return null;
  const tasks = scene.open.filter(({ id }) => ids.has(id));
  return {
    commands: tasks.map((task) => ({
      type: "task.patch",
      taskId: task.id,
      changes: { due: movedTo(task, to, scene.clock) },
    })),
  };
};

/** "When shall I remind you?" may be answered with a time that was not offered. */
const anotherTime = (said: string, choices: Choice[], scene: Scene): Interpretation | null => {
  const offers = choices.filter(({ commands }) => commands.length > 0);
  if (offers.length < 2 || !offers.every(({ commands }) => commands.every(setsTime))) return null;
  const trigger = readTrigger(said.replace(/^remind\s+me\s+/i, ""), scene.clock, null);
  const until = readUntil(said, scene.clock);
  const commands = offers[0]?.commands.flatMap((command) => atTime(command, trigger, until) ?? []);
  return commands && commands.length > 0 ? { commands } : null;
};

const setsTime = (command: Command): boolean =>
  command.type === "reminder.add" ||
  command.type === "reminder.snooze" ||
  (command.type === "task.create" && command.fields.reminders?.length === 1);

/** The order with another time in it; null when the words say none. */
const atTime = (
  command: Command,
  trigger: Trigger | null,
  until: string | null,
): Command | null => {
  if (command.type === "reminder.snooze") return until === null ? null : { ...command, until };
  if (trigger === null) return null;
  if (command.type === "reminder.add")
    return { ...command, reminder: { ...command.reminder, trigger } };
  if (command.type !== "task.create") return null;
  const reminders = command.fields.reminders?.map((reminder) => ({ ...reminder, trigger })) ?? [];
  return { ...command, fields: { ...command.fields, reminders } };
};

const setsDue = (command: Command): boolean =>
  command.type === "task.patch" && Object.keys(command.changes).join() === "due";
