// A plan of the model as a question: every change it would make, in our words. Called by the interpreter.
import { type Command, isTaskCommand } from "../../../domain/command.ts";
import type { Task, TaskPatch } from "../../../domain/task.ts";
import { ask, countOf, quote } from "../asking.ts";
import { sayReminders } from "../details.ts";
import type { Interpretation } from "../interpretation.ts";
import { describe } from "../rules/new-task.ts";
import { changesIn, speakerFor } from "../say-change.ts";
import type { Scene } from "../scene.ts";
import type { Verdict } from "./grounded.ts";

type Why = Extract<Verdict, { is: "confirm" }>["why"];

const reasons: Record<Why, string> = {
  destructive: "",
  broad: "",
  unsaid: " That is not all in your words, so I ask first.",
};

/** Lines shown at most. */
const maxLines = 12;

/** Asks for a yes. The choice holds exactly these commands: whatever is read later, only they run. */
export const confirm = (commands: Command[], why: Why, scene: Scene): Interpretation => {
  const lines = commands.map((command) => sentenceFor(command, scene));
  const shown = lines.slice(0, maxLines).map((line) => `• ${line}`);
  const rest = lines.length > shown.length ? [`• and ${lines.length - shown.length} more`] : [];
  const question =
    lines.length === 1
      ? `Shall I ${lines[0]}?${reasons[why]}`
      : [`Shall I do this?${reasons[why]}`, ...shown, ...rest].join("\n");
  const deleted = commands.filter(({ type }) => type === "task.delete").length;
  const label =
    deleted > 0 ? `Yes, delete ${deleted === 1 ? "it" : countOf(deleted)}` : "Yes, do that";
  return ask(question, [
    { label: deleted > 0 && deleted < commands.length ? "Yes, do all of that" : label, commands },
    { label: "No, leave it", commands: [] },
  ]);
};

const sentenceFor = (command: Command, scene: Scene): string => {
  if (command.type === "history.undo") return "take back the last change";
  if (command.type === "history.redo") return "bring back what was taken back";
  if (!isTaskCommand(command)) return "change your projects and tags";
  if (command.type === "task.create") return `add ${describe(command, scene)}`;
  const task = [...scene.alive, ...scene.trash].find(({ id }) => id === command.taskId);
  const what = quote(task?.title ?? "a task");
  switch (command.type) {
    case "task.patch":
      return task
        ? `change ${what}: ${patchWords(task, command.changes, scene)}`
        : `change ${what}`;
    case "task.complete":
      return command.forever === true ? `complete ${what} for good` : `complete ${what}`;
    case "reminder.add":
      return `remind you of ${what} ${sayReminders([command.reminder], speaker(scene))}`;
    case "reminder.remove":
      return `take a reminder of ${what} away`;
    case "reminder.snooze":
      return `snooze ${what}`;
    default:
      return `${plainVerbs[command.type] ?? "change"} ${what}`;
  }
};

const plainVerbs: Record<string, string> = {
  "task.reopen": "open again",
  "task.delete": "delete",
  "task.restore": "restore",
  "task.skip": "skip",
};

const listener = ({ clock, zone, locale }: Scene) => ({
  now: clock.instant.toString(),
  zone,
  locale,
});
const speaker = (scene: Scene) => speakerFor(listener(scene));

/** "due tomorrow → Friday, priority none → p1" */
const patchWords = (task: Task, changes: TaskPatch, scene: Scene): string => {
  const pairs = Object.entries(changes).map(([field, after]) => [
    field,
    { before: task[field as keyof TaskPatch], after },
  ]);
  const words = changesIn(
    Object.fromEntries(pairs) as Parameters<typeof changesIn>[0],
    listener(scene),
  );
  if (changes.parentId === undefined) return words;
  return [words, "what it is a part of"].filter(Boolean).join(", ");
};
