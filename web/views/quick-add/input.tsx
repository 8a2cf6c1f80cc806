// The line itself: a combobox over known names, with what is understood marked where it stands. Called by quick-add.tsx.
import { type ClipboardEvent, useLayoutEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { chipsOf, piecesOf } from "../../quick-add/chips.ts";
import { listId, optionId, Suggestions } from "./suggestions.tsx";
import { useCompletion } from "./use-completion.ts";
import type { QuickAddState } from "./use-quick-add.ts";
import { quickAddWords } from "../../words/quick-add.ts";

const lineLimit = 2_000;

/** The same text behind the input, its recognised pieces tinted. It scrolls along with the input. */
const useMirror = () => {
  const input = useRef<HTMLInputElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const follow = (): void => {
    if (mirror.current && input.current) mirror.current.scrollLeft = input.current.scrollLeft;
  };
  useLayoutEffect(follow); // each time: what the mirror shows may come a moment after the text
  return { input, mirror, follow };
};

const Mirror = ({ state }: { state: QuickAddState }) => {
  const { line, shown, reading } = state;
  const chips = reading === null ? [] : chipsOf(shown, reading.tokens);
  // Behind letters it has not read yet, the text as it was: its marks are nearly always where they belong.
  return piecesOf(reading === null ? line.text : shown.text, chips).map(({ text, chip }, at) =>
    chip === null || chip.plain ? <span key={at}>{text}</span> : <mark key={at}>{text}</mark>,
  );
};

export const QuickAddInput = ({ state }: { state: QuickAddState }) => {
  const { line, names, type, paste } = state;
  const { input, mirror, follow } = useMirror();
  const completion = useCompletion({
    text: line.text,
    names,
    onText: (text, caret) => {
      flushSync(() => type(text));
      input.current?.setSelectionRange(caret, caret);
      completion.moveTo(caret);
    },
  });
  const isOpen = completion.all.length > 0;

  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const clip = event.clipboardData.getData("text/plain");
    const whole = value.slice(0, selectionStart ?? 0) + clip + value.slice(selectionEnd ?? 0);
    if (paste(whole)) event.preventDefault();
  };
  return (
    <div className="quick-add__field">
      <label className="unseen" htmlFor="quick-add">
        {quickAddWords.new}
      </label>
      <div className="quick-add__mirror" ref={mirror} aria-hidden="true">
        <Mirror state={state} />
      </div>
      <input
        id="quick-add"
        ref={input}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={completion.active < 0 ? undefined : optionId(completion.active)}
        value={line.text}
        maxLength={lineLimit}
        autoComplete="off"
        enterKeyHint="done"
        placeholder={quickAddWords.placeholder}
        onChange={({ target }) => {
          type(target.value);
          completion.moveTo(target.selectionStart);
        }}
        onSelect={({ currentTarget }) => completion.moveTo(currentTarget.selectionStart)}
        onBlur={() => completion.moveTo(null)}
        onScroll={follow}
        onPaste={onPaste}
        onKeyDown={(event) => {
          if (completion.onKey(event) || event.key !== "Escape" || event.nativeEvent.isComposing)
            return;
          event.preventDefault(); // taken: what is open stays
          event.currentTarget.blur();
        }}
      />
      {isOpen && (
        <Suggestions all={completion.all} active={completion.active} onPick={completion.pick} />
      )}
    </div>
  );
};
