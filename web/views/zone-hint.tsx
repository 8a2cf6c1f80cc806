// Asks, once a visit, whether a person who is in another zone than their settings wants to change them. Called by home.tsx.
import { useState } from "react";
import type { Settings } from "../../domain/settings.ts";
import { newId, newTicket } from "../api/punctual.ts";
import { browserZone, sameZone } from "../time/zone.ts";
import { useWorkspace } from "./context.ts";
import { saySaved } from "../words/saved.ts";
import { shellWords } from "../words/shell.ts";

const city = (zone: string): string => zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;

export const ZoneHint = ({ onSettings }: { onSettings: (settings: Settings) => void }) => {
  const { settings, punctual, store } = useWorkspace();
  const [closed, setClosed] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const here = browserZone();
  if (closed || sameZone(here, settings.timeZone)) return null;

  const adopt = async (): Promise<void> => {
    const answer = await punctual.patchSettings({ timeZone: here }, newTicket());
    if (!answer.ok) return setProblem(answer.problem.message);
    const { remindersMoved, ...changed } = answer.value;
    onSettings(changed);
    if (remindersMoved)
      store.dispatch({
        type: "noticed",
        notice: { id: newId(), tone: "info", text: saySaved(remindersMoved) },
      });
  };
  return (
    <aside className="zone-hint" aria-label={shellWords.zone.label}>
      <span>{problem ?? shellWords.zone.differs(city(settings.timeZone), city(here))}</span>
      <button className="link" type="button" onClick={() => void adopt()}>
        {shellWords.zone.use(city(here))}
      </button>
      <button className="link" type="button" onClick={() => setClosed(true)}>
        {shellWords.zone.keep(city(settings.timeZone))}
      </button>
    </aside>
  );
};
