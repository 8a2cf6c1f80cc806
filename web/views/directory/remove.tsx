// Takes a project, a tag or a filter away, and says before what becomes of its tasks. Called by edit.tsx.
import { useState } from "react";
import { Icon } from "../icon.tsx";
import type { Kind } from "./orders.ts";
import { directoryWords } from "../../words/directory.ts";
import { sharedWords } from "../../words/shared.ts";

type Props = {
  kind: Kind;
  name: string;
  isBusy: boolean;
  onRemove: (tasks: "inbox" | "trash") => void;
};

export const Remove = ({ kind, name, isBusy, onRemove }: Props) => {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <button className="link link--danger" type="button" onClick={() => setAsked(true)}>
        <Icon name="trash" /> {directoryWords.remove.begin(name)}
      </button>
    );
  return (
    <fieldset className="settings__part">
      <legend>{directoryWords.remove.sure(name)}</legend>
      <p className="hint">{directoryWords.remove[kind]}</p>
      <div className="editor__actions">
        <button
          className="button button--small"
          type="button"
          disabled={isBusy}
          onClick={() => onRemove("inbox")}
        >
          {kind === "project" ? directoryWords.remove.toInbox : sharedWords.delete}
        </button>
        {kind === "project" && (
          <button
            className="button button--small"
            type="button"
            disabled={isBusy}
            onClick={() => onRemove("trash")}
          >
            {directoryWords.remove.too}
          </button>
        )}
        <button className="link" type="button" onClick={() => setAsked(false)}>
          {sharedWords.keepIt}
        </button>
      </div>
    </fieldset>
  );
};
