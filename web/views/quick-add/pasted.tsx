// Several pasted lines: what each of them would make, and the choice to make it. Called by quick-add.tsx.
import { useEffect, useMemo, useRef } from "react";
import { type PastedLine, pasteLimit } from "../../quick-add/pasted.ts";
import { useEscape } from "../use-keys.ts";
import { readPasted } from "./add-lines.ts";
import type { QuickAddState } from "./use-quick-add.ts";

const shownCount = 8;

type Props = { lines: readonly PastedLine[]; state: QuickAddState };

export const PastedOffer = ({ lines, state }: Props) => {
  const { read, leavePasted, addPasted, type } = state;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const taken = lines.slice(0, pasteLimit);
  const said = useMemo(
    () =>
      lines
        .slice(0, shownCount)
        .map(({ text }) => (read === null ? text : readPasted(text, read).explanation)),
    [lines, read],
  );
  const leave = (): void => {
    leavePasted();
    document.getElementById("quick-add")?.focus();
  };
  const asOne = (): void => {
    type(lines.map(({ text }) => text).join(" "));
    leave();
  };
  useEscape(true, leave);
  return (
    <section className="quick-add__understood pasted" aria-label="Pasted lines">
      <ol className="pasted__lines">
        {said.map((text, at) => (
          <li key={at} className={lines[at]?.under === null ? "" : "pasted__part"}>
            {text}
            {lines[at]?.isDone && " · done"}
          </li>
        ))}
      </ol>
      {lines.length > shownCount && <p className="hint">and {lines.length - shownCount} more</p>}
      {lines.length > pasteLimit && (
        <p className="hint">The first {pasteLimit} are added at once.</p>
      )}
      <div className="pasted__actions">
        <button
          ref={button}
          className="button button--primary button--small"
          type="button"
          onClick={() => void addPasted(taken)}
        >
          Add {taken.length} tasks
        </button>
        <button className="button button--small" type="button" onClick={asOne}>
          As one line
        </button>
        <button className="link" type="button" onClick={leave}>
          Cancel
        </button>
      </div>
    </section>
  );
};
