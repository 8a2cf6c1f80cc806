// What Punctual answered: its words, what it changed, and the tasks it speaks of. Called by exchange.tsx.
import type { ChatChange, ChatReply } from "../../../domain/reply.ts";
import type { Task } from "../../../domain/task.ts";
import { sayChanges } from "../../words/change.ts";
import { useAppState, useNow, useWorkspace } from "../context.ts";
import { Icon, type IconName } from "../icon.tsx";
import { Chips, DueChip } from "../tasks/chips.tsx";

export type OnHistory = (task: Pick<Task, "id" | "title">) => void;

const signs: Record<ChatChange["what"], { icon: IconName; word: string }> = {
  created: { icon: "plus", word: "Added" },
  completed: { icon: "check", word: "Completed" },
  reopened: { icon: "undo", word: "Opened again" },
  deleted: { icon: "trash", word: "In the trash" },
  restored: { icon: "undo", word: "Restored" },
  changed: { icon: "pencil", word: "Changed" },
};

const ChangeCard = ({ change, onHistory }: { change: ChatChange; onHistory: OnHistory }) => {
  const { settings } = useWorkspace();
  const { icon, word } = signs[change.what];
  const { at } = useNow();
  const reader = { zone: settings.timeZone, locale: settings.locale, at };
  const details = change.what === "changed" ? sayChanges(change.changes, reader) : [];
  return (
    <li className={`change change--${change.what}`}>
      <button
        className="change__card"
        type="button"
        title="Show its history"
        onClick={() => onHistory({ id: change.taskId, title: change.title })}
      >
        <Icon name={icon} />
        <span className="change__word">{word}</span>
        <span className="change__title">{change.title}</span>
      </button>
      {details.map(({ field, label, before, after }) => (
        <p className="change__detail" key={field}>
          {label}: {before !== null && <del>{before}</del>} <ins>{after}</ins>
        </p>
      ))}
    </li>
  );
};

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
        <ul className="changes">
          {reply.changes.map((change) => (
            <ChangeCard
              key={`${change.taskId}-${change.what}`}
              change={change}
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
