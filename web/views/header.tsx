// The top of the page: the menu, the mark, the search, how fresh the page is, the chat, the way out. Called by home.tsx.
import { useSyncExternalStore } from "react";
import { signOut } from "../api/account.ts";
import { newId } from "../api/punctual.ts";
import { stopPush } from "../push/subscribe.ts";
import { forgetChat } from "./chat/use-chat.ts";
import { useAppState, useWorkspace } from "./context.ts";
import { Icon, Mark } from "./icon.tsx";
import { Line } from "./line.tsx";
import { useChoice } from "./use-kept.ts";
import { shellWords } from "../words/shell.ts";
import { findWords } from "../words/find.ts";

const Moving = () => {
  const { moving } = useAppState();
  if (moving === null) return null;
  const percent = Math.floor((100 * moving.done) / Math.max(1, moving.tasks));
  return (
    <output className="line" aria-label={shellWords.movingBy(percent)} title={shellWords.movingWhy}>
      <span className="header__word">{shellWords.moving}</span> {percent} %
    </output>
  );
};

const nextChat = { gone: "narrow", narrow: "wide", wide: "gone" } as const;

/** One button goes round: narrow, wide, gone. A phone shows the chat by itself and needs none. */
const ChatSize = () => {
  const [size, setSize] = useChoice("chat");
  return (
    <button
      className="icon-button header__wide"
      type="button"
      aria-label={shellWords.chatSizes[size]}
      title={shellWords.chatSizes[size]}
      onClick={() => setSize(nextChat[size])}
    >
      <Icon name="chat" />
    </button>
  );
};

const Find = ({ onFind }: { onFind: () => void }) => (
  <button className="find" type="button" aria-haspopup="dialog" onClick={onFind}>
    <Icon name="search" />
    <span className="find__word">{shellWords.search}</span>
    <kbd aria-hidden="true">{findWords.keys.control} K</kbd>
  </button>
);

/** Who leaves with a change on its way waits this long for it. */
const lastMs = 5_000;

type Props = {
  onMenu: () => void;
  onFind: () => void;
  onAccount: () => void;
  onSettings: () => void;
  onSignedOut: () => void;
};

export const Header = ({ onMenu, onFind, onAccount, onSettings, onSignedOut }: Props) => {
  const { account, drafts, forget, outbox, punctual, store } = useWorkspace();
  const isUnsaved = useSyncExternalStore(
    drafts.subscribe,
    () => drafts.read<unknown>("settings", null) !== null,
  );
  const leave = async (isSure = false): Promise<void> => {
    const isLive = store.read().connection === "live";
    if (!isSure && !(await outbox.emptied(isLive ? lastMs : 0))) {
      const text = shellWords.unsent(outbox.entries().length);
      const action = { label: shellWords.signOutAnyway, run: () => void leave(true) };
      store.dispatch({ type: "noticed", notice: { id: newId(), tone: "lasting", text, action } });
      return;
    }
    // Whoever sits here next must not be shown what this person is reminded of.
    await stopPush(punctual).catch(() => undefined);
    const answer = await signOut();
    if (!answer.ok) {
      const text = shellWords.stillIn(answer.problem.message);
      store.dispatch({ type: "noticed", notice: { id: newId(), tone: "lasting", text } });
      return;
    }
    forgetChat(account.id);
    await forget();
    onSignedOut();
  };
  return (
    <header className="header">
      <button
        className="icon-button header__menu"
        type="button"
        aria-label={shellWords.lists}
        title={shellWords.lists}
        onClick={onMenu}
      >
        <Icon name="menu" />
      </button>
      <p className="brand">
        <Mark /> <span className="brand__word">Punctual</span>
      </p>
      <Find onFind={onFind} />
      <Moving />
      <Line />
      <nav className="header__nav" aria-label={shellWords.account}>
        <ChatSize />
        <a className="link header__docs" href="/docs">
          API
        </a>
        <button
          className="link"
          type="button"
          aria-label={shellWords.accountOf(account.name)}
          title={account.email}
          onClick={onAccount}
        >
          <Icon name="person" /> <span className="header__name">{account.name}</span>
        </button>
        <button
          className="link"
          type="button"
          aria-label={shellWords.settings}
          title={isUnsaved ? shellWords.settingsUnsaved : undefined}
          onClick={onSettings}
        >
          <Icon name={isUnsaved ? "pencil" : "settings"} />{" "}
          <span className="header__word">{shellWords.settings}</span>
        </button>
        <button
          className="link header__out"
          type="button"
          aria-label={shellWords.signOut}
          title={shellWords.signOut}
          onClick={() => void leave()}
        >
          <Icon name="leave" /> <span>{shellWords.signOut}</span>
        </button>
      </nav>
    </header>
  );
};
