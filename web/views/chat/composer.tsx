// Where a message is written: Enter sends, Shift+Enter makes a line, arrow up brings the last one back. Called by panel.tsx.
import type { KeyboardEvent } from "react";
import { useAppState } from "../context.ts";
import { Icon } from "../icon.tsx";
import { useDraft } from "../use-draft.ts";
import { chatWords } from "../../words/chat.ts";

const messageLimit = 2000;

type Props = { last: string | null; onSay: (message: string) => void };

export const Composer = ({ last, onSay }: Props) => {
  const [text, setText] = useDraft("chat", "");
  const isAway = useAppState().connection === "offline";
  const send = (): void => {
    const message = text.trim();
    if (message === "" || isAway) return;
    setText("");
    onSay(message);
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return; // the keys belong to the input method
    if (event.key === "Escape") {
      event.preventDefault(); // taken: what is open stays
      event.currentTarget.blur();
    }
    if (event.key === "ArrowUp" && text === "" && last !== null) setText(last);
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {isAway && <output className="hint composer__away">{chatWords.away}</output>}
      <label className="unseen" htmlFor="chat-input">
        {chatWords.message}
      </label>
      <textarea
        id="chat-input"
        rows={1}
        maxLength={messageLimit}
        value={text}
        placeholder={chatWords.placeholder}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
      />
      <kbd aria-hidden="true">/</kbd>
      <button
        className="icon-button icon-button--primary"
        type="submit"
        aria-label={chatWords.send}
        disabled={text.trim() === "" || isAway}
      >
        <Icon name="send" />
      </button>
    </form>
  );
};
