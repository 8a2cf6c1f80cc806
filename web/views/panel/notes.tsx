// The notes of a task: shown as they are meant, typed as they are written. A click or Enter begins to type. Called by editor.tsx.
import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { notes, panel } from "../../words/panel.ts";
import { Icon } from "../icon.tsx";
import { Held } from "./held.tsx";
import type { TextProps } from "./text-fields.tsx";

type Shown = { text: string; onText: (text: string) => void };

/** As it was written: until what shows markdown is there, and where that cannot be fetched. */
const Plain = ({ text }: Shown) => <p className="notes__plain">{text}</p>;

const Markdown = lazy<ComponentType<Shown>>(() =>
  import("./markdown.tsx").catch(() => ({ default: Plain })),
);

/** A click on the text itself, not on a link or a box in it, and not the end of a selection. */
const useClick = (onClick: () => void) => {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shown = text.current;
    const click = ({ target }: MouseEvent): void => {
      const isElsewhere = target instanceof Element && target.closest("a, input") !== null;
      if (!isElsewhere && document.getSelection()?.isCollapsed !== false) onClick();
    };
    shown?.addEventListener("click", click);
    return () => shown?.removeEventListener("click", click);
  });
  return text;
};

export const NotesField = (props: TextProps) => {
  const { task, unsaved, saving } = props;
  const [isTyping, setTyping] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const text = unsaved.draft.description;
  const isShown = text.trim() !== "" && !isTyping;
  const begin = (): void => {
    flushSync(() => setTyping(true));
    const area = document.getElementById(`notes-${task.id}`);
    area?.focus();
    if (area instanceof HTMLTextAreaElement) area.setSelectionRange(text.length, text.length);
  };
  /** Done with typing: it is saved, and shown. */
  const end = (): void => {
    saving.flush();
    flushSync(() => setTyping(false));
    edit.current?.focus();
  };
  return (
    <div className="field notes">
      <div className="notes__head">
        <label htmlFor={`notes-${task.id}`}>{panel.notes}</label>
        {isShown && (
          <button ref={edit} className="link" type="button" onClick={begin}>
            <Icon name="pencil" /> {notes.edit}
          </button>
        )}
      </div>
      {isShown ? (
        <ShownNotes
          text={text}
          onEdit={begin}
          onText={(description) => saving.pick({ description })}
        />
      ) : (
        <TypedNotes {...props} onTyping={setTyping} onEnd={end} />
      )}
      <Held field="description" unsaved={unsaved} />
    </div>
  );
};

type ShownProps = { text: string; onEdit: () => void; onText: (text: string) => void };

const ShownNotes = ({ text, onEdit, onText }: ShownProps) => {
  const shown = useClick(onEdit);
  return (
    <div ref={shown} className="notes__text" dir="auto">
      <Suspense fallback={<Plain text={text} onText={onText} />}>
        <Markdown text={text} onText={onText} />
      </Suspense>
    </div>
  );
};

type TypedProps = TextProps & { onTyping: (isTyping: boolean) => void; onEnd: () => void };

const TypedNotes = ({ task, unsaved, saving, onTyping, onEnd }: TypedProps) => {
  const text = unsaved.draft.description;
  return (
    <textarea
      id={`notes-${task.id}`}
      rows={3}
      dir="auto"
      maxLength={16_384}
      placeholder={notes.hint}
      value={text}
      onFocus={() => onTyping(true)}
      // Another window is in front: what is typed here is not over, and letters must not become keys of the page.
      onBlur={() => document.hasFocus() && onTyping(false)}
      onChange={({ target }) => saving.type({ description: target.value })}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const isSave = event.key === "Enter" && (event.ctrlKey || event.metaKey);
        // Without words there is nothing to go back to: then Esc is for what is around.
        const isLeft = event.key === "Escape" && text.trim() !== "";
        if (!isSave && !isLeft) return;
        event.preventDefault();
        onEnd();
      }}
    />
  );
};
