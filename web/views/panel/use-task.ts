// The task of the address, wherever it is: on the page, fetched by its id, in the trash, or nowhere. Called by panel.tsx.
import { useMemo, useState } from "react";
import { type VisibleTask, visibleTasks } from "../../store/visible.ts";
import { useAppState } from "../context.ts";
import { useLookUp } from "../use-look-up.ts";

/** `wasHere`: one has seen it in this panel before it went. */
export type Found =
  | { is: "here"; task: VisibleTask }
  | { is: "coming" }
  | { is: "gone"; wasHere: boolean }
  | { is: "nowhere" };

export const useTask = (taskId: string): Found => {
  const { tasks, pending, gone, absent, loaded } = useAppState();
  const ids = useMemo(() => [taskId], [taskId]);
  useLookUp(ids);
  const task = useMemo(
    () => visibleTasks({ tasks, pending }).find(({ id }) => id === taskId),
    [tasks, pending, taskId],
  );
  const [wasHere, setWasHere] = useState(false);
  if (task !== undefined && !wasHere) setWasHere(true);

  if (task !== undefined) return { is: "here", task };
  const isLeaving = pending.some((one) => one.taskId === taskId && one.wish.kind === "trash");
  if (gone.has(taskId) || isLeaving) return { is: "gone", wasHere };
  return loaded && absent.has(taskId) ? { is: "nowhere" } : { is: "coming" };
};
