// How fresh the page is: live, coming back, or without a line, and how much waits to be sent. Called by header.tsx.
import { useAppState } from "./context.ts";
import { lineWords } from "../words/line.ts";

/** All is well: the line is live and what is wished goes through. Then there is a dot to look at, and words for those who listen. */
export const Line = () => {
  const { connection, pending, stalled } = useAppState();
  const waiting = connection === "live" && !stalled ? 0 : pending.length;
  const isQuiet = connection === "live" && waiting === 0;
  const kept = waiting === 0 ? "" : lineWords.isKept;
  return (
    <output
      className={`line line--${waiting > 0 && connection === "live" ? "reconnecting" : connection}${isQuiet ? " line--quiet" : ""}`}
      title={lineWords.explanations[connection] + kept}
    >
      <span className="line__dot" aria-hidden="true" />
      <span className={isQuiet ? "unseen" : undefined}>{lineWords.states[connection]}</span>
      {waiting > 0 && <span>{lineWords.waiting(waiting)}</span>}
    </output>
  );
};
