// One told reminder: what, since when, and what to do about it. Called by cards.tsx.
import { useId, useState } from "react";
import type { Alert } from "../../../domain/reminder.ts";
import { sayAlertTime, sayLate } from "../../say/reminder.ts";
import { useNow, useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { SnoozeMenu } from "./snooze.tsx";
import { sharedWords } from "../../words/shared.ts";
import { alertsWords } from "../../words/alerts.ts";

type Props = { alert: Alert; onShow: (taskId: string) => void };

export const AlertCard = ({ alert, onShow }: Props) => {
  const { reminderWishes, settings } = useWorkspace();
  const { at } = useNow();
  const [later, setLater] = useState(false);
  const menuId = useId();
  const late = sayLate(alert.lateByMs);
  const reader = { zone: settings.timeZone, locale: settings.locale, at };
  return (
    <article className="alert" role="alert">
      <div className="alert__head">
        <Icon name="bell" />
        <div className="alert__what">
          <button className="alert__title" type="button" onClick={() => onShow(alert.taskId)}>
            {alert.title}
          </button>
          <p className="alert__when">
            <time dateTime={alert.scheduledFor ?? undefined}>{sayAlertTime(alert, reader)}</time>
            {late !== null && <span className="alert__late"> · {late}</span>}
          </p>
        </div>
      </div>
      <div className="alert__actions">
        <button
          className="button button--primary button--small"
          type="button"
          onClick={() => void reminderWishes.done(alert)}
        >
          {sharedWords.done}
        </button>
        <button
          className="button button--small"
          type="button"
          aria-expanded={later}
          aria-controls={menuId}
          onClick={() => setLater(!later)}
        >
          {alertsWords.snooze}
        </button>
        <button
          className="button button--small"
          type="button"
          onClick={() => void reminderWishes.dismiss(alert)}
        >
          {alertsWords.dismiss}
        </button>
      </div>
      {later && <SnoozeMenu id={menuId} alert={alert} onClose={() => setLater(false)} />}
    </article>
  );
};
