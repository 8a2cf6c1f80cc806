// A date in words: typed, read by the parser of quick add, and shown as it is understood before it is taken. Called by date-choice.tsx.
import { useId } from "react";
import type { When } from "../../../domain/when.ts";
import type { DateSaid } from "../../quick-add/reader.ts";
import { sayRecurrence } from "../../repeat/say.ts";
import { localDue, type Now } from "../../time/due.ts";
import { sayDue } from "../../time/say.ts";
import { dates } from "../../words/panel.ts";
import { useNow, useWorkspace } from "../context.ts";
import { useReader } from "../quick-add/use-reader.ts";

/** What the words say so far: a date to take, or why there is none. */
export type ReadDate = { said: DateSaid | null; note: string };

/** Reads the words as they stand. */
export const useReadDate = (text: string, dayOnly: boolean): ReadDate => {
  const { settings } = useWorkspace();
  const now = useNow();
  const reader = useReader(true);
  if (text.trim() === "" || reader === null) return { said: null, note: "" };
  const said = reader.readDate(text, now.at, settings);
  if (said === null) return { said, note: dates.notRead };
  if (said.rest !== "") return { said: null, note: dates.notAll(said.rest) };
  return { said, note: dates.enter(sayDate(said, dayOnly, now, settings.locale)) };
};

const sayDate = ({ due, recurrence }: DateSaid, dayOnly: boolean, now: Now, locale: string) => {
  const when: When = dayOnly ? { kind: "day", at: due.at.slice(0, 10) } : due;
  const day = sayDue(localDue(when, now.zone), now, locale);
  const often = recurrence === null || dayOnly ? null : sayRecurrence(recurrence);
  return often === null ? day : `${day}, ${often}`;
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
