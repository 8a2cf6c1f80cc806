// Everything about a task that was typed and not saved: its fields, a new part, a new reminder; and to save or discard all of it. Called by
// row.tsx, editor.tsx, use-saving.ts and what stands in them.
import { useMemo, useSyncExternalStore } from "react";
import type { Scope } from "../../../domain/command.ts";
import type { Task } from "../../../domain/task.ts";
import { newId } from "../../api/punctual.ts";
import { type Typed, typedOf } from "../../drafts/autosave.ts";
import { draftOf } from "../../drafts/draft.ts";
import { type Edit, keepMine, shown, takeTheirs } from "../../drafts/three-way.ts";
import { visibleTask } from "../../store/visible.ts";
import { sayProblem } from "../../say/problem.ts";
import { draftName, reminderName, sentName, subtaskName } from "../../drafts/names.ts";
import { addPicked, atPicked } from "../../drafts/picked.ts";
import { useWorkspace } from "../context.ts";
import { byField, type FieldName, fieldLabels, patchOf, tidied } from "../../drafts/edit.ts";
import { partFrom } from "./read-part.ts";
import { useEdit } from "./use-edit.ts";
import { taskWords } from "../../words/task.ts";

export const useUnsaved = (task: Task) => {
  const { drafts, store, wishes } = useWorkspace();
  const { edit, now, draft, read, readEdit, set, write } = useEdit(task);
  const typed = useMemo(() => typedOf(edit, task), [edit, task]);
  const { fields, collided } = typed;
  const text = (name: string): string => drafts.read(name, "").trim();
  const others = useSyncExternalStore(drafts.subscribe, () =>
    [
      ...(text(subtaskName(task.id)) === "" ? [] : [taskWords.subtask]),
      ...(text(reminderName(task.id)) === "" ? [] : [taskWords.reminder]),
    ].join(", "),
  );
  const addReminder = useAddReminder(task);

  const addSubtask = useAddSubtask(task);

  /** Sends what can be sent of what is typed at this very moment, but what is in `except`; tells which fields. Their words stay typed until they are kept. */
  const save = (of?: Scope, except: readonly FieldName[] = []): FieldName[] => {
    const shownNow = visibleTask(store.read(), task.id);
    if (shownNow === undefined) return []; // deleted meanwhile: it stays typed
    const typedNow = readEdit();
    const { ready, asksScope: asks } = typedOf(typedNow, shownNow);
    const held = except.includes("recurrence") && typedNow.mine["recurrence"] !== undefined;
    const all: FieldName[] = asks && of !== undefined ? [...ready, "due"] : ready;
    const some = all.filter((field) => !except.includes(field) && !(held && field === "due"));
    if (some.length === 0) return [];
    void wishes.patch(shownNow, patchOf(some, typedNow.mine), asks ? of : undefined);
    return some;
  };

  /** Gives up what is typed and changes nothing, but what is in `except`. */
  const tidy = (except?: readonly FieldName[]): void => {
    const shownNow = visibleTask(store.read(), task.id);
    if (shownNow === undefined) return;
    // While an order of one's own waits, what is shown may be what is typed here: that is not kept yet.
    const there = shownNow.waiting === true ? {} : byField(draftOf(shownNow));
    write(tidied(readEdit(), there, except));
  };

  return {
    draft,
    read,
    set,
    tidy,
    typed,
    /** The same this very moment, also before the view is drawn again. */
    typedNow: (): Typed => typedOf(readEdit(), visibleTask(store.read(), task.id) ?? task),
    /** What is typed, as it stands; null while it is typed elsewhere than in the form. */
    left: (): Edit | null => (drafts.isElsewhere(draftName(task.id)) ? null : readEdit()),
    /** The fields a save would change, and what else waits, as the person knows them. */
    names: [...fields.map((field) => fieldLabels[field]), ...(others === "" ? [] : [others])],
    collided,
    /** What others made of a field in conflict, and what I did. */
    values: (field: FieldName) => ({
      mine: patchOf([field], shown(edit, now))[field],
      theirs: patchOf([field], now)[field],
    }),
    keep: (field: string): void => {
      const { [field]: _, ...refused } = edit.refused ?? {};
      write(keepMine(edit, now, field), refused);
    },
    /** A section was changed with its project, and goes back with it. */
    take: (field: string): void =>
      write((field === "project" ? [field, "section"] : [field]).reduce(takeTheirs, edit)),
    save,
    /** Sends a new part and a new reminder that were left half-way, too. */
    saveAll: (): void => {
      save();
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

/** The tasks whose new part is being read: pressed twice it is added once. */
const reading = new Set<string>();

/** Adds the part that was typed. Refused, its words come back, unless there are others by then. */
const useAddSubtask = ({ id }: Task) => {
  const { drafts, store, settings, wishes } = useWorkspace();
  return async (): Promise<void> => {
    const name = subtaskName(id);
    const text = drafts.read(name, "").trim();
    if (text === "" || reading.has(id)) return;
    reading.add(id);
    const world = { at: new Date(), settings, tasks: store.read().tasks.values() };
    const fields = await partFrom(text, world).finally(() => reading.delete(id));
    if (drafts.read(name, "").trim() === text) drafts.write(name, undefined);
    const added = await wishes.create({ ...fields, parentId: id }, newId());
    if (!added && drafts.read(name, "").trim() === "") drafts.write(name, text);
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
    const text = taskWords.noReminder(task.title, sayProblem(answer.problem, reader));
    store.dispatch({ type: "noticed", notice: { id: newId(), tone: "problem", text } });
  };
};
