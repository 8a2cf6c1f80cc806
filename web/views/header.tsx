// The top of the page: the mark, how fresh the page is, the way out. Called by home.tsx.
import { useSyncExternalStore } from "react";
import { signOut } from "../api/account.ts";
import { newId } from "../api/punctual.ts";
import { stopPush } from "../push/subscribe.ts";
import type { Connection } from "../store/state.ts";
import { forgetChat } from "./chat/use-chat.ts";
import { useAppState, useWorkspace } from "./context.ts";
import { Icon, Mark } from "./icon.tsx";

const words: Record<Connection, string> = {
  connecting: "Connecting…",
  live: "Live",
  reconnecting: "Reconnecting…",
  offline: "Offline",
  outdated: "Reload the page",
};

const explanations: Record<Connection, string> = {
  connecting: "Opening the line to the server.",
  live: "Changes on your other devices show here at once.",
  reconnecting: "The line to the server was lost. Trying again; what you see may be a little old.",
  offline: "This device is offline. What you see may be old.",
  outdated: "Punctual has been updated. Reload the page to go on.",
};

const Line = () => {
  const { connection } = useAppState();
  return (
    <output className={`line line--${connection}`} title={explanations[connection]}>
      <span className="line__dot" aria-hidden="true" />
      {words[connection]}
    </output>
  );
};

const Moving = () => {
  const { moving } = useAppState();
  if (moving === null) return null;
  const percent = Math.floor((100 * moving.done) / Math.max(1, moving.tasks));
  return (
    <output
      className="line"
      aria-label={`Moving reminders: ${percent} %`}
      title="Your reminders are being moved to your new settings."
    >
      <span className="header__word">Moving reminders…</span> {percent} %
    </output>
  );
};

type Props = { onSettings: () => void; onSignedOut: () => void };

export const Header = ({ onSettings, onSignedOut }: Props) => {
  const { account, drafts, punctual, store } = useWorkspace();
  const isUnsaved = useSyncExternalStore(
    drafts.subscribe,
    () => drafts.read<unknown>("settings", null) !== null,
  );
  const leave = async (): Promise<void> => {
    // Whoever sits here next must not be shown what this person is reminded of.
    await stopPush(punctual).catch(() => undefined);
    const answer = await signOut();
    if (!answer.ok) {
      const text = `You are still signed in: ${answer.problem.message}`;
      store.dispatch({ type: "noticed", notice: { id: newId(), tone: "lasting", text } });
      return;
    }
    forgetChat(account.id);
    drafts.forget();
    onSignedOut();
  };
  return (
    <header className="header">
      <p className="brand">
        <Mark /> Punctual
      </p>
      <Moving />
      <Line />
      <nav className="header__nav" aria-label="Account">
        <a className="link header__docs" href="/docs">
          API
        </a>
        <span className="header__name" title={account.email}>
          {account.name}
        </span>
        <button
          className="link"
          type="button"
          aria-label="Settings"
          title={isUnsaved ? "Settings, with unsaved changes" : undefined}
          onClick={onSettings}
        >
          <Icon name={isUnsaved ? "pencil" : "settings"} />{" "}
          <span className="header__word">Settings</span>
        </button>
        <button className="link" type="button" onClick={() => void leave()}>
          Sign out
        </button>
      </nav>
    </header>
  );
};
