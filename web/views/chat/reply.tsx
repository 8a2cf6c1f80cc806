// What Punctual answered: its words, what it changed, and the tasks it speaks of. Called by exchange.tsx.
import type { ChatChange, ChatReply } from "../../../domain/reply.ts";
import type { Task } from "../../../domain/task.ts";
import { useAppState, useNow } from "../context.ts";
import { Icon, type IconName } from "../icon.tsx";
import { Chips, DueChip } from "../tasks/chips.tsx";

export type OnHistory = (task: Pick<Task, "id" | "title">) => void;
type TraceProps = { change: ChatChange; alone: boolean; onHistory: OnHistory };

const icons: Record<ChatChange["what"], IconName> = {
  created: "plus",
  completed: "check",
  reopened: "undo",
  deleted: "trash",
  restored: "undo",
  changed: "pencil",
};

/** The words above say what changed; from here one gets to the task's history. One task needs no name twice. */
const Trace = ({ change, alone, onHistory }: TraceProps) => (
  <li>
    <button
      className={`trace trace--${change.what}`}
      type="button"
      title={`History of ${change.title}`}
      onClick={() => onHistory({ id: change.taskId, title: change.title })}
    >
      <Icon name={alone ? "history" : icons[change.what]} />
      {alone ? "History" : change.title}
    </button>
  </li>
);

/** A task of a list, as it is now: ticked off meanwhile, it shows so here too. */
const Mention = ({ task, onHistory }: { task: Task; onHistory: OnHistory }) => {
  const { tasks } = useAppState();
  const now = useNow();
  const latest = tasks.get(task.id) ?? task;
  const over = latest.status === "done" || latest.status === "cancelled";
  return (
    <li className={`mention ${over ? "is-over" : ""}`}>
      <button className="mention__title" type="button" onClick={() => onHistory(latest)}>
        {latest.title}
      </button>
      <DueChip task={latest} now={now} />
      <Chips task={latest} now={now} />
    </li>
  );
};

export const Reply = ({ reply, onHistory }: { reply: ChatReply; onHistory: OnHistory }) => {
  const changed = new Set(reply.changes.map(({ taskId }) => taskId));
  const mentioned = reply.tasks.filter(({ id }) => !changed.has(id));
  return (
    <div className="bubble bubble--reply">
      <p>{reply.text}</p>
      {reply.changes.length > 0 && (
        <ul className="traces">
          {reply.changes.map((change) => (
            <Trace
              key={`${change.taskId}-${change.what}`}
              change={change}
              alone={reply.changes.length === 1}
              onHistory={onHistory}
            />
          ))}
        </ul>
      )}
      {mentioned.length > 0 && (
        <ul className="mentions">
          {mentioned.map((task) => (
            <Mention key={task.id} task={task} onHistory={onHistory} />
          ))}
        </ul>
      )}
    </div>
  );
};
