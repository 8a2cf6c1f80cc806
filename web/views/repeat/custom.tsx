// A rule of one's own: every so many days, on which weekdays, from where it counts, and when it ends. Called by field.tsx.
import { useId } from "react";
import { addDays } from "../../time/zone.ts";
import { type Ends, type Freq, type Repeat, toggleWeekday, weekdaysOf } from "../../repeat/rule.ts";
import { weekdayNames } from "../../repeat/say.ts";
import { useWorkspace } from "../context.ts";

type Props = { repeat: Repeat; day: string; onRepeat: (repeat: Repeat) => void };

const units: [Freq, string][] = [
  ["HOURLY", "hours"],
  ["DAILY", "days"],
  ["WEEKLY", "weeks"],
  ["MONTHLY", "months"],
  ["YEARLY", "years"],
];

/** A whole number from what was typed; nonsense and nothing count as 1. */
const wholeOf = (text: string, most: number): number =>
  Math.min(most, Math.max(1, Math.trunc(Number(text)) || 1));

const Weekdays = ({ repeat, onRepeat }: Omit<Props, "day">) => {
  const { settings } = useWorkspace();
  const chosen = weekdaysOf(repeat);
  const order = weekdayNames.map((_, index) => ((settings.weekStart - 1 + index) % 7) + 1);
  return (
    <fieldset className="weekdays">
      <legend className="unseen">On these days</legend>
      {order.map((weekday) => (
        <button
          key={weekday}
          className="weekday"
          type="button"
          aria-pressed={chosen.includes(weekday)}
          aria-label={weekdayNames[weekday - 1]}
          onClick={() => onRepeat(toggleWeekday(repeat, weekday))}
        >
          {weekdayNames[weekday - 1]?.slice(0, 2)}
        </button>
      ))}
    </fieldset>
  );
};

const EndsField = ({ repeat, day, onRepeat }: Props) => {
  const id = useId();
  const { ends } = repeat;
  const set = (next: Ends): void => onRepeat({ ...repeat, ends: next });
  const choose = (kind: string): void => {
    if (kind === "on") set({ kind, day: addDays(day, 30) });
    else set(kind === "after" ? { kind, count: 10 } : { kind: "never" });
  };
  return (
    <div className="repeat__pair">
      <div className="field">
        <label htmlFor={id}>Ends</label>
        <select id={id} value={ends.kind} onChange={(event) => choose(event.target.value)}>
          <option value="never">Never</option>
          <option value="on">On a day</option>
          <option value="after">After a number of times</option>
        </select>
      </div>
      {ends.kind === "on" && (
        <div className="field">
          <label htmlFor={`${id}-day`}>Last day</label>
          <input
            id={`${id}-day`}
            type="date"
            value={ends.day}
            onChange={({ target }) => target.value !== "" && set({ kind: "on", day: target.value })}
          />
        </div>
      )}
      {ends.kind === "after" && (
        <div className="field">
          <label htmlFor={`${id}-count`}>Times</label>
          <input
            id={`${id}-count`}
            type="number"
            min={1}
            max={9999}
            value={ends.count}
            onChange={({ target }) => set({ kind: "after", count: wholeOf(target.value, 9999) })}
          />
        </div>
      )}
    </div>
  );
};

export const CustomRepeat = ({ repeat, day, onRepeat }: Props) => {
  const id = useId();
  return (
    <div className="repeat__custom">
      <div className="repeat__pair">
        <div className="field">
          <label htmlFor={`${id}-every`}>Every</label>
          <input
            id={`${id}-every`}
            type="number"
            min={1}
            max={999}
            value={repeat.every}
            onChange={({ target }) => onRepeat({ ...repeat, every: wholeOf(target.value, 999) })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-unit`}>Unit</label>
          <select
            id={`${id}-unit`}
            value={repeat.freq}
            // Days of the week mean nothing to a month: the new unit takes those of the due.
            onChange={({ target }) => onRepeat({ ...repeat, freq: target.value as Freq, by: "" })}
          >
            {units.map(([freq, label]) => (
              <option key={freq} value={freq}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </div>
      {repeat.freq === "WEEKLY" && <Weekdays repeat={repeat} onRepeat={onRepeat} />}
      <div className="field">
        <label htmlFor={`${id}-anchor`}>Counts from</label>
        <select
          id={`${id}-anchor`}
          value={repeat.anchor}
          onChange={({ target }) =>
            onRepeat({ ...repeat, anchor: target.value as Repeat["anchor"] })
          }
        >
          <option value="schedule">the date it is due</option>
          <option value="completion">the day it is done (every!)</option>
        </select>
      </div>
      <EndsField repeat={repeat} day={day} onRepeat={onRepeat} />
    </div>
  );
};
