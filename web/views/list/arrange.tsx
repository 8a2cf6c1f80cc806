// How a list is shown: grouped and sorted by what, each list by itself; and how close the rows stand and how dark the page is. Called by head.tsx.
import { useId, useRef, useState } from "react";
import { groupingsOf, isArrangeable, orders } from "../../lists/arrangement.ts";
import { type Choice, optionsOf } from "../../look/choices.ts";
import type { Place } from "../../places/place.ts";
import { Icon } from "../icon.tsx";
import { useEscape } from "../use-keys.ts";
import { useChoice } from "../use-kept.ts";
import type { List } from "./use-list.ts";
import { listsWords } from "../../words/lists.ts";

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

type LookProps<Name extends Look> = {
  name: Name;
  label: string;
  words: Record<Choice<Name>, string>;
};

const PickLook = <Name extends Look>({ name, label, words }: LookProps<Name>) => {
  const [value, set] = useChoice(name);
  const options = optionsOf(name).map((one: Choice<Name>) => [one, words[one]] as const);
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
        aria-label={listsWords.arrange.title}
        title={listsWords.arrange.title}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="sliders" />
      </button>
      {isOpen && (
        <fieldset className="arrange__menu" id={id}>
          <legend className="unseen">{listsWords.arrange.title}</legend>
          {list !== null && isArrangeable(place) && (
            <>
              <Pick
                label={listsWords.arrange.group}
                value={list.arrangement.group}
                options={groupingsOf(place).map((one) => [one, listsWords.groupings[one]] as const)}
                onPick={(group) => list.setArrangement({ ...list.arrangement, group })}
              />
              <Pick
                label={listsWords.arrange.order}
                value={list.arrangement.order}
                options={orders.map((one) => [one, listsWords.orders[one]] as const)}
                onPick={(order) => list.setArrangement({ ...list.arrangement, order })}
              />
            </>
          )}
          <PickLook
            name="density"
            label={listsWords.arrange.density}
            words={listsWords.arrange.densities}
          />
          <PickLook
            name="theme"
            label={listsWords.arrange.theme}
            words={listsWords.arrange.themes}
          />
        </fieldset>
      )}
    </div>
  );
};
