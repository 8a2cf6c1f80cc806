// A date in words: typed, read by the parser of quick add, and shown as it is understood before it is taken. Called by date-choice.tsx.
import { useId } from "react";
import { dueOf } from "../../drafts/draft.ts";
import { changeOf, type Dated, sayOnClock } from "../../drafts/said.ts";
import type { DateSaid } from "../../quick-add/reader.ts";
import { sayRecurrence } from "../../repeat/say.ts";
import { dates } from "../../words/panel.ts";
import { useNow, useWorkspace } from "../context.ts";
import { useReader } from "../quick-add/use-reader.ts";

/** What the words say so far: a date to take, or why there is none. */
export type ReadDate = { said: DateSaid | null; note: string };

/** Reads the words as they stand, over the due they would change: what is said is what will be kept. */
export const useReadDate = (text: string, value: Dated, dayOnly: boolean): ReadDate => {
  const { settings } = useWorkspace();
  const now = useNow();
  const reader = useReader(true);
  if (text.trim() === "" || reader === null) return { said: null, note: "" };
  const said = reader.readDate(text, now.at, settings, value.zone);
  if (said === null) return { said, note: dates.notRead };
  if (said.rest !== "") return { said: null, note: dates.notAll(said.rest) };
  const change = changeOf(said, value);
  const due = dueOf({ ...value, ...change, ...(dayOnly && { time: "" }) });
  const when = due === null ? [] : sayOnClock(due, now, settings.locale);
  const often = said.recurrence === null || dayOnly ? null : sayRecurrence(said.recurrence);
  const parts = [...when, often].filter((part) => part !== null);
  return { said, note: dates.enter(parts.join(", ")) };
};

type Props = {
  text: string;
  read: ReadDate;
  hint: string;
  onText: (text: string) => void;
  onTake: (said: DateSaid) => void;
};

export const TypedDate = ({ text, read, hint, onText, onTake }: Props) => {
  const id = useId();
  return (
    <div className="field">
      <label className="unseen" htmlFor={id}>
        {dates.typed}
      </label>
      <input
        id={id}
        value={text}
        placeholder={hint}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="done"
        aria-describedby={`${id}-said`}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (read.said !== null) onTake(read.said);
        }}
      />
      <output id={`${id}-said`} className="hint pop__said" aria-live="polite">
        {read.note}
      </output>
    </div>
  );
};
