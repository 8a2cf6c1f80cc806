// Asks before something is deleted for good: nothing brings it back. Called by trash.tsx.
import { useEffect, useRef } from "react";
import { trashWords } from "../../words/trash.ts";

type Props = {
  question: string;
  yes: string;
  no: string;
  isBusy: boolean;
  onYes: () => void;
  onNo: () => void;
};

/** The focus is on the harmless answer. */
export const ForGood = ({ question, yes, no, isBusy, onYes, onNo }: Props) => {
  const harmless = useRef<HTMLButtonElement>(null);
  useEffect(() => harmless.current?.focus(), []);
  return (
    <fieldset className="for-good">
      <legend>{question}</legend>
      <p className="hint">{trashWords.cannotUndo}</p>
      <div className="editor__actions">
        <button
          className="button button--small button--danger"
          type="button"
          disabled={isBusy}
          onClick={onYes}
        >
          {yes}
        </button>
        <button ref={harmless} className="link" type="button" disabled={isBusy} onClick={onNo}>
          {no}
        </button>
      </div>
    </fieldset>
  );
};
