// What a task has beside its title, as chips. Called by row.tsx, the panel and the chat.
import { isOver } from "../../../domain/is-over.ts";
import type { Task } from "../../../domain/task.ts";
import type { Place } from "../../places/place.ts";
import { isOverdue, localDue, type Now } from "../../time/due.ts";
import { sayDay, sayDue, sayTime } from "../../time/say.ts";
import { useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { taskWords } from "../../words/task.ts";

/** Leads to the list of a project or a tag. */
export type OnPick = (place: Place) => void;

type Props = { task: Task; onPick?: OnPick };

/** The due of a task. In the group of today its day goes without saying, so a time alone will do. */
export const DueChip = ({ task, now, bare = false }: { task: Task; now: Now; bare?: boolean }) => {
  const { settings } = useWorkspace();
  if (task.due === null) return null;
  const due = localDue(task.due, now.zone);
  const late = !isOver(task) && isOverdue(due, now);
  const soon = !late && due.day === now.wall.slice(0, 10) && !isOver(task);
  const text =
    bare && due.time !== null
      ? sayTime(due.time, settings.locale)
      : sayDue(due, now, settings.locale);
  return (
    <span className={`chip chip--due ${late ? "is-late" : ""} ${soon ? "is-soon" : ""}`}>
      <Icon name="clock" />
      {text}
      {late && <span className="unseen">{taskWords.overdue}</span>}
    </span>
  );
};

/** Priority, project, tags, who is to do it, and deadline. A project or a tag can be clicked to get to its list. */
export const Chips = ({ task, now, onPick }: Props & { now: Now }) => {
  const { settings } = useWorkspace();
  return (
    <>
      {task.priority < 4 && (
        <span className={`chip chip--p${task.priority}`}>
          <Icon name="flag" />p{task.priority}
        </span>
      )}
      {task.project !== null && (
        <Pick
          text={`#${task.project}`}
          place={{ is: "project", name: task.project }}
          onPick={onPick}
        />
      )}
      {task.tags.map((tag) => (
        <Pick key={tag} text={`@${tag}`} place={{ is: "tag", name: tag }} onPick={onPick} />
      ))}
      {task.assignee !== null && (
        <span className="chip" title={taskWords.forWhom(task.assignee)}>
          +{task.assignee}
        </span>
      )}
      {task.deadline !== null && (
        <span className="chip">
          {taskWords.deadline(sayDay(task.deadline, now, settings.locale))}
        </span>
      )}
      {task.status === "in_progress" && (
        <span className="chip chip--status">{taskWords.inProgress}</span>
      )}
      {task.status === "cancelled" && (
        <span className="chip chip--status">{taskWords.cancelled}</span>
      )}
    </>
  );
};

type PickProps = { text: string; place: Place; onPick: OnPick | undefined };

const Pick = ({ text, place, onPick }: PickProps) =>
  onPick === undefined ? (
    <span className="chip">{text}</span>
  ) : (
    <button
      className="chip chip--pick"
      type="button"
      title={taskWords.showOnly(text)}
      onClick={() => onPick(place)}
    >
      {text}
    </button>
  );
