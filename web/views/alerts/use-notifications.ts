// Tells the browser's person of reminders while the page is out of sight, if they allowed it. Called by cards.tsx.
import { useEffect, useEffectEvent, useRef } from "react";
import type { Alert } from "../../../domain/reminder.ts";
import { tellingOf } from "../../store/alerts.ts";
import { sayAlertTime, sayLate } from "../../say/reminder.ts";
import { useWorkspace } from "../context.ts";

const isAllowed = (): boolean =>
  "Notification" in globalThis && Notification.permission === "granted";

/** The same name as the service worker gives its own: whoever comes second replaces the first, and one telling is one notification. */
const tagOf = ({ taskId, firedAt }: Alert): string => `${taskId}/${firedAt ?? ""}`;

/** Shows a notification for each alert that comes while the page is hidden, and takes it back when the alert is seen. */
export const useNotifications = (
  open: readonly Alert[],
  onShow: (taskId: string) => void,
): void => {
  const { settings } = useWorkspace();
  const shown = useRef(new Map<string, Notification>());
  const known = useRef(new Set<string>());

  const tell = useEffectEvent((alert: Alert): Notification | null => {
    const reader = { zone: settings.timeZone, locale: settings.locale, at: new Date() };
    const body = [sayAlertTime(alert, reader), sayLate(alert.lateByMs)]
      .filter((part) => part !== null)
      .join(", ");
    try {
      const notification = new Notification(alert.title, { body, tag: tagOf(alert) });
      notification.addEventListener("click", () => {
        window.focus();
        onShow(alert.taskId);
        notification.close();
      });
      return notification;
    } catch {
      return null; // phones allow them to service workers only: those have the channel push
    }
  });

  useEffect(() => {
    const tellings = new Set(open.map(tellingOf));
    for (const alert of open) {
      const telling = tellingOf(alert);
      if (known.current.has(telling)) continue;
      known.current.add(telling);
      if (document.visibilityState === "visible" || !isAllowed()) continue;
      const notification = tell(alert);
      if (notification) shown.current.set(telling, notification);
    }
    for (const [telling, notification] of shown.current) {
      if (tellings.has(telling)) continue;
      notification.close();
      shown.current.delete(telling);
    }
  }, [open]);
};
