// How often a task repeats: a rule people use, or one of their own. Called by section.tsx.
import { useId, useState } from "react";
import { preset, presetNames, presetOf, type PresetName, weekdayOf } from "../../repeat/presets.ts";
import { type Repeat, repeatOf } from "../../repeat/rule.ts";
import { sayDate } from "../../time/say.ts";
import { CustomRepeat } from "./custom.tsx";
import { repeatWords } from "../../words/repeat.ts";
import { taskWords } from "../../words/task.ts";
import { spokenLanguage } from "../../words/language.ts";

type Props = {
  repeat: Repeat | null;
  /** The day the task is due; a rule without one begins today. */
  day: string;
  onRepeat: (repeat: Repeat | null) => void;
};

const labelOf = (name: PresetName, day: string): string => {
  const words = taskWords.repeats;
  const labels: Record<PresetName, () => string> = {
    daily: () => words.daily,
    workdays: () => words.workdays,
    weekly: () => words.weekly(repeatWords.weekdays[weekdayOf(day) - 1] ?? ""),
    monthly: () => words.monthly(repeatWords.nth(Number(day.slice(8)))),
    "last-workday": () => words.lastWorkday,
    yearly: () => words.yearly(sayDate(day, spokenLanguage())),
  };
  return labels[name]();
};

export const RepeatField = ({ repeat, day, onRepeat }: Props) => {
  const id = useId();
  const [own, setOwn] = useState(false);
  const name = repeat === null ? "" : own ? "custom" : presetOf(repeat, day);

  const choose = (chosen: string): void => {
    setOwn(chosen === "custom");
    if (chosen === "") return onRepeat(null);
    const known = presetNames.find((one) => one === chosen);
    onRepeat(known ? preset(known, day) : (repeat ?? repeatOf("WEEKLY", preset("weekly", day).by)));
  };
  return (
    <div className="repeat">
      <div className="field">
        <label htmlFor={id}>{taskWords.repeats.label}</label>
        <select id={id} value={name} onChange={(event) => choose(event.target.value)}>
          <option value="">{taskWords.repeats.never}</option>
          {presetNames.map((one) => (
            <option key={one} value={one}>
              {labelOf(one, day)}
            </option>
          ))}
          <option value="custom">{taskWords.repeats.custom}</option>
        </select>
      </div>
      {repeat !== null && name === "custom" && (
        <CustomRepeat repeat={repeat} day={day} onRepeat={onRepeat} />
      )}
    </div>
  );
};
