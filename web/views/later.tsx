// What few need at once and is fetched when it is asked for: a task, its history, the search, the keys, the settings, the account. Called by home.tsx.
import { lazy, useEffect } from "react";
import type { Settings } from "../../domain/settings.ts";
import type { Account } from "../api/account.ts";
import type { Over } from "../places/place.ts";
import { LatePart } from "./late-part.tsx";
import { whenIdle } from "./when-idle.ts";
import type { Sheet, Shell } from "./shell/use-shell.ts";

const loadPalette = () => import("./palette/palette.tsx");
const Palette = lazy(loadPalette);
const loadPanel = () => import("./panel/panel.tsx");
export const TaskPanel = lazy(loadPanel);
/** On its way while the list is drawn. */
const chat = import("./chat/panel.tsx");
export const ChatPanel = lazy(() => chat);
export const HistoryDrawer = lazy(() => import("./history/drawer.tsx"));
const KeySheet = lazy(() => import("./keys/sheet.tsx"));
const SettingsDrawer = lazy(() => import("./settings/drawer.tsx"));
const AccountDrawer = lazy(() => import("./account/drawer.tsx"));

type Props = {
  over: Over | null;
  sheet: Sheet;
  shell: Shell;
  onSettings: (settings: Settings) => void;
  onAccount: (account: Account) => void;
  onLeft: (why: string) => void;
  onClose: () => void;
  onTask: (taskId: string) => void;
};

export const Later = (props: Props) => {
  const { over, sheet, shell, onSettings, onClose, onTask } = props;
  const { setSheet } = shell;
  // Who opens the search types at once, and a task is opened soon: both are there before.
  useEffect(
    () => whenIdle(() => void Promise.all([loadPanel(), loadPalette()]).catch(() => undefined)),
    [],
  );
  const closeSheet = (): void => setSheet(null);
  return (
    <>
      <LatePart key={`sheet ${sheet}`} onClose={closeSheet}>
        {sheet === "find" && <Palette shell={shell} onTask={onTask} onClose={closeSheet} />}
        {sheet === "keys" && <KeySheet onClose={closeSheet} />}
      </LatePart>
      <LatePart key={`over ${over?.is}`} onClose={onClose}>
        {over?.is === "settings" && <SettingsDrawer onSettings={onSettings} onClose={onClose} />}
        {over?.is === "account" && (
          <AccountDrawer onAccount={props.onAccount} onLeft={props.onLeft} onClose={onClose} />
        )}
      </LatePart>
    </>
  );
};
