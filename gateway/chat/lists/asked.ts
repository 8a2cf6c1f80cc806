// What only sounded like an order is a question first. Called by lists.ts and read-heard.ts.
import { ask, maxChoices, quote } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import type { Scene } from "../scene.ts";

/** What would be done is a question first. */
export const asked = (meant: Interpretation | null, scene: Scene): Interpretation | null => {
  const commands = meant?.commands ?? [];
  if (!meant || commands.length === 0) return meant;
  const ids = new Set(commands.flatMap((one) => ("taskId" in one ? [one.taskId] : [])));
  const titles = scene.alive.filter(({ id }) => ids.has(id)).map(({ title }) => quote(title));
  const verb = commands.every(({ type }) => type === "task.complete")
    ? "complete"
    : commands.every(({ type }) => type === "task.delete")
      ? "delete"
      : "change";
  return ask(`Shall I ${verb} ${titles.slice(0, maxChoices).join(", ")}?`, [
    { label: `Yes, ${verb} ${titles.length === 1 ? titles.join("") : "them"}`, commands },
    { label: "No, leave it", commands: [] },
  ]);
};
