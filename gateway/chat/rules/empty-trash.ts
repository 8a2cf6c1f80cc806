// "empty the trash": asks, since nothing brings back what leaves it. Called by remove.ts.
import { mostPurged } from "../../../domain/trash.ts";
import { ask, countOf, maxChoices, quote, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import type { Scene } from "../scene.ts";

export const emptying =
  /^(?:please\s+)?(?:empty|clear|purge|delete)\s+(?:out\s+)?(?:(?:all|everything)\s+(?:in\s+)?)?(?:my\s+|the\s+)?(?:whole\s+)?(?:trash|bin|rubbish)(?:\s+(?:for\s+good|forever|permanently|now))?$/iu;

/** The choice names the tasks that are there now: what is deleted before the answer stays. */
export const emptyTrash = ({ trash }: Scene): Interpretation => {
  if (trash.length === 0) return talk("The trash is empty.");
  const tasks = trash.slice(0, mostPurged);
  const named = tasks.slice(0, maxChoices).map(({ title }) => quote(title));
  const unnamed = tasks.length - named.length;
  const more = unnamed > 0 ? ` and ${unnamed} more` : "";
  const what = `${countOf(tasks.length)} for good`;
  const commands = tasks.map(({ id }) => ({ type: "task.purge" as const, taskId: id }));
  return ask(
    `Shall I delete ${what}? That cannot be undone. In the trash: ${named.join(", ")}${more}.`,
    [
      { label: `Yes, delete ${what}`, commands },
      { label: "No, leave them", commands: [] },
    ],
  );
};
