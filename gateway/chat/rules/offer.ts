// When an order fits no task, its words may be a new task: "finish the report by friday". Used by several rules.
import { ask, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import type { Scene } from "../scene.ts";
import { createCommand, describe } from "./new-task.ts";

/** Says that nothing fits and offers to add the whole sentence as a task. Never adds it by itself. */
export const offerToAdd = (said: string, words: string, scene: Scene): Interpretation => {
  const made = createCommand(said, scene);
  const missing = `I found no open task that fits ${quote(words.trim())}.`;
  if (!made.ok) return talk(missing);
  return ask(`${missing} Shall I add ${describe(made.command, scene)} as a new task?`, [
    { label: `Add ${quote(made.command.fields.title)}`, commands: [made.command] },
    { label: "No, leave it", commands: [] },
  ]);
};
