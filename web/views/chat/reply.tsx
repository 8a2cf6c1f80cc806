// What Punctual answered: its words, what it changed, and the tasks it speaks of. Called by turn.tsx.
import type { Turn } from "../../../domain/conversation.ts";
import { isOver } from "../../../domain/is-over.ts";
import type { Task } from "../../../domain/task.ts";
import { home } from "../../places/place.ts";
import type { Remedy } from "../../store/conversation.ts";
import { showAsList } from "../../words/show-as-list.ts";
import { useAppState, useNow } from "../context.ts";
import { Icon, type IconName } from "../icon.tsx";
import { useLookUp } from "../use-look-up.ts";
import { useWhere } from "../where.ts";
import { Chips, DueChip } from "../tasks/chips.tsx";
import { chatWords } from "../../words/chat.ts";
import { sharedWords } from "../../words/shared.ts";

export type OnHistory = (task: Pick<Task, "id" | "title">) => void;
type Change = Turn["changes"][number];
type OnTask = (taskId: string) => void;
type TraceProps = { change: Change; alone: boolean; onTask: OnTask; onHistory: OnHistory };

const icons: Record<Change["what"], IconName> = {
  created: "plus",
  completed: "check",
  reopened: "undo",
  deleted: "trash",
  restored: "undo",
  changed: "pencil",
};

/** The words above say what changed; from here one gets to the task, or to the history of a single one, which needs no name twice. */
const Trace = ({ change, alone, onTask, onHistory }: TraceProps) => (
  <li>
    <button
      className={`trace trace--${change.what}`}
      type="button"
      title={alone ? chatWords.historyOf(change.title) : chatWords.open(change.title)}
      onClick={() =>
        alone ? onHistory({ id: change.taskId, title: change.title }) : onTask(change.taskId)
      }
    >
      <Icon name={alone ? "history" : icons[change.what]} />
      {alone ? chatWords.history : change.title}
    </button>
  </li>
);

/** A task of a list, as it is now: ticked off meanwhile, it shows so here too. One that is gone is not shown. */
const Mention = ({ task, onTask }: { task: Task; onTask: OnTask }) => {
  const now = useNow();
  const over = isOver(task);
  return (
    <li className={`mention ${over ? "is-over" : ""}`}>
      <button className="mention__title" type="button" onClick={() => onTask(task.id)}>
        {task.title}
      </button>
      <DueChip task={task} now={now} />
      <Chips task={task} now={now} />
    </li>
  );
};

/** The tasks a turn speaks of beside those it changed. */
const Mentions = ({ turn, onTask }: { turn: Turn; onTask: OnTask }) => {
  const { tasks } = useAppState();
  const changed = new Set(turn.changes.map(({ taskId }) => taskId));
  const ids = turn.taskIds.filter((id) => !changed.has(id));
  useLookUp(ids);
  const mentioned = ids.flatMap((id) => tasks.get(id) ?? []);
  if (mentioned.length === 0) return null;
  return (
    <ul className="mentions">
      {mentioned.map((task) => (
        <Mention key={task.id} task={task} onTask={onTask} />
      ))}
    </ul>
  );
};

/** The same tasks in the list, where they can be worked on. */
const ShowAsList = ({ line }: { line: string }) => {
  const { go } = useWhere();
  return (
    <button
      className="trace"
      type="button"
      title={showAsList.title(line)}
      onClick={() => go(line === "all" ? home : { is: "filter", line })}
    >
      <Icon name="filter" />
      {showAsList.label}
    </button>
  );
};

type RemedyProps = {
  remedy: Remedy["is"] | null;
  isUndone: boolean;
  busy: boolean;
  onRemedy: () => void;
};

const RemedyButton = ({ remedy, isUndone, busy, onRemedy }: RemedyProps) => (
  <>
    {isUndone && <li className="traces__undone">{chatWords.takenBack}</li>}
    {remedy !== null && (
      <li className="traces__remedy">
        <button className="trace" type="button" disabled={busy} onClick={onRemedy}>
          <Icon name={remedy} />
          {remedy === "undo" ? sharedWords.undo : sharedWords.redo}
        </button>
      </li>
    )}
  </>
);

type Props = RemedyProps & { turn: Turn; onTask: OnTask; onHistory: OnHistory };

export const Reply = ({ turn, onTask, onHistory, ...remedy }: Props) => {
  const { changes, text, interpreter } = turn;
  return (
    <div className="bubble bubble--reply">
      <p className="bubble__text">{text}</p>
      {(changes.length > 0 || remedy.remedy !== null) && (
        <ul className="traces">
          {changes.map((change) => (
            <Trace
              key={`${change.taskId}-${change.what}`}
              change={change}
              alone={changes.length === 1}
              onTask={onTask}
              onHistory={onHistory}
            />
          ))}
          <RemedyButton {...remedy} />
        </ul>
      )}
      <Mentions turn={turn} onTask={onTask} />
      {turn.filter !== undefined && <ShowAsList line={turn.filter} />}
      {interpreter === "model" && <p className="bubble__by">{chatWords.byModel}</p>}
    </div>
  );
};
