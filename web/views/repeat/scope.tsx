// Asks what a moved date of a series is meant for: this date, or those after it too. Called by editor.tsx.
import { useId } from "react";
import type { Scope } from "../../../domain/command.ts";

const choices: [Scope, string][] = [
  ["this", "This one only"],
  ["following", "This and all following"],
];

export const ScopeField = ({
  scope,
  onScope,
}: {
  scope: Scope;
  onScope: (scope: Scope) => void;
}) => {
  const name = useId();
  return (
    <fieldset className="scope">
      <legend>This task repeats. Move</legend>
      {choices.map(([value, label]) => (
        <span key={value} className="check">
          <input
            id={`${name}-${value}`}
            type="radio"
            name={name}
            checked={scope === value}
            onChange={() => onScope(value)}
          />
          <label htmlFor={`${name}-${value}`}>{label}</label>
        </span>
      ))}
    </fieldset>
  );
};
