// The colour of a project, a tag or a filter, by its name. Called by edit.tsx.
import type { Colour } from "../../../domain/directory/directory.ts";
import { directoryWords } from "../../words/directory.ts";

export const colours: readonly Colour[] = [
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "purple",
  "pink",
  "brown",
  "grey",
];

type Props = { value: Colour | null; onColour: (colour: Colour | null) => void };

export const ColourField = ({ value, onColour }: Props) => (
  <div className="field">
    <label htmlFor="name-colour">{directoryWords.colour}</label>
    <select
      id="name-colour"
      value={value ?? ""}
      onChange={(event) => onColour(colours.find((one) => one === event.target.value) ?? null)}
    >
      <option value="">{directoryWords.noColour}</option>
      {colours.map((one) => (
        <option key={one} value={one}>
          {directoryWords.colours[one]}
        </option>
      ))}
    </select>
  </div>
);

/** A spot of the colour; the name beside it says what it is. */
export const Spot = ({ colour }: { colour: Colour | null }) => (
  <span className="spot" data-colour={colour ?? "none"} aria-hidden="true" />
);
