// The history of one task: who changed what, when, and through which door. Called by home.tsx.
import { useState } from "react";
import type { AuditEntry } from "../../../domain/audit.ts";
import type { Task } from "../../../domain/task.ts";
import { standingOf } from "../../store/conversation.ts";
import { sayAgo } from "../../time/say.ts";
import { canUndo, sayEntry } from "../../say/entry.ts";
import { useAppState, useNow, useWorkspace } from "../context.ts";
import { Drawer } from "../drawer.tsx";
import { Icon } from "../icon.tsx";
import { Occurrences } from "./occurrences.tsx";
import { useHistory } from "./use-history.ts";
import { historyWords } from "../../words/history.ts";
import { sharedWords } from "../../words/shared.ts";

/** Takes back all that the request or message behind an entry has changed, here and elsewhere. */
const UndoButton = ({ correlationId }: { correlationId: string }) => {
  const { rewind } = useWorkspace();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const undo = async (): Promise<void> => {
    setBusy(true);
    const wrong = await rewind.remedy({ is: "undo", correlationId });
    setProblem(wrong);
    setDone(wrong === null);
    setBusy(false);
  };
  if (done) return <span>{sharedWords.takenBack}</span>;
  return (
    <>
      <button
        className="trace"
        type="button"
        title={historyWords.undoTitle}
        disabled={busy}
        onClick={() => void undo()}
      >
        <Icon name="undo" />
        {sharedWords.undo}
      </button>
      {problem !== null && (
        <span className="error" role="alert">
          {problem}
        </span>
      )}
    </>
  );
};

const Entry = ({ entry }: { entry: AuditEntry }) => {
  const { account, device, settings } = useWorkspace();
  const { turns } = useAppState().chat;
  const { at } = useNow();
  const { timeZone: zone, locale } = settings;
  const words = sayEntry(entry, { zone, locale, at, userId: account.id, device });
  return (
    <li className="entry">
      <p className="entry__head">
        <strong>{words.headline}</strong>
        <time dateTime={entry.occurredAt} title={new Date(entry.occurredAt).toLocaleString(locale)}>
          {sayAgo(entry.occurredAt, at, zone, locale)}
        </time>
      </p>
      <p className="entry__by">
        {words.by}
        {canUndo(entry, standingOf(turns)) && <UndoButton correlationId={entry.correlationId} />}
      </p>
      {words.details.length > 0 && (
        <dl className="entry__details">
          {words.details.map(({ field, label, before, after }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                {before !== null && (
                  <>
                    <del>{before}</del> <span aria-label={historyWords.became}>→</span>{" "}
                  </>
                )}
                <ins>{after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
};

type Props = { task: Pick<Task, "id" | "title">; onClose: () => void };

const HistoryDrawer = ({ task, onClose }: Props) => {
  const { tasks } = useAppState();
  const { history, older } = useHistory(task.id);
  const latest = tasks.get(task.id);
  return (
    <Drawer kind={historyWords.kind} title={latest?.title ?? task.title} onClose={onClose}>
      {latest?.recurrence != null && <Occurrences task={latest} />}
      {history.problem !== null && (
        <p className="error" role="alert">
          {history.problem}
        </p>
      )}
      {history.loading && <output>{historyWords.reading}</output>}
      {history.behind && <output className="hint">{historyWords.behind}</output>}
      <ol className="entries">
        {history.entries.map((entry) => (
          <Entry key={entry.eventId} entry={entry} />
        ))}
      </ol>
      {history.next !== null && (
        <button className="link" type="button" onClick={() => void older()}>
          {historyWords.older}
        </button>
      )}
    </Drawer>
  );
};

export default HistoryDrawer;
