// How often a task repeats: a rule people use, or one of their own. Called by section.tsx.
import { useId, useState } from "react";
import { preset, presetNames, presetOf, type PresetName, weekdayOf } from "../../repeat/presets.ts";
import { type Repeat, repeatOf } from "../../repeat/rule.ts";
import { nth, weekdayNames } from "../../repeat/say.ts";
import { sayLongDay } from "../../time/say.ts";
import { CustomRepeat } from "./custom.tsx";

type Props = {
  repeat: Repeat | null;
  /** The day the task is due; a rule without one begins today. */
  day: string;
  onRepeat: (repeat: Repeat | null) => void;
};

const labelOf = (name: PresetName, day: string): string => {
  const labels: Record<PresetName, () => string> = {
    daily: () => "Every day",
    workdays: () => "Every workday",
    weekly: () => `Every week on ${weekdayNames[weekdayOf(day) - 1]}`,
    monthly: () => `Every month on the ${nth(Number(day.slice(8)))}`,
    "last-workday": () => "Every last workday of the month",
    yearly: () => `Every year on ${sayLongDay(day, "en-GB").replace(/^\w+,? /, "")}`,
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
        <label htmlFor={id}>Repeats</label>
        <select id={id} value={name} onChange={(event) => choose(event.target.value)}>
          <option value="">Does not repeat</option>
          {presetNames.map((one) => (
            <option key={one} value={one}>
              {labelOf(one, day)}
            </option>
          ))}
          <option value="custom">Custom…</option>
        </select>
      </div>
      {repeat !== null && name === "custom" && (
        <CustomRepeat repeat={repeat} day={day} onRepeat={onRepeat} />
      )}
    </div>
  );
};
