// Tells people who listen what changed on another device, and lets each highlight end. Called by home.tsx.
import { useEffect } from "react";
import type { Arrival } from "../store/state.ts";
import { useAppState, useWorkspace } from "./context.ts";

/** As long as the highlight in style.css. */
const highlightMs = 2_400;

const verbs: Record<string, string> = {
  "punctual.task.created.v1": "was added",
  "punctual.task.completed.v1": "was completed",
  "punctual.task.reopened.v1": "was opened again",
  "punctual.task.deleted.v1": "was moved to the trash",
  "punctual.task.restored.v1": "was restored",
};

const Announcement = ({ arrival }: { arrival: Arrival }) => {
  const { store } = useWorkspace();
  const { eventId, title, change } = arrival;
  useEffect(() => {
    const end = (): void => store.dispatch({ type: "arrival_shown", eventId });
    const timer = setTimeout(end, highlightMs);
    return () => clearTimeout(timer);
  }, [store, eventId]);
  return (
    <p>
      “{title}” {verbs[change] ?? "was changed"} elsewhere.
    </p>
  );
};

export const Arrivals = () => {
  const { arrivals } = useAppState();
  return (
    <div className="unseen" role="log" aria-label="Changes from elsewhere">
      {arrivals.map((arrival) => (
        <Announcement key={arrival.eventId} arrival={arrival} />
      ))}
    </div>
  );
};
