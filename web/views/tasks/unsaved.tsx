// That a task has changes which were typed and not saved, on its row; and where others have changed the same, both values. Called by row.tsx and
// editor.tsx.
import { sayValue } from "../../say/change.ts";
import { saving } from "../../words/panel.ts";
import { Conflicts } from "../conflicts.tsx";
import { useNow, useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { type FieldName, fieldLabels } from "../../drafts/edit.ts";
import type { useUnsaved } from "./use-unsaved.ts";

type Unsaved = ReturnType<typeof useUnsaved>;

/** Below the row while the details are closed. What is not clear is settled in the details. */
export const UnsavedBar = ({ unsaved, onOpen }: { unsaved: Unsaved; onOpen: () => void }) => {
  const { names, collided, typed, saveAll, discard } = unsaved;
  if (names.length === 0) return null;
  const wrong = Object.values(typed.wrong);
  const isClear = typed.ready.length === typed.fields.length;
  return (
    <div className="unsaved">
      <Icon name="pencil" />
      <span className="unsaved__what">
        {saving.unsaved(names)}
        {collided.length > 0 && <strong> · {saving.changedToo}</strong>}
        {wrong.length > 0 && <span className="unsaved__why">{wrong.join(" ")}</span>}
      </span>
      <button
        className="button button--small"
        type="button"
        onClick={() => (isClear ? saveAll() : onOpen())}
      >
        {collided.length > 0 ? saving.choose : isClear ? saving.save : saving.look}
      </button>
      <button className="button button--small" type="button" onClick={discard}>
        {saving.discard}
      </button>
    </div>
  );
};

/** The task's fields in conflict. Notes are shown whole: one chooses between all of it. */
export const TaskConflicts = ({
  unsaved,
  onChosen,
}: {
  unsaved: Unsaved;
  onChosen: () => void;
}) => {
  const { settings } = useWorkspace();
  const reader = { ...useNow(), locale: settings.locale };
  const say = (field: FieldName, value: unknown): string =>
    field === "description" && typeof value === "string" && value !== ""
      ? value
      : sayValue(field, value, reader);
  const all = unsaved.collided.map((name) => {
    const { mine, theirs } = unsaved.values(name);
    return { name, label: fieldLabels[name], mine: say(name, mine), theirs: say(name, theirs) };
  });
  const andThen = (choose: (name: string) => void) => (name: string) => {
    choose(name);
    onChosen();
  };
  return (
    <Conflicts
      all={all}
      legend={saving.conflict}
      onKeep={andThen(unsaved.keep)}
      onTake={andThen(unsaved.take)}
    />
  );
};
