// A name that is typed or chosen among those that are known. Called by panel/properties.tsx.
import { useId } from "react";
import { known, matching } from "../../pick/matches.ts";
import { fields } from "../../words/panel.ts";
import { optionId, Options, useOptions } from "./options.tsx";

type Props = {
  id: string;
  label: string;
  /** The name as it stands in the form, perhaps half typed. */
  value: string;
  names: readonly string[];
  placeholder: string;
  /** How a name that is not known yet is offered. */
  fresh: (name: string) => string;
  onType: (value: string) => void;
  /** It is complete. */
  onPick: (value: string) => void;
};

export const Combo = ({ id, label, value, names, placeholder, fresh, onType, onPick }: Props) => {
  const listId = useId();
  const typed = value.trim();
  const isKnown = known(typed, names) !== undefined;
  // What stands there whole is no question: then all others are offered.
  const found = matching(isKnown ? "" : typed, names);
  const all = [
    ...found.map((name) => ({ value: name, label: name })),
    ...(typed === "" || isKnown ? [] : [{ value: typed, label: fresh(typed) }]),
  ];
  const options = useOptions(all, onPick);
  const take = (name: string): void => {
    onPick(name);
    options.close();
  };
  return (
    <div className="combo">
      <input
        id={id}
        role="combobox"
        dir="auto"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={options.shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={optionId(listId, options.active)}
        value={value}
        placeholder={placeholder}
        maxLength={100}
        autoComplete="off"
        enterKeyHint="done"
        onFocus={(event) => event.target.select()}
        onClick={options.open}
        onChange={({ target }) => {
          onType(target.value);
          options.open();
        }}
        onBlur={options.close}
        onKeyDown={(event) => {
          if (options.onKey(event)) return;
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          take(known(typed, names) ?? typed);
        }}
      />
      <Options
        id={listId}
        label={fields.known(label)}
        all={options.shown}
        active={options.active}
        onTake={take}
      />
    </div>
  );
};
