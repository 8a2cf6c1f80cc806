// The conversation with Punctual. Called by home.tsx.
import { useEffect, useRef } from "react";
import { openChoices } from "../../store/chat.ts";
import { useWorkspace } from "../context.ts";
import { Composer } from "./composer.tsx";
import { ExchangeView } from "./exchange.tsx";
import type { OnHistory } from "./reply.tsx";
import { useChat } from "./use-chat.ts";

const examples = [
  "Create a task to buy groceries tomorrow 5pm #home p1",
  "What's due today?",
  "What can I say?",
];

const Choices = ({ labels, onSay }: { labels: string[]; onSay: (text: string) => void }) => (
  <ul className="choices" aria-label="Suggested answers">
    {labels.map((label) => (
      <li key={label}>
        <button className="choice" type="button" onClick={() => onSay(label)}>
          {label}
        </button>
      </li>
    ))}
  </ul>
);

export const ChatPanel = ({ onHistory }: { onHistory: OnHistory }) => {
  const { account } = useWorkspace();
  const { exchanges, say, repeat } = useChat();
  const end = useRef<HTMLDivElement>(null);
  const last = exchanges.at(-1);
  useEffect(() => {
    if (last) end.current?.scrollIntoView({ block: "nearest" });
  }, [last]);
  const firstName = account.name.split(" ")[0] ?? account.name;

  return (
    <section className="chat" aria-label="Chat">
      <div className="chat__scroll">
        <div className="bubble bubble--reply">
          <p>
            Hello {firstName}. Tell me what to do in your own words: a task to add, to move, to tick
            off, or a question about your list.
          </p>
        </div>
        {exchanges.length === 0 && <Choices labels={examples} onSay={say} />}
        <ol className="exchanges" role="log" aria-live="polite" aria-label="Conversation">
          {exchanges.map((exchange) => (
            <ExchangeView
              key={exchange.ticket.key}
              exchange={exchange}
              onHistory={onHistory}
              onRepeat={repeat}
            />
          ))}
        </ol>
        <Choices labels={openChoices(exchanges)} onSay={say} />
        <div ref={end} />
      </div>
      <Composer last={last?.message ?? null} onSay={say} />
    </section>
  );
};
