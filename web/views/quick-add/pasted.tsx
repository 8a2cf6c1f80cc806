// Several pasted lines: what each of them would make, and the choice to make it. Called by quick-add.tsx.
import { useEffect, useMemo, useRef } from "react";
import { type PastedLine, pasteLimit } from "../../quick-add/pasted.ts";
import { useEscape } from "../use-keys.ts";
import { readPasted } from "./add-lines.ts";
import type { QuickAddState } from "./use-quick-add.ts";
import { quickAddWords } from "../../words/quick-add.ts";
import { sharedWords } from "../../words/shared.ts";

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
    <section className="quick-add__understood pasted" aria-label={quickAddWords.pasted.lines}>
      <ol className="pasted__lines">
        {said.map((text, at) => (
          <li key={at} className={lines[at]?.under === null ? "" : "pasted__part"}>
            {text}
            {lines[at]?.isDone && quickAddWords.pasted.done}
          </li>
        ))}
      </ol>
      {lines.length > shownCount && (
        <p className="hint">{quickAddWords.pasted.more(lines.length - shownCount)}</p>
      )}
      {lines.length > pasteLimit && <p className="hint">{quickAddWords.pasted.most(pasteLimit)}</p>}
      <div className="pasted__actions">
        <button
          ref={button}
          className="button button--primary button--small"
          type="button"
          onClick={() => void addPasted(taken)}
        >
          {quickAddWords.pasted.add(taken.length)}
        </button>
        <button className="button button--small" type="button" onClick={asOne}>
          {quickAddWords.pasted.asOne}
        </button>
        <button className="link" type="button" onClick={leave}>
          {sharedWords.cancel}
        </button>
      </div>
    </section>
  );
};
