// The form of a task as it stands now: what the person has typed over what is shown of it. Called by title.tsx and use-unsaved.ts.
import { useSyncExternalStore } from "react";
import type { Task } from "../../../domain/task.ts";
import { type Edit, isEmpty, shown, takeTheirs, touch, untouched } from "../../drafts/three-way.ts";
import { draftName, type TaskEdit } from "../../drafts/names.ts";
import { useWorkspace } from "../context.ts";
import { type Draft, draftOf } from "../../drafts/draft.ts";
import { byField, type FieldName, fromFields, stillRefused } from "../../drafts/edit.ts";

/** `draft` is what the inputs show. `task` is what the person sees behind it. `isAside`: it is not typed in the form of the task. */
export const useEdit = (task: Task, isAside = false) => {
  const { drafts } = useWorkspace();
  const name = draftName(task.id);
  const readEdit = (): TaskEdit => drafts.read<TaskEdit>(name, untouched);
  const edit = useSyncExternalStore(drafts.subscribe, readEdit);
  const now = byField(draftOf(task));
  const draftFrom = (from: Edit): Draft => fromFields(shown(from, now));
  const write = (next: Edit, refused = stillRefused(readEdit(), next)): void =>
    drafts.write(name, isEmpty(next) ? undefined : { ...next, of: task.title, refused }, isAside);
  return {
    edit,
    /** The edit this very moment, also before the view is drawn again. */
    readEdit,
    now,
    draft: draftFrom(edit),
    /** The title the person began to change: one in conflict is not settled by typing over it. */
    titleBefore: (): string | undefined => (readEdit().base["title"] as Draft | undefined)?.title,
    /** What the inputs show this very moment, also before the view is drawn again. */
    read: (): Draft => draftFrom(readEdit()),
    set: (next: Draft): void => write(touch(readEdit(), now, byField(next))),
    discard: (...fields: FieldName[]): void => write(fields.reduce(takeTheirs, readEdit())),
    write,
  };
};
