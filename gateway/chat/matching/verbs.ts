// A slip of the fingers in the verb of an order. Never in one that destroys. Called by grammar.ts.
import { isImperative } from "./task-verbs.ts";
import { isShuffled, isTypo } from "./similarity.ts";

/** Verbs a slip is forgiven in. What they do can be seen and taken back, and none of them takes anything away. */
const safe = [
  "complete",
  "finish",
  "finished",
  "completed",
  "move",
  "rename",
  "postpone",
  "reschedule",
  "remind",
  "assign",
  "unassign",
  "snooze",
  "reopen",
  "restore",
  "describe",
  "prioritize",
  "create",
  "mark",
  "show",
  "undo",
  "skip",
];
const destroying = [
  "delete",
  "remove",
  "cancel",
  "erase",
  "trash",
  "clear",
  "discard",
  "empty",
  "purge",
];

const misspelt = (word: string, verbs: string[]): string | undefined =>
  word.length < 4 || verbs.includes(word) || isImperative(word)
    ? undefined
    : verbs.find(
        (verb) =>
          Math.abs(verb.length - word.length) <= 1 &&
          (isTypo(word, verb) || isShuffled(word, verb)),
      );

/** The sentence with its verb as it was meant. */
export const mended = (said: string): string => {
  const first = /^\p{L}+/u.exec(said)?.[0] ?? "";
  const verb = misspelt(first.toLowerCase(), safe);
  return verb === undefined || slipsDestructive(said) ? said : verb + said.slice(first.length);
};

/** "delte milk" as it was meant, to be asked about; null when its verb is no slip of one that destroys. */
export const destructiveMeant = (said: string): string | null => {
  const first = /^\p{L}+/u.exec(said)?.[0] ?? "";
  const verb = misspelt(first.toLowerCase(), destroying);
  return verb === undefined ? null : verb + said.slice(first.length);
};

/** "delte milk": what looks like an order to destroy is neither carried out nor made a task. */
export const slipsDestructive = (said: string): boolean =>
  misspelt((/^\p{L}+/u.exec(said)?.[0] ?? "").toLowerCase(), destroying) !== undefined;
