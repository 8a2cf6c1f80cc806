// The signed-in page: chat and tasks side by side, one at a time on a phone. Called by app.tsx.
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { flushSync } from "react-dom";
import type { Settings } from "../../domain/settings.ts";
import type { Task } from "../../domain/task.ts";
import { connect, type Workspace } from "../workspace.ts";
import { AlertCards } from "./alerts/cards.tsx";
import { Arrivals } from "./arrivals.tsx";
import { ChatPanel } from "./chat/panel.tsx";
import { useWorkspace, WorkspaceContext } from "./context.ts";
import { Header } from "./header.tsx";
import { HistoryDrawer } from "./history/drawer.tsx";
import { Icon } from "./icon.tsx";
import { Notices } from "./notices.tsx";
import { TaskList } from "./tasks/list.tsx";
import { useKeys, useUndoKeys } from "./use-keys.ts";
import { useClocks } from "./use-clocks.ts";
import { useTaskLink } from "./use-task-link.ts";
import { ZoneHint } from "./zone-hint.tsx";

/** Few people open their settings on a visit: nobody else waits for them. */
const SettingsDrawer = lazy(() => import("./settings/drawer.tsx"));

/** What the page does beside what it shows. */
const Background = () => {
  const { drafts, wishes } = useWorkspace();
  useClocks();
  const onStart = useEffectEvent(() => wishes.createAgain());
  useEffect(() => {
    onStart();
    addEventListener("storage", drafts.heard);
    return () => removeEventListener("storage", drafts.heard);
  }, [drafts]);
  return null;
};

type Props = {
  workspace: Workspace;
  onSettings: (settings: Settings) => void;
  onSignedOut: (why?: string) => void;
};

/** Which half a phone shows. */
type Half = "tasks" | "chat";

const Switch = ({ half, onHalf }: { half: Half; onHalf: (half: Half) => void }) => (
  <nav className="switch" aria-label="View">
    {(["tasks", "chat"] as const).map((one) => (
      <button
        key={one}
        type="button"
        className="switch__half"
        aria-pressed={half === one}
        onClick={() => onHalf(one)}
      >
        <Icon name={one === "tasks" ? "list" : "chat"} />
        {one === "tasks" ? "Tasks" : "Chat"}
      </button>
    ))}
  </nav>
);

/** Brings a task's row into view and puts the focus on it. A task out of the list (done, or far down) stays where it is. */
const lookAt = (taskId: string): void => {
  const row = document.querySelector<HTMLElement>(`[data-task="${CSS.escape(taskId)}"]`);
  row?.scrollIntoView({ block: "center" });
  row?.querySelector<HTMLElement>(".task__title")?.focus();
};

export const Home = ({ workspace, onSettings, onSignedOut }: Props) => {
  const [half, setHalf] = useState<Half>("tasks");
  const [inspected, setInspected] = useState<Pick<Task, "id" | "title"> | null>(null);
  const [setting, setSetting] = useState(false);
  const { store, account, rewind, lookUp } = workspace;

  // The socket belongs to the store, not to the settings: a change of zone keeps it open.
  const onEnded = useEffectEvent(() => onSignedOut("Your session has ended. Sign in again."));
  useEffect(() => connect({ store, account }, onEnded), [store, account]);
  const showHistory = useCallback((task: Pick<Task, "id" | "title">) => setInspected(task), []);
  const go = useCallback((to: Half, id: string) => {
    // At once, or the next keys a fast typist presses go nowhere: a hidden half cannot take the focus.
    flushSync(() => setHalf(to));
    document.getElementById(id)?.focus();
  }, []);
  const keys = useMemo(
    () => ({ "/": () => go("chat", "chat-input"), n: () => go("tasks", "quick-add") }),
    [go],
  );
  useKeys(keys);
  useUndoKeys(
    () => void rewind.undoLast(),
    () => void rewind.redoLast(),
  );
  // A question raised by an undo would stand where nobody looks: in the other half of a phone, or behind the history.
  const { asked } = useSyncExternalStore(store.subscribe, store.read);
  const [answered, setAnswered] = useState(asked);
  if (asked !== answered) {
    setAnswered(asked);
    setHalf("chat");
    setInspected(null);
  }
  const showTask = useCallback(
    (taskId: string) => {
      flushSync(() => setHalf("tasks"));
      lookUp([taskId]);
      lookAt(taskId);
    },
    [lookUp],
  );
  useTaskLink(store, showTask);

  return (
    <WorkspaceContext value={workspace}>
      <Background />
      <div className="page" data-half={half}>
        <Header onSettings={() => setSetting(true)} onSignedOut={() => onSignedOut()} />
        <ZoneHint onSettings={onSettings} />
        <main className="halves">
          <ChatPanel onHistory={showHistory} />
          <TaskList onHistory={showHistory} onChat={() => go("chat", "chat-input")} />
        </main>
        <Switch half={half} onHalf={setHalf} />
        {inspected !== null && (
          <HistoryDrawer key={inspected.id} task={inspected} onClose={() => setInspected(null)} />
        )}
        {setting && (
          <Suspense>
            <SettingsDrawer onSettings={onSettings} onClose={() => setSetting(false)} />
          </Suspense>
        )}
        <AlertCards onShow={showTask} />
        <Notices />
        <Arrivals />
      </div>
    </WorkspaceContext>
  );
};
