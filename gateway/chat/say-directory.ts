// What was done to projects, tags and saved filters, as data and in words. Called by answer.ts and reply.ts.
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import type { DirectoryChange } from "../../domain/conversation.ts";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import type { DirectoryStep } from "../../domain/directory/reply.ts";
import type { Executed } from "../command/execute.ts";
import type { Directed } from "../directory/ask.ts";
import { nameOf } from "../directory/name-of.ts";
import { countOf, quote } from "./asking.ts";

/** A change of the directory with its answer, and how many tasks went along. */
export type DirectedOutcome = Pick<Directed, "command" | "reply"> & { tasks: number };

/** Each order to the directory with what came of it. */
export const directedOf = ({ directed, plan, replies }: ToldOf): DirectedOutcome[] =>
  directed.map(({ command, commandId, reply }) => {
    const moved = plan.filter(({ origin }, n) => {
      const one = replies[n];
      return origin.causationId === commandId && one?.ok && Object.keys(one.changes).length > 0;
    });
    return { command, reply, tasks: moved.length };
  });

type ToldOf = Pick<Executed, "directed" | "plan" | "replies">;

/** Whether something was changed by it. */
export const hasDirected = ({ reply, tasks }: DirectedOutcome): boolean =>
  reply.ok && (reply.step !== null || tasks > 0);

/** The change for display; null when there was none. */
export const directoryChangeOf = (outcome: DirectedOutcome): DirectoryChange | null => {
  const { reply, command, tasks } = outcome;
  if (!reply.ok || !hasDirected(outcome)) return null;
  const { step } = reply;
  const what = step === null ? "deleted" : isAdopted(command, step) ? "changed" : step.was;
  const name = knownAs(outcome) ?? kindOf(command);
  return { kind: kindOf(command), id: step?.id ?? null, name, what, tasks };
};

type Kind = DirectoryChange["kind"];

const kindOf = (command: DirectoryCommand): Kind => {
  if (command.type === "directory.back") return command.kind;
  const [kind] = command.type.split(".");
  return kind === "section" ? "project" : (kind as Kind);
};

/** The name as it was before, which is how the person knows it; null where only an id is left of it. */
const knownAs = ({ command, reply }: DirectedOutcome): string | null => {
  const step = reply.ok ? reply.step : null;
  const before = step?.changes["name"]?.before;
  if (typeof before === "string") return before;
  if (step) return isAdopted(command, step) ? refOf(command) : step.name;
  return nameOf(reply.ok ? reply.directory : emptyDirectory, command);
};

/** Only tasks held the name: its change made the record. */
const isAdopted = ({ type }: DirectoryCommand, { was }: DirectoryStep): boolean =>
  was === "created" && type.endsWith(".change");

/** The name that only tasks held. */
const refOf = (command: DirectoryCommand): string => {
  if ("project" in command) return command.project;
  return "tag" in command ? command.tag : "";
};

/** One sentence. */
export const sayDirected = (outcome: DirectedOutcome): string => {
  const { command, reply, tasks } = outcome;
  if (!reply.ok) return `That could not be done: ${reply.error.message}.`;
  const name = knownAs(outcome);
  const thing = `the ${kindOf(command)}${name === null ? "" : ` ${quote(name)}`}`;
  if (!hasDirected(outcome)) return `${upper(thing)} is like that already.`;
  switch (command.type) {
    case "project.delete":
      return sayDeleted(outcome, thing);
    case "tag.delete":
      return command.becomes === null
        ? `Deleted ${thing}.${tasks > 0 ? ` ${countOf(tasks)} had it.` : ""}`
        : `Merged ${thing} into ${quote(command.becomes)}: ${countOf(tasks)}.`;
    case "directory.back":
      return `${upper(thing)} ${sayBack[command.was]}.`;
    default:
      return `${sayStep(command, reply.step, thing)}.${along(tasks)}`;
  }
};

const sayBack = { created: "is gone again", changed: "is as it was", deleted: "is back" };

const sayDeleted = ({ command, tasks }: DirectedOutcome, thing: string): string => {
  if (command.type !== "project.delete") return "";
  const { becomes } = command;
  if (becomes.is === "project")
    return `Merged ${thing} into ${quote(becomes.name)}: ${countOf(tasks)}.`;
  if (tasks === 0) return `Deleted ${thing}.`;
  return becomes.is === "trash"
    ? `Deleted ${thing} and moved ${countOf(tasks)} to the trash.`
    : `Deleted ${thing}. ${countOf(tasks)} stay without a project.`;
};

const sayStep = (command: DirectoryCommand, step: DirectoryStep | null, thing: string): string => {
  if (step === null) return `Changed ${thing}`;
  if (isAdopted(command, step)) {
    if (step.name !== refOf(command)) return `Renamed ${thing} to ${quote(step.name)}`;
    return step.changes["archived"]?.after === true ? `Archived ${thing}` : `Changed ${thing}`;
  }
  if (step.was === "created") return `Added ${thing}`;
  if (step.was === "deleted") return `Deleted ${thing}`;
  const { name, archived, ...others } = step.changes;
  if (name) return `Renamed ${thing} to ${quote(step.name)}`;
  if (archived)
    return archived.after === true ? `Archived ${thing}` : `Took ${thing} out of the archive`;
  const said = Object.entries(others).flatMap(([field, { before, after }]) =>
    field === "colour" || field === "query" ? `${field} ${textOf(before)} → ${textOf(after)}` : [],
  );
  return said.length > 0 ? `Changed ${thing}: ${said.join(", ")}` : `Changed ${thing}`;
};

const textOf = (value: unknown): string => (typeof value === "string" ? value : "none");

const along = (tasks: number): string => (tasks > 0 ? ` ${countOf(tasks)} went with it.` : "");

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
