// The reminders that were told and not seen yet, as cards over the page; also in the page's title and, while it is hidden, as notifications.
// Called by home.tsx.
import { useEffect, useMemo, useState } from "react";
import { openAlerts, tellingOf, titleFor } from "../../store/alerts.ts";
import { titleOf } from "../../places/place.ts";
import { useAppState, useWorkspace } from "../context.ts";
import { useWhere } from "../where.ts";
import { AlertCard } from "./card.tsx";
import { useNotifications } from "./use-notifications.ts";
import { alertsWords } from "../../words/alerts.ts";

/** More at once than these wait behind a button. */
const shownCount = 3;

export const AlertCards = ({ onShow }: { onShow: (taskId: string) => void }) => {
  const { reminderWishes } = useWorkspace();
  const { alerts, hushed, connection } = useAppState();
  // What was told at the last visit may have been seen elsewhere since: the line says so in a moment.
  const isKnown = connection !== "connecting";
  const [all, setAll] = useState(false);
  const open = useMemo(
    () => (isKnown ? openAlerts({ alerts, hushed }) : []),
    [alerts, hushed, isKnown],
  );
  const shown = all ? open : open.slice(0, shownCount);

  const { place } = useWhere();
  const list = place.is === "all" ? "" : titleOf(place);
  useEffect(() => {
    document.title = titleFor(open.length, list);
    return () => {
      document.title = titleFor(0);
    };
  }, [open.length, list]);
  useNotifications(open, onShow);

  if (open.length === 0) return null;
  return (
    <section className="alerts" aria-label={alertsWords.list}>
      {shown.map((alert) => (
        <AlertCard key={tellingOf(alert)} alert={alert} onShow={onShow} />
      ))}
      {open.length > 1 && (
        <div className="alerts__all">
          {open.length > shownCount && (
            <button className="button button--small" type="button" onClick={() => setAll(!all)}>
              {all ? alertsWords.fewer : alertsWords.more(open.length - shownCount)}
            </button>
          )}
          <button
            className="button button--small"
            type="button"
            onClick={() => open.forEach((alert) => void reminderWishes.dismiss(alert))}
          >
            {alertsWords.dismissAll}
          </button>
        </div>
      )}
    </section>
  );
};
