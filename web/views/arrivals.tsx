// Tells people who listen what changed on another device, and lets each highlight end. Called by home.tsx.
import { useEffect } from "react";
import type { Arrival } from "../store/state.ts";
import { useAppState, useWorkspace } from "./context.ts";
import { shellWords } from "../words/shell.ts";

/** As long as the highlight in style.css. */
const highlightMs = 2_400;

type Change = keyof typeof shellWords.elsewhere;

/** Events with words of their own; the others changed a task. */
const changes: Record<string, Change> = {
  "punctual.task.created.v1": "created",
  "punctual.task.completed.v1": "completed",
  "punctual.task.reopened.v1": "reopened",
  "punctual.task.deleted.v1": "deleted",
  "punctual.task.restored.v1": "restored",
};

const Announcement = ({ arrival }: { arrival: Arrival }) => {
  const { store } = useWorkspace();
  const { eventId, title, change } = arrival;
  useEffect(() => {
    const end = (): void => store.dispatch({ type: "arrival_shown", eventId });
    const timer = setTimeout(end, highlightMs);
    return () => clearTimeout(timer);
  }, [store, eventId]);
  return <p>{shellWords.elsewhere[changes[change] ?? "changed"](title)}</p>;
};

export const Arrivals = () => {
  const { arrivals } = useAppState();
  return (
    <div className="unseen" role="log" aria-label={shellWords.changesElsewhere}>
      {arrivals.map((arrival) => (
        <Announcement key={arrival.eventId} arrival={arrival} />
      ))}
    </div>
  );
};
