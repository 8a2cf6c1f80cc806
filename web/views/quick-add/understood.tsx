// What the line is understood as: a chip for each piece, and one line to check. Called by quick-add.tsx.
import { useEffect, useState } from "react";
import type { Token } from "../../../domain/language/quick-add.ts";
import { type Chip, chipsOf, nameOf } from "../../quick-add/chips.ts";
import { Icon, type IconName } from "../icon.tsx";
import type { QuickAddState } from "./use-quick-add.ts";
import { quickAddWords } from "../../words/quick-add.ts";

const icons: Record<Token["kind"], IconName> = {
  due: "clock",
  deadline: "calendar",
  duration: "length",
  priority: "flag",
  tag: "tag",
  project: "folder",
  section: "list",
  assignee: "person",
  reminder: "bell",
  recurrence: "repeat",
};

type ChipProps = { chip: Chip; onToggle: (chip: Chip) => void };

const ReadChip = ({ chip, onToggle }: ChipProps) => (
  <button
    className="chip chip--read"
    type="button"
    aria-pressed={!chip.plain}
    aria-label={nameOf(chip)}
    title={chip.plain ? quickAddWords.plain : quickAddWords.read}
    // The line keeps the focus, so that one can go on typing.
    onMouseDown={(event) => event.preventDefault()}
    onClick={() => onToggle(chip)}
  >
    {chip.kinds[0] !== undefined && <Icon name={icons[chip.kinds[0]]} />}
    {chip.text}
  </button>
);

/** How long nothing must be typed before the line is read out, ms. */
const calmMs = 900;

/** The explanation for those who hear the page: not with every key. */
const Spoken = ({ text }: { text: string }) => {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), calmMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <output className="unseen" aria-live="polite">
      {said}
    </output>
  );
};

export const Understood = ({ state }: { state: QuickAddState }) => {
  const { shown, reading, problem, toggle } = state;
  const chips = reading === null ? [] : chipsOf(shown, reading.tokens);
  const text = reading?.problem === null ? reading.explanation : "";
  return (
    <>
      <Spoken text={text} />
      {reading !== null && (chips.length > 0 || problem !== null) && (
        <div className="quick-add__understood">
          {chips.length > 0 && (
            <ul className="quick-add__chips" aria-label={quickAddWords.understood}>
              {chips.map((chip) => (
                <li key={chip.start}>
                  <ReadChip chip={chip} onToggle={toggle} />
                </li>
              ))}
            </ul>
          )}
          {problem === null ? (
            <p className="quick-add__said">{text === "" ? quickAddWords.untitled : text}</p>
          ) : (
            <p className="error" role="alert">
              {problem}
            </p>
          )}
        </div>
      )}
    </>
  );
};
