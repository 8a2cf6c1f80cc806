// The conversation with Punctual, the same on every device. Called by home.tsx.
import { useMemo, useState } from "react";
import { entriesOf, type Entry, openChoices, standingOf } from "../../store/conversation.ts";
import { useAppState, useWorkspace } from "../context.ts";
import { Composer } from "./composer.tsx";
import { Entries } from "./entries.tsx";
import type { OnHistory } from "./reply.tsx";
import { useChat } from "./use-chat.ts";
import { useConversation } from "./use-conversation.ts";
import { useScroll } from "./use-scroll.ts";
import { chatWords } from "../../words/chat.ts";

const Choices = ({ labels, onSay }: { labels: string[]; onSay: (text: string) => void }) => (
  <ul className="choices" aria-label={chatWords.suggested}>
    {labels.map((label) => (
      <li key={label}>
        <button className="choice" type="button" onClick={() => onSay(label)}>
          {label}
        </button>
      </li>
    ))}
  </ul>
);

const Greeting = () => {
  const { account } = useWorkspace();
  return (
    <div className="bubble bubble--reply">
      <p>{chatWords.greeting(account.name.split(" ")[0] ?? account.name)}</p>
    </div>
  );
};

const keyOf = (entry: Entry | undefined): string | null => {
  if (entry === undefined) return null;
  if (entry.is === "turn") return entry.turn.id;
  const { ticket, state } = entry.exchange;
  return `${ticket.key} ${state.is === "sending" ? state.words.length : state.is}`;
};

const messageOf = (entry: Entry | undefined): string | null => {
  if (entry === undefined) return null;
  return entry.is === "turn" ? entry.turn.message : entry.exchange.message;
};

type Props = { onTask: (taskId: string) => void; onHistory: OnHistory };

const ChatPanel = ({ onTask, onHistory }: Props) => {
  const { chat, problem, busy, older } = useConversation();
  const { drafts } = useWorkspace();
  const { say: send, repeat } = useChat();
  const isAway = useAppState().connection === "offline";
  // Without a line a suggestion is written down, to be sent when there is one.
  const say = isAway ? (text: string) => drafts.write("chat", text) : send;
  const { turns, exchanges, before, read } = chat;
  const [isRecalled] = useState(turns.length > 0);
  // The feed tells the last turns again one by one when a page is opened: they are shown when all are there.
  const isRead = isRecalled || read > 0 || problem !== null;
  const entries = useMemo(
    () => entriesOf({ turns: isRead ? turns : [], exchanges }),
    [isRead, turns, exchanges],
  );
  const standing = useMemo(() => standingOf(turns), [turns]);
  const last = entries.at(-1);
  const { box, onScroll } = useScroll({
    first: keyOf(entries[0]),
    last: keyOf(last),
    isMine: last?.is === "exchange",
    onTop: () => void older(),
  });
  const isNew = entries.length === 0 && read > 0;

  return (
    <section className="chat" aria-label={chatWords.chat}>
      <div className="chat__scroll" ref={box} onScroll={onScroll}>
        {before === null ? (
          read > 0 && <Greeting />
        ) : (
          <button
            className="link chat__older"
            type="button"
            disabled={busy}
            onClick={() => void older()}
          >
            {busy ? chatWords.reading : chatWords.earlier}
          </button>
        )}
        {problem !== null && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
        {isNew && <Choices labels={Object.values(chatWords.examples)} onSay={say} />}
        <Entries
          entries={entries}
          standing={standing}
          isQuiet={busy || read === 0}
          onTask={onTask}
          onHistory={onHistory}
          onRepeat={repeat}
        />
        <Choices labels={openChoices(entries)} onSay={say} />
      </div>
      <Composer last={messageOf(last)} onSay={say} />
    </section>
  );
};

export default ChatPanel;
