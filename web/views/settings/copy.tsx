// A text that is meant to be taken elsewhere, with a button that copies it. Called by assistants.tsx and tokens.tsx.
import { useEffect, useState } from "react";
import { channelsWords } from "../../words/channels.ts";

type Props = { label: string; text: string };

const shownMs = 2_500;

/** The text stays selectable: over plain http browsers give a page no clipboard. */
export const Copyable = ({ label, text }: Props) => {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(channelsWords.copy.done);
    } catch {
      setSaid(channelsWords.copy.byHand);
    }
  };
  return (
    <div className="secret">
      <output className="secret__text" aria-label={label}>
        {text}
      </output>
      <p className="secret__copy">
        <button
          className="link"
          type="button"
          aria-label={channelsWords.copy.what(label)}
          onClick={() => void copy()}
        >
          {channelsWords.copy.do}
        </button>
        <output className="hint">{said}</output>
      </p>
    </div>
  );
};
