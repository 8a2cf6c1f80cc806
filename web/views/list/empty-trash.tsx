// "Empty trash": says how many go, asks, and says how far it is. Called by trash.tsx.
import { useState } from "react";
import { trashWords } from "../../words/trash.ts";
import { ForGood } from "./for-good.tsx";
import type { Trash } from "./use-trash.ts";

type Props = Pick<Trash, "count" | "empty" | "left">;

export const EmptyTrash = ({ count, empty, left }: Props) => {
  const [asked, setAsked] = useState<{ count: number; at: string } | null>(null);
  const ask = async (): Promise<void> => {
    const counted = await count();
    if (counted !== null && counted.count > 0) setAsked(counted);
  };
  const yes = async (before: string): Promise<void> => {
    await empty(before);
    setAsked(null);
  };
  return (
    <div className="trash__bar">
      <p className="hint">{trashWords.stays}</p>
      {asked === null ? (
        <button className="button button--small" type="button" onClick={() => void ask()}>
          {trashWords.empty}
        </button>
      ) : (
        <ForGood
          question={trashWords.askAll(asked.count)}
          yes={trashWords.yesAll(asked.count)}
          no={trashWords.keepAll}
          isBusy={left !== null}
          onYes={() => void yes(asked.at)}
          onNo={() => setAsked(null)}
        />
      )}
      <output>{left === null ? "" : trashWords.emptying(left)}</output>
    </div>
  );
};
