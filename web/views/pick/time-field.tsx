// A clock time as the person writes it, 12 or 24 hours by their settings, with half hours to choose from. Called by date-choice.tsx.
import { useId, useState } from "react";
import { readClock } from "../../pick/clock.ts";
import { sayTime } from "../../time/say.ts";
import { dates } from "../../words/panel.ts";
import { useWorkspace } from "../context.ts";

/** Seconds are said as they are kept: to leave them out would be to lose them. */
const say = (time: string, locale: string): string =>
  time.length > 5 ? time : time === "" ? "" : sayTime(time, locale);

const halfHours = Array.from({ length: 32 }, (_, at) => {
  const minutes = 7 * 60 + at * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${minutes % 60 === 0 ? "00" : "30"}`;
});

type Props = { time: string; onTime: (time: string) => void; onEnter: () => void };

export const TimeField = ({ time, onTime, onEnter }: Props) => {
  const { settings } = useWorkspace();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);

  const type = (text: string | null): void => {
    setTyped(text);
    setWrong(false);
  };
  /** Done with typing: what reads is taken. Half of a time may be another time, so not before. False where it does not read. */
  const end = (): boolean => {
    const read = typed === null ? time : readClock(typed);
    setWrong(read === null);
    if (read === null) return false;
    setTyped(null);
    if (read !== time) onTime(read);
    return true;
  };
  return (
    <div className="field pop__time">
      <label htmlFor={id}>{dates.time}</label>
      <input
        id={id}
        list={`${id}-half`}
        value={typed ?? say(time, settings.locale)}
        placeholder={dates.timeHint}
        maxLength={20}
        autoComplete="off"
        enterKeyHint="done"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-why` : undefined}
        onChange={({ target }) => type(target.value)}
        onBlur={() => document.hasFocus() && end()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") type(null); // turned away from: the time from before stands
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (end()) onEnter();
        }}
      />
      <datalist id={`${id}-half`}>
        {halfHours.map((one) => (
          <option key={one}>{sayTime(one, settings.locale)}</option>
        ))}
      </datalist>
      {isWrong && (
        <p className="error" id={`${id}-why`} role="alert">
          {dates.wrongTime}
        </p>
      )}
    </div>
  );
};
