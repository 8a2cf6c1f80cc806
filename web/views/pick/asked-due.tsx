// The date picker of a row, opened by the key `t`. What is chosen is saved when it is closed. Called by home.tsx.
import { lazy, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { dated, draftOf } from "../../drafts/draft.ts";
import { dateName } from "../../drafts/names.ts";
import { type VisibleTask, visibleTask } from "../../store/visible.ts";
import { dates } from "../../words/panel.ts";
import { useAppState } from "../context.ts";
import { LatePart } from "../late-part.tsx";
import { focusRow } from "../focus.ts";
import { useUnsaved } from "../tasks/use-unsaved.ts";
import { duePicked, onAsked, readAsked } from "./asked.ts";

const DatePop = lazy(() => import("./date-pop.tsx"));

type Props = { onTask: (taskId: string) => void };

const DueOf = ({ task, onTask }: Props & { task: VisibleTask }) => {
  const at = useRef(document.activeElement instanceof HTMLElement ? document.activeElement : null);
  const { draft, read, set, save, tidy, typedNow } = useUnsaved(task);
  const close = (): void => {
    duePicked();
    save();
    tidy();
    // Which dates of a series are meant is asked in its panel. What is typed may be as old as this very click.
    const { asksScope, collided } = typedNow();
    if (asksScope || collided.includes("due")) onTask(task.id);
    // With another date it stands elsewhere in the list.
    else requestAnimationFrame(() => focusRow(task.id));
  };
  return (
    <LatePart onClose={close}>
      <DatePop
        id={`asked-${task.id}`}
        label={dates.dueOf(task.title)}
        kept={dateName(task.id)}
        at={at}
        value={draft}
        dayOnly={false}
        onChange={(to) => set(dated(read(), to, draftOf(task).repeat))}
        onClose={close}
      />
    </LatePart>
  );
};

export const AskedDue = ({ onTask }: Props) => {
  const asked = useSyncExternalStore(onAsked, readAsked);
  const { tasks, pending } = useAppState();
  const task = useMemo(
    () => (asked === null ? undefined : visibleTask({ tasks, pending }, asked)),
    [asked, tasks, pending],
  );
  // Nothing to show is nothing asked: it must not open by itself when the task is there again.
  const isNothing = asked !== null && task === undefined;
  useEffect(() => {
    if (isNothing) duePicked();
  }, [isNothing]);
  if (task === undefined) return null;
  return <DueOf key={task.id} task={task} onTask={onTask} />;
};
