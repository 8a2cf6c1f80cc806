// The signed-in page: the lists, one of them, a task beside it and the chat; one at a time on a phone. Called by app.tsx.
import { useCallback, useEffect, useEffectEvent, useState } from "react";
import type { Settings } from "../../domain/settings.ts";
import type { Task } from "../../domain/task.ts";
import type { Account } from "../api/account.ts";
import { home, keyOf } from "../places/place.ts";
import { stopPush } from "../push/subscribe.ts";
import { connect, type Workspace } from "../workspace.ts";
import { AlertCards } from "./alerts/cards.tsx";
import { Arrivals } from "./arrivals.tsx";
import { Background } from "./background.tsx";
import { forgetChat } from "./chat/use-chat.ts";
import { WorkspaceContext } from "./context.ts";
import { Header } from "./header.tsx";
import { TaskList } from "./list/list.tsx";
import { Notices } from "./notices.tsx";
import { AskedDue } from "./pick/asked-due.tsx";
import { BottomBar, type Half } from "./shell/bottom-bar.tsx";
import { LatePart } from "./late-part.tsx";
import { ChatPanel, HistoryDrawer, Later, TaskPanel } from "./later.tsx";
import { Menu } from "./shell/menu.tsx";
import { Sidebar } from "./shell/sidebar.tsx";
import { SkipLink } from "./shell/skip-link.tsx";
import { useShell } from "./shell/use-shell.ts";
import { usePlace } from "./use-place.ts";
import { useTaskLink } from "./use-task-link.ts";
import { WhereContext } from "./where.ts";
import { ZoneHint } from "./zone-hint.tsx";
import { shellWords } from "../words/shell.ts";
import { useLanguage } from "./use-language.ts";

type Props = {
  workspace: Workspace;
  onSettings: (settings: Settings) => void;
  onAccount: (account: Account) => void;
  onSignedOut: (why?: string) => void;
};

/** The socket belongs to the store, not to the settings or the name: a change of those keeps it open. */
const useLine = (
  { store, account: { id }, onEnded: onSessionEnd }: Workspace,
  onSignedOut: Props["onSignedOut"],
): void => {
  const onEnded = useEffectEvent(() => onSignedOut(shellWords.ended));
  useEffect(
    () => connect({ store, account: { id }, onEnded: onSessionEnd }, onEnded),
    [store, id, onSessionEnd],
  );
};

export const Home = ({ workspace, onSettings, onAccount, onSignedOut }: Props) => {
  const language = useLanguage();
  const [half, setHalf] = useState<Half>("tasks");
  const showTasks = useCallback(() => setHalf("tasks"), []);
  const where = usePlace(workspace.store, showTasks);
  const { place, over, open, close } = where;
  const [inspected, setInspected] = useState<Pick<Task, "id" | "title"> | null>(null);
  const showHistory = useCallback((task: Pick<Task, "id" | "title">) => setInspected(task), []);
  const shell = useShell(workspace, where, setHalf, () => setInspected(null));
  const { sheet, setSheet, chat, sidebar } = shell;
  const showTask = useCallback(
    (taskId: string) => {
      showTasks();
      open({ is: "task", id: taskId });
    },
    [showTasks, open],
  );
  useLine(workspace, onSignedOut);
  useTaskLink(showTask);

  const leave = (why?: string): void => {
    where.go(home); // whoever comes next has other tasks
    onSignedOut(why);
  };
  /** The account is no more: this browser keeps nothing of it and is sent nothing. */
  const leaveForGood = async (why: string): Promise<void> => {
    const { account, forget, punctual } = workspace;
    forgetChat(account.id);
    await Promise.all([stopPush(punctual).catch(() => undefined), forget()]);
    leave(why);
  };

  return (
    <WorkspaceContext value={workspace}>
      <WhereContext value={where}>
        <Background onSettings={onSettings} onAccount={onAccount} />
        <div
          className="page"
          data-half={half}
          data-chat={chat}
          data-sidebar={sidebar}
          data-over={over?.is ?? "none"}
        >
          <SkipLink />
          <Header
            onMenu={shell.toggleLists}
            onFind={() => setSheet("find")}
            onAccount={() => open({ is: "account" })}
            onSettings={() => open({ is: "settings" })}
            onSignedOut={leave}
          />
          <ZoneHint onSettings={onSettings} />
          <div className="body">
            <Sidebar />
            <main>
              <TaskList
                key={`${keyOf(place)} ${language}`}
                place={place}
                onHistory={showHistory}
                onChat={shell.goToChat}
              />
              {over?.is === "task" && (
                <LatePart key={over.id} onClose={close} meanwhile={<div className="panel" />}>
                  <TaskPanel taskId={over.id} onHistory={showHistory} />
                </LatePart>
              )}
              {/* Hidden it measures nothing: shown again it begins at its end. */}
              <LatePart
                key={chat === "gone" ? "gone" : "shown"}
                onClose={() => shell.setChat("gone")}
              >
                <ChatPanel onTask={showTask} onHistory={showHistory} />
              </LatePart>
            </main>
          </div>
          <BottomBar
            half={half}
            onHalf={setHalf}
            onMenu={() => setSheet("lists")}
            onFind={() => setSheet("find")}
          />
          {inspected !== null && (
            <LatePart key={inspected.id} onClose={() => setInspected(null)}>
              <HistoryDrawer task={inspected} onClose={() => setInspected(null)} />
            </LatePart>
          )}
          {sheet === "lists" && <Menu onClose={() => setSheet(null)} />}
          <Later
            over={over}
            sheet={sheet}
            shell={shell}
            onSettings={onSettings}
            onAccount={onAccount}
            onLeft={(why) => void leaveForGood(why)}
            onClose={close}
            onTask={showTask}
          />
          <AskedDue onTask={showTask} />
          <AlertCards onShow={showTask} />
          <Notices />
          <Arrivals />
        </div>
      </WhereContext>
    </WorkspaceContext>
  );
};
