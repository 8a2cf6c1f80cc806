// The dialog in which a date is chosen, and what becomes of words that were typed in it and not taken. Called by date-field.tsx and asked-due.tsx.
import type { RefObject } from "react";
import { useDraft } from "../use-draft.ts";
import type { DateChange } from "../../drafts/draft.ts";
import { changeOf, type Dated } from "../../drafts/said.ts";
import { DateChoice } from "./date-choice.tsx";
import { Pop } from "./pop.tsx";
import { useReadDate } from "./typed-date.tsx";

type Props = {
  id: string;
  label: string;
  /** Where words that were not taken are kept. */
  kept: string;
  at: RefObject<HTMLElement | null>;
  value: Dated;
  dayOnly: boolean;
  onChange: (change: DateChange) => void;
  onClose: () => void;
};

const DatePop = ({ id, label, kept, at, value, dayOnly, onChange, onClose }: Props) => {
  const [text, setText] = useDraft(kept, "");
  const read = useReadDate(text, value, dayOnly);
  /** Words that read are meant by who clicks beside them; who presses Esc turns away, and finds them again. */
  const close = (how: "escape" | "done"): void => {
    if (how === "done" && read.said !== null) {
      onChange(changeOf(read.said, value));
      setText("");
    }
    onClose();
  };
  return (
    <Pop label={label} at={at} onClose={close}>
      <DateChoice
        id={id}
        value={value}
        dayOnly={dayOnly}
        text={text}
        read={read}
        onText={setText}
        onChange={onChange}
      />
    </Pop>
  );
};

export default DatePop;
