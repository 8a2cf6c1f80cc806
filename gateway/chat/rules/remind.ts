// "remind me to call mum at 6". Rule of the grammar.
import { talk } from "../asking.ts";
import type { Rule } from "../scene.ts";
import { offer } from "./create.ts";
import { createCommand, describe } from "./new-task.ts";

const reminding =
  /^(?:(?:set|create|add|make)\s+(?:me\s+)?(?:a\s+)?reminder\s+(?:for\s+me\s+)?(?:to|for|about|that)?|remind\s+me\s+(?:again\s+)?(?:to|about|of|that)?|reminder\s*:?(?:\s+to)?)\s*(.+)$/iu;

/** "remind me to call mum at 6": there is no alert yet, and a task without one is not what was asked for. */
export const remind: Rule = (said, scene) => {
  const line = reminding.exec(said)?.[1];
  if (!line) return null;
  const made = createCommand(line, scene);
  if (!made.ok) return talk("Reminders are not there yet.");
  return offer(
    `Reminders are not there yet: I can add ${describe(made.command, scene)}, but nothing will alert you. Shall I?`,
    made.command,
  );
};
