// What a request did and what became of it, from the intents of the last 7 days and the log of all time. Pure. Called by read-past.ts.
import type { CommandEnvelope, Source } from "../../domain/command.ts";
import type { DirectoryKind } from "../../domain/directory/directory.ts";
import type { DirectoryStep, KeptDirectoryReply } from "../../domain/directory/reply.ts";
import type { Id } from "../../domain/ids.ts";
import type { TaskReply } from "../../domain/reply.ts";
import type { Step } from "./steps.ts";

/** A snooze: what the reminder waited for before it, and until when it was put off. */
export type Snooze = { taskId: Id; reminderId: Id; before: string | null; until: string };

/**
 * A request of before. `undoes` is the request it took back, `undoneBy` the one that took it back and stands; `skipped` are the tasks whose
 * occurrence it, or the one it took back, let pass as skipped.
 */
export type Past = {
  correlationId: Id;
  steps: Step[];
  snoozes: Snooze[];
  /** What happened to projects, tags and saved filters, the last first. */
  directory: DirectoryStep[];
  source: Source | null;
  undoes: Id | null;
  undoneBy: Id | null;
  skipped: ReadonlySet<Id>;
};

/** A plan with its replies, as kept 7 days. */
export type Kept = {
  plan: CommandEnvelope[];
  replies: TaskReply[] | null;
  undoes: Id | null;
  directory: KeptDirectoryReply[];
};

/** An event of the log. */
export type Logged = {
  type: string;
  subject: Id;
  taskId: Id | null;
  version: number;
  origin: Source;
  changes: Step["changes"];
};

export type Sources = {
  intents: Kept[];
  logged: Logged[];
  undoings: { correlationId: Id; undoes: Id }[];
  /** The intents of the request that this one took back. */
  causes: Kept[];
};

/** Null when nobody knows of it. */
export const pastOf = (correlationId: Id, from: Sources): Past | null => {
  const { intents, logged, undoings, causes } = from;
  if (intents.length === 0 && logged.length === 0) return null;
  const origin = intents[0]?.plan[0]?.origin.source ?? logged.find(isPersons)?.origin ?? null;
  return {
    correlationId,
    steps: stepsOf(intents, logged),
    snoozes: logged.flatMap(snoozeOf),
    directory: directoryOf(intents, logged),
    source: origin,
    undoes: intents.find(({ undoes }) => undoes !== null)?.undoes ?? null,
    undoneBy: standingUndo(correlationId, undoings),
    skipped: new Set([...intents, ...causes].flatMap(({ plan }) => plan.flatMap(skippedBy))),
  };
};

const skippedBy = ({ command }: CommandEnvelope): Id[] =>
  command.type === "task.skip" ? [command.taskId] : [];

/** What the clock or a parent did under the same correlation id takes itself back. */
const isPersons = ({ origin }: Logged): boolean => origin !== "recurrence" && origin !== "reminder";

/** An actor that was asked twice may have forgotten what the first time changed; the log has it. */
const stepsOf = (intents: Kept[], logged: Logged[]): Step[] => {
  const steps = new Map<string, Step>();
  for (const { type, taskId, version, changes, ...event } of logged) {
    if (taskId === null || !type.startsWith("punctual.task.")) continue;
    if (isPersons({ type, taskId, version, changes, ...event }))
      steps.set(`${taskId} ${version}`, { taskId, version, changes, order: null });
  }
  for (const { plan, replies } of intents) {
    for (const [n, { command }] of plan.entries()) {
      const reply = replies?.[n];
      if (!reply?.ok || Object.keys(reply.changes).length === 0) continue;
      const { taskId } = command;
      const { version } = reply.task;
      const { changes } = reply;
      steps.set(`${taskId} ${version}`, { taskId, version, changes, order: command });
    }
  }
  return [...steps.values()];
};

const ofDirectory = /^punctual\.(project|tag|filter)\.(created|changed|deleted)\.v1$/u;

/** The log has it for good; an answer of a moment ago may not be there yet. */
const directoryOf = (intents: Kept[], logged: Logged[]): DirectoryStep[] => {
  const steps = new Map<number, DirectoryStep>();
  for (const { type, subject: id, version, changes } of logged) {
    const [, kind, was] = ofDirectory.exec(type) ?? [];
    if (kind === undefined) continue;
    const name = changes["name"]?.after ?? changes["name"]?.before;
    steps.set(version, {
      kind: kind as DirectoryKind,
      id,
      name: typeof name === "string" ? name : "",
      was: was as DirectoryStep["was"],
      version,
      changes,
    });
  }
  for (const reply of intents.flatMap(({ directory }) => directory))
    if (reply.ok && reply.step) steps.set(reply.step.version, reply.step);
  return [...steps.values()].toSorted((a, b) => b.version - a.version);
};

const snoozeOf = ({ type, subject, taskId, changes }: Logged): Snooze[] => {
  const until = changes["scheduledFor"]?.after;
  if (type !== "punctual.reminder.snoozed.v1" || taskId === null) return [];
  if (typeof until !== "string") return [];
  const before = changes["scheduledFor"]?.before;
  return [
    { taskId, reminderId: subject, before: typeof before === "string" ? before : null, until },
  ];
};

/** The undo of a request that was not undone itself. */
const standingUndo = (of: Id, undoings: Sources["undoings"]): Id | null =>
  undoings
    .filter(({ undoes }) => undoes === of)
    .map(({ correlationId }) => correlationId)
    .find((id) => standingUndo(id, undoings) === null) ?? null;
