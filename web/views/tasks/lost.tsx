// What was typed into tasks that are not in the list any more: deleted elsewhere, perhaps, but the words are this person's. Called by list.tsx.
import { useSyncExternalStore } from "react";
import {
  draftName,
  idsOf,
  reminderName,
  sentName,
  subtaskName,
  type TaskEdit,
} from "../../drafts/names.ts";
import { untouched } from "../../drafts/three-way.ts";
import { sayValue } from "../../say/change.ts";
import { useAppState, useNow, useWorkspace } from "../context.ts";
import { useLookUp } from "../use-look-up.ts";
import { type FieldName, fieldLabels, valueOf } from "../../drafts/edit.ts";
import { taskWords } from "../../words/task.ts";
import { sharedWords } from "../../words/shared.ts";

const useNames = (): string[] => {
  const { drafts } = useWorkspace();
  return useSyncExternalStore(drafts.subscribe, () => drafts.names().join("\n")).split("\n");
};

const Lost = ({ id }: { id: string }) => {
  const { drafts, settings } = useWorkspace();
  const reader = { ...useNow(), locale: settings.locale };
  const edit = drafts.read<TaskEdit>(draftName(id), untouched);
  const subtask = drafts.read(subtaskName(id), "");
  const typed = Object.entries(edit.mine).map(([field, part]) => {
    const value = valueOf(field as FieldName, part);
    const text = field === "description" ? value : sayValue(field, value, reader);
    return [fieldLabels[field as FieldName], text] as [string, string];
  });
  const all = subtask === "" ? typed : [...typed, [taskWords.subtask, subtask] as const];
  const discard = (): void => {
    for (const name of [draftName, subtaskName, reminderName, sentName])
      drafts.write(name(id), undefined);
  };
  return (
    <li className="lost">
      <p>{edit.of === undefined ? taskWords.lost.unnamed : taskWords.lost.one(edit.of)}</p>
      <dl>
        {all.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <button className="button button--small" type="button" onClick={discard}>
        {sharedWords.discard}
      </button>
    </li>
  );
};

export const LostDrafts = () => {
  const { tasks, gone, absent, loaded } = useAppState();
  const names = useNames();
  const ids = [...new Set([...idsOf(names, "task"), ...idsOf(names, "subtask")])];
  // One that ended long ago is not here before it was asked for.
  useLookUp(ids);
  const lost = ids.filter((id) => !tasks.has(id) && (gone.has(id) || absent.has(id)));
  if (!loaded || lost.length === 0) return null;
  return (
    <ul className="losts" aria-label={taskWords.lost.list}>
      {lost.map((id) => (
        <Lost key={id} id={id} />
      ))}
    </ul>
  );
};
