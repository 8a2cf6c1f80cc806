// Three values of a field in words, and what a person may answer. Called by plan-history.ts.
import type { HistoryCommand } from "../../domain/command.ts";
import type { Choice } from "../../domain/conversation.ts";
import type { Listener } from "../../domain/language/say-when.ts";
import { quote } from "../chat/asking.ts";
import { labelOfField, sayValue } from "../chat/say-change.ts";
import type { Conflict, Note, UndoPlan } from "./plan-undo.ts";

const most = 5;

/** The question, and the three answers: go back anyway, keep what is there and take back the rest (where there is a rest), leave everything. */
export const askAbout = (
  { conflicts, commands }: UndoPlan,
  { type, correlationId }: HistoryCommand,
  listener: Listener,
): { question: string; choices: Choice[] } => {
  const lines = conflicts.slice(0, most).map((conflict) => sayConflict(conflict, listener));
  const more = conflicts.length - lines.length;
  const [only] = conflicts.length === 1 ? conflicts : [];
  const answer = (label: string, onConflict: "overwrite" | "keep"): Choice => ({
    label,
    commands: [{ type, correlationId, onConflict }],
  });
  return {
    question: [
      ...lines,
      ...(more > 0
        ? [`And ${more} more ${more === 1 ? "field has" : "fields have"} changed.`]
        : []),
      "Shall I take that back all the same?",
    ].join("\n"),
    choices: [
      answer(only ? goBack(only, listener) : "Go back to how it was anyway", "overwrite"),
      ...(commands.length > 0
        ? [answer(only ? keep(only, listener) : "Keep what is there, take back the rest", "keep")]
        : []),
      { label: "Leave everything", commands: [] },
    ],
  };
};

const goBack = (conflict: Conflict, listener: Listener): string => {
  if (conflict.of === "added") return `Move ${quote(conflict.title)} to the trash anyway`;
  if (conflict.field === "deletedAt") return "Take it out of the trash and go back anyway";
  return `Go back to ${said(conflict, conflict.base, listener)} anyway`;
};

const keep = (conflict: Conflict, listener: Listener): string => {
  if (conflict.of === "added") return `Keep ${quote(conflict.title)}, take back the rest`;
  if (conflict.field === "deletedAt") return "Leave it in the trash, take back the rest";
  return `Keep ${said(conflict, conflict.theirs, listener)}, take back the rest`;
};

const sayConflict = (conflict: Conflict, listener: Listener): string => {
  const { title, field, base, ours, theirs } = conflict;
  const [was, became, is] = [base, ours, theirs].map((value) => said(conflict, value, listener));
  if (field === "deletedAt") return `${quote(title)} is in the trash now.`;
  const label = labelOfField(field);
  if (conflict.of === "added")
    return `${quote(title)} was added then and has changed since: ${label} ${became} → ${is}.`;
  return `${quote(title)} has changed since: ${label} was ${was}, became ${became}, and is ${is} now.`;
};

const said = ({ field }: Conflict, value: unknown, listener: Listener): string =>
  sayValue(field, value, listener);

/** Why a task cannot be brought back. */
export const sayNote = ({ title, why }: Note): string => {
  const name = title === "" ? "A task" : quote(title);
  return why === "gone"
    ? `${name} is gone for good, so it stays as it is.`
    : `${name} has gone on since, so that date can no longer be taken back.`;
};
