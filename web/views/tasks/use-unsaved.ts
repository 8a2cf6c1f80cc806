// Everything about a task that was typed and not saved: its fields, a new part, a new reminder; and to save or discard all of it. Called by
// row.tsx, editor.tsx and what stands in them.
import { useSyncExternalStore } from "react";
import type { Scope } from "../../../domain/command.ts";
import type { Task } from "../../../domain/task.ts";
import { newId } from "../../api/punctual.ts";
import { conflicts, keepMine, shown, takeTheirs, unsaved } from "../../drafts/three-way.ts";
import { sayProblem } from "../../words/problem.ts";
import { draftName, reminderName, sentName, subtaskName } from "../../drafts/names.ts";
import { addPicked, atPicked } from "../../drafts/picked.ts";
import { useWorkspace } from "../context.ts";
import { draftProblem } from "../../drafts/draft.ts";
import { asksScope, type FieldName, fieldLabels, patchOf, sameField } from "../../drafts/edit.ts";
import { useEdit } from "./use-edit.ts";

/** The task as committed: what others did is in it, what this page only wishes is not. */
const useCommitted = (task: Task): Task => {
  const { store } = useWorkspace();
  return useSyncExternalStore(store.subscribe, () => store.read().tasks.get(task.id) ?? task);
};

export const useUnsaved = (shownTask: Task) => {
  const { drafts, wishes } = useWorkspace();
  const task = useCommitted(shownTask);
  const { edit, now, draft, set, write } = useEdit(task);
  const fields = unsaved(edit, now, sameField) as FieldName[];
  const collided = conflicts(edit, now, sameField) as FieldName[];
  const text = (name: string): string => drafts.read(name, "").trim();
  const others = useSyncExternalStore(drafts.subscribe, () =>
    [
      ...(text(subtaskName(task.id)) === "" ? [] : ["Subtask"]),
      ...(text(reminderName(task.id)) === "" ? [] : ["Reminder"]),
    ].join(", "),
  );
  const addReminder = useAddReminder(task);

  const addSubtask = async (): Promise<void> => {
    const name = subtaskName(task.id);
    const title = text(name);
    if (title === "") return;
    drafts.write(name, undefined);
    const added = await wishes.create({ title, parentId: task.id }, newId());
    if (!added && text(name) === "") drafts.write(name, title);
  };
  const isTitled = draft.title.trim() !== "";

  return {
    draft,
    set,
    /** The fields a save would change, and what else waits, as the person knows them. */
    names: [...fields.map((field) => fieldLabels[field]), ...(others === "" ? [] : [others])],
    collided,
    /** What others made of a field in conflict, and what I did. */
    values: (field: FieldName) => ({
      mine: patchOf([field], shown(edit, now))[field],
      theirs: patchOf([field], now)[field],
    }),
    keep: (field: string): void => write(keepMine(edit, now, field)),
    take: (field: string): void => write(takeTheirs(edit, field)),
    asksScope: asksScope(task, fields),
    /** Why it cannot be saved yet; null when it can. */
    problem: (): ReturnType<typeof draftProblem> =>
      isTitled ? draftProblem(draft) : { field: "title", message: "A task needs a title." },
    save: (scope?: Scope): void => {
      if (fields.length > 0) void wishes.patch(task, patchOf(fields, shown(edit, now)), scope);
      void addSubtask();
      void addReminder();
    },
    addSubtask: (): void => void addSubtask(),
    discard: (): void => {
      for (const name of [draftName, subtaskName, reminderName, sentName])
        drafts.write(name(task.id), undefined);
    },
  };
};

/** Adds the reminder that was picked and not added. Refused, it stays picked, and the reason is said. */
const useAddReminder = (task: Task) => {
  const { drafts, punctual, settings, store } = useWorkspace();
  return async (): Promise<void> => {
    const answer = await addPicked(drafts, task.id, (picked, ticket) =>
      punctual.addReminder(task.id, atPicked(picked), ticket),
    );
    if (answer === null || answer.ok) return;
    const reader = { at: new Date(), zone: settings.timeZone, locale: settings.locale };
    const text = `“${task.title}” got no reminder. ${sayProblem(answer.problem, reader)}`;
    store.dispatch({ type: "noticed", notice: { id: newId(), tone: "problem", text } });
  };
};
