// Where others have changed the same as this person: both values, to choose from. Called by the forms of a task and of the settings.
import { wishesWords } from "../words/wishes.ts";

/** One field with both values in words. */
export type Both = { name: string; label: string; mine: string; theirs: string };

type Props = {
  all: readonly Both[];
  legend?: string;
  onKeep: (name: string) => void;
  onTake: (name: string) => void;
};

export const Conflicts = ({ all, legend, onKeep, onTake }: Props) => {
  const words = wishesWords.conflicts;
  return all.length === 0 ? null : (
    <fieldset className="conflicts">
      <legend>{legend ?? words.title}</legend>
      <ul>
        {all.map(({ name, label, mine, theirs }) => (
          <li key={name} className="conflict">
            <span className="conflict__field">{label}</span>
            {(
              [
                [words.mine, mine, words.keep, onKeep],
                [words.theirs, theirs, words.take, onTake],
              ] as const
            ).map(([whose, value, verb, choose]) => (
              <div key={whose} className="conflict__side">
                <span className="conflict__whose">{whose}</span>
                <span className="conflict__value">{value}</span>
                <button
                  className="button button--small"
                  type="button"
                  aria-label={`${verb}: ${label}`}
                  onClick={() => choose(name)}
                >
                  {verb}
                </button>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </fieldset>
  );
};
