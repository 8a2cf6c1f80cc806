// One small sign that says whether what was typed into a task has been saved. Called by panel.tsx.
import { useState } from "react";
import { fieldLabels, type FieldName } from "../../drafts/edit.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { saving } from "../../words/panel.ts";
import { useAppState } from "../context.ts";
import { useUnsaved } from "../tasks/use-unsaved.ts";

export const SaveSign = ({ task }: { task: VisibleTask }) => {
  const { typed } = useUnsaved(task);
  const { connection, stalled } = useAppState();
  const [wasBusy, setWasBusy] = useState(false);
  const isBusy = typed.ready.length > 0 || task.waiting === true;
  if (isBusy && !wasBusy) setWasBusy(true);
  const held = [...(Object.keys(typed.wrong) as FieldName[]), ...typed.collided];
  if (held.length > 0) {
    const names = held.map((field) => fieldLabels[field]);
    return (
      <output className="save-sign is-held" aria-live="polite">
        {saving.unsaved(names)}
      </output>
    );
  }
  const isAway = connection !== "live" || stalled;
  // That it is under way is not read out: it would be, with each pause.
  if (isBusy && !isAway) return <span className="save-sign">{saving.saving}</span>;
  return (
    <output className="save-sign" aria-live="polite">
      {isBusy ? saving.kept : wasBusy ? saving.saved : ""}
    </output>
  );
};
