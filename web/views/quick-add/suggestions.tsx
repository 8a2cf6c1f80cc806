// The names that go on from what is typed behind #, /, @ or +. Called by input.tsx.
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a datalist shows nothing at a caret in the middle of a line; the roles are those of the ARIA combobox */
import type { Suggestion } from "../../quick-add/complete.ts";
import { Icon, type IconName } from "../icon.tsx";
import { quickAddWords } from "../../words/quick-add.ts";

const icons: Record<Suggestion["kind"], IconName> = {
  project: "folder",
  section: "list",
  tag: "tag",
  person: "person",
};

export const listId = "quick-add-names";
/** The id of the option at a place. */
export const optionId = (at: number): string => `${listId}-${at}`;

type Props = { all: Suggestion[]; active: number; onPick: (suggestion: Suggestion) => void };

export const Suggestions = ({ all, active, onPick }: Props) => (
  <div className="suggestions" id={listId} role="listbox" aria-label={quickAddWords.names}>
    {all.map((suggestion, at) => (
      <button
        key={`${suggestion.kind} ${suggestion.name}`}
        id={optionId(at)}
        className="suggestion"
        type="button"
        role="option"
        tabIndex={-1}
        aria-selected={at === active}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onPick(suggestion)}
      >
        <Icon name={icons[suggestion.kind]} />
        {suggestion.name}
        <span className="suggestion__kind">{quickAddWords.kinds[suggestion.kind]}</span>
      </button>
    ))}
  </div>
);
