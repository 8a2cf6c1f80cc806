// What an undo has to ask, and what of it cannot be done, in words. Called by take-back.ts.
import type { HistoryCommand } from "../../domain/command.ts";
import type { Choice } from "../../domain/conversation.ts";
import { type Listener, sayWhen } from "../../domain/language/say-when.ts";
import { toLocal } from "../../domain/time.ts";
import type { Conflict, Note, UndoPlan } from "../history/undo-plan.ts";
import { quote } from "./asking.ts";
import { labelOfField, sayValue } from "./say-change.ts";

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

/** Why a task, or the snooze of a reminder, stays as it is. */
export const sayNote = (note: Note, listener: Listener): string => {
  const name = note.title === "" ? "A task" : quote(note.title);
  switch (note.why) {
    case "gone":
      return `${name} is gone for good, so it stays as it is.`;
    case "went_on":
      return `${name} has gone on since, so that date can no longer be taken back.`;
    case "not_snoozed":
      return "The reminder is not snoozed any more.";
    case "told": {
      const again = sayWhen({ kind: "floating", at: toLocal(note.until, listener.zone) }, listener);
      return `The reminder of ${name} had come already, so its snooze cannot be taken back. It comes again ${again}.`;
    }
  }
};
