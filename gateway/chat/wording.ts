// What was done, in words: each change old → new, and what was refused. Called by answer-message.ts.
import type { CommandEnvelope } from "../../domain/command.ts";
import type { Changes } from "../../domain/changes.ts";
import type { Id } from "../../domain/ids.ts";
import { type Listener, sayWhen } from "../../domain/language/say-when.ts";
import type { ChatChange, TaskReply } from "../../domain/reply.ts";
import type { Task } from "../../domain/task.ts";
import { toLocal } from "../../domain/time.ts";
import { countOf, quote } from "./asking.ts";
import { detailsOf } from "./details.ts";
import { changesIn, sayRefusal, speakerFor } from "./say-change.ts";

/** A command with the answer of its task's actor, and what became of the parts that went with the task. */
export type Outcome = {
  command: CommandEnvelope["command"];
  reply: TaskReply;
  parts?: Outcome[];
};

/**
 * What was asked for, each command with its reply; parts that stayed as they were are left out, and so is what only went along with the
 * directory: that is told with it (say-directory.ts).
 */
export const outcomesOf = ({
  plan,
  replies,
  directed = [],
}: {
  plan: CommandEnvelope[];
  replies: TaskReply[];
  directed?: { commandId: Id }[];
}): Outcome[] => {
  const causes = new Set(directed.map(({ commandId }) => commandId));
  let isAlong = false;
  const outcomes: (Outcome & { parts: Outcome[] })[] = [];
  for (const [index, { command, after, origin }] of plan.entries()) {
    const reply = replies[index];
    if (!reply) continue;
    if (after === undefined) isAlong = causes.has(origin.causationId);
    if (isAlong) continue;
    if (after === undefined) outcomes.push({ command, reply, parts: [] });
    else if (hasEffect({ command, reply })) outcomes.at(-1)?.parts.push({ command, reply });
  }
  return outcomes;
};

/** A reminder that is put off or seen is no field of its task. */
const besideFields = new Set<Outcome["command"]["type"]>([
  "reminder.snooze",
  "reminder.acknowledge",
]);

/** Whether the command did something. */
export const hasEffect = ({ command, reply }: Outcome): boolean =>
  reply.ok && (Object.keys(reply.changes).length > 0 || besideFields.has(command.type));

/** Whether what it did can be taken back: that something was seen cannot, nor that it left the trash. */
export const canTakeBack = (outcome: Outcome): boolean =>
  hasEffect(outcome) && !forGood.has(outcome.command.type);

const forGood = new Set<Outcome["command"]["type"]>(["reminder.acknowledge", "task.purge"]);

/**
 * The change of one task, for display; null when the command was refused or changed nothing. That a reminder was seen is none: "undo" means what
 * was done before it.
 */
export const changeOf = (outcome: Outcome): ChatChange | null => {
  const { command, reply } = outcome;
  if (!reply.ok || !canTakeBack(outcome)) return null;
  const { task, changes } = reply;
  return { taskId: task.id, title: task.title, what: whatOf(command.type, changes), changes };
};

const whatOf = (type: Outcome["command"]["type"], changes: Changes): ChatChange["what"] => {
  const verbs = {
    "task.create": "created",
    "task.complete": "completed",
    "task.reopen": "reopened",
    "task.delete": "deleted",
    "task.restore": "restored",
  } as const;
  if (type in verbs) return verbs[type as keyof typeof verbs];
  const trash = changes["deletedAt"];
  if (trash) return trash.after === null ? "restored" : "deleted";
  if (type === "task.return") return "reopened";
  return changes["status"]?.after === "done" ? "completed" : "changed";
};

/** One sentence a change, one a refusal; a sentence that says so when there was nothing to do. */
export const wordsFor = (outcomes: Outcome[], listener: Listener): string => {
  if (outcomes.length === 0) return "Nothing was changed.";
  const purged = outcomes.filter(isPurged);
  const rest = outcomes.filter((outcome) => !isPurged(outcome));
  const lines = saidOnce(rest, (outcome) => lineFor(outcome, listener));
  return [
    // Said without their names, which are to be forgotten.
    ...(purged.length > 0 ? [`Deleted ${countOf(purged.length)} for good.`] : []),
    ...(rest.length > 10 ? summary(rest, lines) : lines.map(({ line }) => line)),
  ].join("\n");
};

type Line = { line: string; isRefusal: boolean };

/** A line for each, but a reason that several were refused for is said once, with how many. */
const saidOnce = (outcomes: Outcome[], sayOne: (outcome: Outcome) => string): Line[] => {
  const counts = new Map<string, number>();
  const lines = outcomes.map((outcome) => {
    const line = sayOne(outcome);
    const isRefusal = !outcome.reply.ok;
    if (isRefusal) counts.set(line, (counts.get(line) ?? 0) + 1);
    return { line, isRefusal };
  });
  const isFirst = ({ line, isRefusal }: Line, at: number): boolean =>
    !isRefusal || lines.findIndex((one) => one.line === line) === at;
  const counted = ({ line, isRefusal }: Line): Line => {
    const count = isRefusal ? (counts.get(line) ?? 1) : 1;
    return { line: count === 1 ? line : `${line} (${countOf(count)})`, isRefusal };
  };
  return lines.filter(isFirst).map(counted);
};

const isPurged = ({ command, reply }: Outcome): boolean =>
  command.type === "task.purge" && reply.ok;

const summary = (outcomes: Outcome[], lines: Line[]): string[] => {
  const done = outcomes.filter(({ reply }) => reply.ok).length;
  const refused = lines.filter(({ isRefusal }) => isRefusal).map(({ line }) => line);
  return [`${countOf(done)} ${done === 1 ? "was" : "were"} changed.`, ...refused.slice(0, 5)];
};

const lineFor = (outcome: Outcome, listener: Listener): string => {
  const said = lineOf(outcome, listener);
  const { length } = outcome.parts ?? [];
  if (length === 0) return said;
  const back = outcome.parts?.some(({ command }) => command.type === "task.return");
  return `${said} ${length === 1 ? "Its one part" : `Its ${length} parts`} ${back ? "came back with it" : "went with it"}.`;
};

const lineOf = ({ command, reply }: Outcome, listener: Listener): string => {
  if (!reply.ok) return `That could not be done: ${sayRefusal(reply.error, listener)}.`;
  const { task, changes } = reply;
  const title = quote(task.title);
  if (command.type === "reminder.snooze")
    return `Snoozed ${title} until ${sayInstant(command.until, listener)}.`;
  if (command.type === "reminder.acknowledge") return `${title}: seen.`;
  if (Object.keys(changes).length === 0) return `${title} is like that already.`;
  switch (command.type) {
    case "task.create":
      return created(task, listener);
    case "task.complete":
      return `Completed ${title}.${nextText(task, listener)}`;
    case "task.skip":
      return `Skipped ${title}.${nextText(task, listener)}`;
    case "task.reopen":
      return `Opened ${title} again.${nextText(task, listener)}`;
    case "task.delete":
      return `Moved ${title} to the trash. “Restore ${task.title}” brings it back.`;
    case "task.restore":
      return `Took ${title} out of the trash.`;
    default:
      return `${quote(oldTitle(task, changes))}: ${changesIn(changes, listener) || "moved in the list"}.`;
  }
};

const sayInstant = (at: string, listener: Listener): string =>
  sayWhen({ kind: "floating", at: toLocal(at, listener.zone) }, listener);

/** When a task that repeats comes again. */
const nextText = ({ recurrence, due, status }: Task, listener: Listener): string => {
  if (recurrence === null || due === null) return "";
  return status === "done" ? " That was the last one." : ` Next: ${sayWhen(due, listener)}.`;
};

const created = (task: Task, listener: Listener): string => {
  const details = detailsOf(task, speakerFor(listener));
  return details === "" ? `Added ${quote(task.title)}.` : `Added ${quote(task.title)}: ${details}.`;
};

const oldTitle = (task: Task, changes: Changes): string => {
  const before = changes["title"]?.before;
  return typeof before === "string" ? before : task.title;
};
