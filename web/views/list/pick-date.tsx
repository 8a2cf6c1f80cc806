// Another day for all that is selected: a word, none, or what is typed. Called by bulk-bar.tsx.
import { type FormEvent, useId, useState } from "react";
import type { When } from "../../../domain/when.ts";
import { noNames } from "../../quick-add/names.ts";
import { dayOf, type Target, targets } from "../../reschedule.ts";
import { localDue } from "../../time/due.ts";
import { sayDue } from "../../time/say.ts";
import { listWords } from "../../words/list.ts";
import { inside } from "../../words/sentence.ts";
import { useNow, useWorkspace } from "../context.ts";
import { loadReader } from "../quick-add/use-reader.ts";
import type { Bulk } from "./use-bulk.ts";

type Props = { bulk: Bulk; onDone: () => void };

export const PickDate = ({ bulk, onDone }: Props) => {
  const { settings } = useWorkspace();
  const now = useNow();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  const set = (due: When | null, to: string): void => {
    bulk.date(due, to);
    onDone();
  };
  const onWord = (target: Target): void => {
    const day = dayOf(target, now.wall.slice(0, 10), settings.weekStart);
    set({ kind: "day", at: day }, listWords.date.to[target]);
  };
  const onTyped = async (): Promise<void> => {
    const { readLine } = await loadReader();
    const line = { text: text.trim(), plain: [] };
    const { said } = readLine(line, { at: now.at, settings, names: noNames });
    if (said.recurrence !== null) return setProblem(listWords.date.repeats);
    if (said.due === null || said.title !== "") return setProblem(listWords.date.unread);
    set(said.due, inside(sayDue(localDue(said.due, now.zone), now, settings.locale)));
  };
  return (
    <>
      {targets.map((target) => (
        <button key={target} className="choice" type="button" onClick={() => onWord(target)}>
          {listWords.date[target]}
        </button>
      ))}
      <button className="choice" type="button" onClick={() => set(null, "")}>
        {listWords.date.none}
      </button>
      <form
        className="bulk__typed"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void onTyped();
        }}
      >
        <label className="unseen" htmlFor={id}>
          {listWords.date.typed}
        </label>
        <input
          id={id}
          value={text}
          placeholder={listWords.date.example}
          autoComplete="off"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
        />
        <button className="button button--small" type="submit" disabled={text.trim() === ""}>
          {listWords.date.set}
        </button>
        {problem !== null && (
          <p id={`${id}-problem`} className="bulk__problem" role="alert">
            {problem}
          </p>
        )}
      </form>
    </>
  );
};
