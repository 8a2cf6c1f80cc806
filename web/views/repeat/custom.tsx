// A rule of one's own: every so many days, on which weekdays, from where it counts, and when it ends. Called by field.tsx.
import { useId } from "react";
import { addDays } from "../../time/zone.ts";
import { type Ends, type Freq, type Repeat, toggleWeekday, weekdaysOf } from "../../repeat/rule.ts";
import { useWorkspace } from "../context.ts";
import { repeatWords } from "../../words/repeat.ts";
import { taskWords } from "../../words/task.ts";

type Props = { repeat: Repeat; day: string; onRepeat: (repeat: Repeat) => void };

const units: readonly Freq[] = ["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

/** A whole number from what was typed; nonsense and nothing count as 1. */
const wholeOf = (text: string, most: number): number =>
  Math.min(most, Math.max(1, Math.trunc(Number(text)) || 1));

const Weekdays = ({ repeat, onRepeat }: Omit<Props, "day">) => {
  const { settings } = useWorkspace();
  const chosen = weekdaysOf(repeat);
  const order = repeatWords.weekdays.map((_, index) => ((settings.weekStart - 1 + index) % 7) + 1);
  return (
    <fieldset className="weekdays">
      <legend className="unseen">{taskWords.repeats.onDays}</legend>
      {order.map((weekday) => (
        <button
          key={weekday}
          className="weekday"
          type="button"
          aria-pressed={chosen.includes(weekday)}
          onClick={() => onRepeat(toggleWeekday(repeat, weekday))}
        >
          <span aria-hidden="true">{repeatWords.weekdays[weekday - 1]?.slice(0, 2)}</span>
          <span className="unseen">{repeatWords.weekdays[weekday - 1]}</span>
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
        <label htmlFor={id}>{taskWords.repeats.ends}</label>
        <select id={id} value={ends.kind} onChange={(event) => choose(event.target.value)}>
          <option value="never">{taskWords.repeats.endless}</option>
          <option value="on">{taskWords.repeats.endsOn}</option>
          <option value="after">{taskWords.repeats.endsAfter}</option>
        </select>
      </div>
      {ends.kind === "on" && (
        <div className="field">
          <label htmlFor={`${id}-day`}>{taskWords.repeats.lastDay}</label>
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
          <label htmlFor={`${id}-count`}>{taskWords.repeats.times}</label>
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
          <label htmlFor={`${id}-every`}>{taskWords.repeats.every}</label>
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
          <label htmlFor={`${id}-unit`}>{taskWords.repeats.unit}</label>
          <select
            id={`${id}-unit`}
            value={repeat.freq}
            // Days of the week mean nothing to a month: the new unit takes those of the due.
            onChange={({ target }) => onRepeat({ ...repeat, freq: target.value as Freq, by: "" })}
          >
            {units.map((freq) => (
              <option key={freq} value={freq}>
                {taskWords.repeats.units[freq]}
              </option>
            ))}
          </select>
        </div>
      </div>
      {repeat.freq === "WEEKLY" && <Weekdays repeat={repeat} onRepeat={onRepeat} />}
      <div className="field">
        <label htmlFor={`${id}-anchor`}>{taskWords.repeats.from}</label>
        <select
          id={`${id}-anchor`}
          value={repeat.anchor}
          onChange={({ target }) =>
            onRepeat({ ...repeat, anchor: target.value as Repeat["anchor"] })
          }
        >
          <option value="schedule">{taskWords.repeats.fromDue}</option>
          <option value="completion">{taskWords.repeats.fromDone}</option>
        </select>
      </div>
      <EndsField repeat={repeat} day={day} onRepeat={onRepeat} />
    </div>
  );
};
