// Takes a project, a tag or a filter away, and says before what becomes of its tasks. Called by edit.tsx.
import { useState } from "react";
import { Icon } from "../icon.tsx";
import type { Kind } from "./orders.ts";

type Props = {
  kind: Kind;
  name: string;
  isBusy: boolean;
  onRemove: (tasks: "inbox" | "trash") => void;
};

const what: Record<Kind, string> = {
  project: "What becomes of its tasks?",
  tag: "The tag is taken off its tasks, which stay.",
  filter: "Its tasks stay.",
};

export const Remove = ({ kind, name, isBusy, onRemove }: Props) => {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <button className="link link--danger" type="button" onClick={() => setAsked(true)}>
        <Icon name="trash" /> Delete {name}
      </button>
    );
  return (
    <fieldset className="settings__part">
      <legend>Delete {name}?</legend>
      <p className="hint">{what[kind]}</p>
      <div className="editor__actions">
        <button
          className="button button--small"
          type="button"
          disabled={isBusy}
          onClick={() => onRemove("inbox")}
        >
          {kind === "project" ? "Move them to the inbox" : "Delete"}
        </button>
        {kind === "project" && (
          <button
            className="button button--small"
            type="button"
            disabled={isBusy}
            onClick={() => onRemove("trash")}
          >
            Delete them too
          </button>
        )}
        <button className="link" type="button" onClick={() => setAsked(false)}>
          Keep it
        </button>
      </div>
    </fieldset>
  );
};
