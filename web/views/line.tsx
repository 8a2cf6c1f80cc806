// How fresh the page is: live, coming back, or without a line, and how much waits to be sent. Called by header.tsx.
import type { Connection } from "../store/state.ts";
import { useAppState } from "./context.ts";

const words: Record<Connection, string> = {
  connecting: "Connecting…",
  live: "Live",
  reconnecting: "Reconnecting…",
  offline: "Offline",
  outdated: "Reload the page",
};

const explanations: Record<Connection, string> = {
  connecting: "Opening the line to the server.",
  live: "Changes on your other devices show here at once.",
  reconnecting: "The line to the server was lost. Trying again; what you see may be a little old.",
  offline: "This device is offline. What you see may be old.",
  outdated: "Punctual has been updated. Reload the page to go on.",
};

/** All is well: the line is live and what is wished goes through. Then there is a dot to look at, and words for those who listen. */
export const Line = () => {
  const { connection, pending, stalled } = useAppState();
  const waiting = connection === "live" && !stalled ? 0 : pending.length;
  const isQuiet = connection === "live" && waiting === 0;
  const kept = waiting === 0 ? "" : " What you change is kept and sent when it is back.";
  return (
    <output
      className={`line line--${waiting > 0 && connection === "live" ? "reconnecting" : connection}${isQuiet ? " line--quiet" : ""}`}
      title={explanations[connection] + kept}
    >
      <span className="line__dot" aria-hidden="true" />
      <span className={isQuiet ? "unseen" : undefined}>{words[connection]}</span>
      {waiting > 0 && <span>{`${waiting} waiting`}</span>}
    </output>
  );
};
