// How a list is shown: grouped and sorted by what, each list by itself; and how close the rows stand and how dark the page is. Called by head.tsx.
import { useId, useRef, useState } from "react";
import {
  groupingNames,
  groupingsOf,
  isArrangeable,
  orderNames,
  orders,
} from "../../lists/arrangement.ts";
import type { Choice } from "../../look/choices.ts";
import type { Place } from "../../places/place.ts";
import { Icon } from "../icon.tsx";
import { useEscape } from "../use-keys.ts";
import { useChoice } from "../use-kept.ts";
import type { List } from "./use-list.ts";

type PickProps<T extends string> = {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onPick: (value: T) => void;
};

const Pick = <T extends string>({ label, value, options, onPick }: PickProps<T>) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.target.value as T)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
};

type Look = "theme" | "density";

const looks: [name: Look, label: string, options: [Choice<Look>, string][]][] = [
  [
    "density",
    "Rows",
    [
      ["comfortable", "Comfortable"],
      ["compact", "One line each"],
    ],
  ],
  [
    "theme",
    "Colours",
    [
      ["system", "As the device"],
      ["light", "Light"],
      ["dark", "Dark"],
    ],
  ],
];

type LookProps = { name: Look; label: string; options: [Choice<Look>, string][] };

const PickLook = ({ name, label, options }: LookProps) => {
  const [value, set] = useChoice<Look>(name);
  return <Pick label={label} value={value} options={options} onPick={set} />;
};

type Props = { place: Place; list: List | null };

export const Arrange = ({ place, list }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEscape(isOpen, () => {
    setOpen(false);
    button.current?.focus();
  });
  return (
    <div className="arrange">
      <button
        ref={button}
        className="icon-button"
        type="button"
        aria-label="How the list is shown"
        title="How the list is shown"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="sliders" />
      </button>
      {isOpen && (
        <fieldset className="arrange__menu" id={id}>
          <legend className="unseen">How the list is shown</legend>
          {list !== null && isArrangeable(place) && (
            <>
              <Pick
                label="Group by"
                value={list.arrangement.group}
                options={groupingsOf(place).map((one) => [one, groupingNames[one]] as const)}
                onPick={(group) => list.setArrangement({ ...list.arrangement, group })}
              />
              <Pick
                label="Sort by"
                value={list.arrangement.order}
                options={orders.map((one) => [one, orderNames[one]] as const)}
                onPick={(order) => list.setArrangement({ ...list.arrangement, order })}
              />
            </>
          )}
          {looks.map(([name, label, options]) => (
            <PickLook key={name} name={name} label={label} options={options} />
          ))}
        </fieldset>
      )}
    </div>
  );
};
