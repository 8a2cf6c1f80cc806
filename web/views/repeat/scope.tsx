// Asks what a moved date of a series is meant for: this date, or those after it too. It is saved when that is said. Called by editor.tsx.
import type { Scope } from "../../../domain/command.ts";
import { scope } from "../../words/panel.ts";

const choices: [Scope, string][] = [
  ["this", scope.this],
  ["following", scope.following],
];

export const ScopeField = ({ onScope }: { onScope: (scope: Scope) => void }) => (
  <fieldset className="scope">
    <legend>{scope.asks}</legend>
    {choices.map(([value, label]) => (
      <button
        key={value}
        className="button button--small"
        type="button"
        onClick={() => onScope(value)}
      >
        {label}
      </button>
    ))}
  </fieldset>
);
