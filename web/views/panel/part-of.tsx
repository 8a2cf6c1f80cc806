// The way back from a part to the task it is a part of. Called by panel.tsx.
import { useMemo } from "react";
import { visibleTask } from "../../store/visible.ts";
import { parts } from "../../words/panel.ts";
import { useAppState } from "../context.ts";
import { useLookUp } from "../use-look-up.ts";
import { useWhere } from "../where.ts";

export const PartOf = ({ parentId }: { parentId: string }) => {
  const { tasks, pending } = useAppState();
  const { open } = useWhere();
  useLookUp(useMemo(() => [parentId], [parentId]));
  const parent = useMemo(
    () => visibleTask({ tasks, pending }, parentId),
    [tasks, pending, parentId],
  );
  if (parent === undefined) return null;
  return (
    <button
      className="link panel__parent"
      type="button"
      onClick={() => open({ is: "task", id: parentId })}
    >
      <span aria-hidden="true">‹</span> {parts.partOf(parent.title)}
    </button>
  );
};
