// The reminders that were told and not seen yet, as this page knows them. Pure; called by frames.ts, reduce.ts and the views.
import type { Alert } from "../../domain/reminder.ts";
import type { State } from "./state.ts";

/** The newest word on each notification, those that are over included: a late message cannot bring one back. */
export type Alerts = ReadonlyMap<string, Alert>;

/** A reminder is known by its task and its id: two tasks may have one id. */
const keyOf = ({ taskId, id }: Pick<Alert, "taskId" | "id">): string => `${taskId}/${id}`;

type Copy = Pick<State, "alerts" | "hushed">;

/** The alerts with other words on some. The same or an older word changes nothing. However many they are, the alerts are copied once. */
export const applyAlerts = (alerts: Alerts, words: readonly Alert[]): Alerts => {
  let next: Map<string, Alert> | null = null;
  for (const alert of words) {
    if (alert.sequence <= ((next ?? alerts).get(keyOf(alert))?.sequence ?? 0)) continue;
    next ??= new Map(alerts);
    next.set(keyOf(alert), alert);
  }
  return next ?? alerts;
};

/** The alerts after a snapshot, which holds all that are told and not seen: one that is not in it was seen elsewhere. */
export const applyAlertSnapshot = (alerts: Alerts, snapshot: readonly Alert[]): Alerts => {
  const over = [...alerts].filter(([, { state }]) => state !== "fired");
  const known = new Map(alerts);
  const newest = snapshot.map((alert) => {
    const mine = known.get(keyOf(alert));
    return mine && mine.sequence > alert.sequence ? mine : alert;
  });
  return applyAlerts(new Map(over), newest);
};

/** Names one telling of a reminder, so that hiding it does not hide the next. */
export const tellingOf = (alert: Pick<Alert, "taskId" | "id" | "sequence">): string =>
  `${keyOf(alert)}/${alert.sequence}`;

/** What to show: told, not seen, and not just dismissed here; the newest first. */
export const openAlerts = ({ alerts, hushed }: Copy): Alert[] =>
  [...alerts.values()]
    .filter((alert) => alert.state === "fired" && !hushed.has(tellingOf(alert)))
    .toSorted((a, b) => (b.firedAt ?? "").localeCompare(a.firedAt ?? ""));

/** The hushed tellings with one more, or one fewer. */
export const hush = (
  hushed: ReadonlySet<string>,
  telling: string,
  isHidden: boolean,
): ReadonlySet<string> => {
  const next = new Set(hushed);
  if (isHidden) next.add(telling);
  else next.delete(telling);
  return next;
};

/** The page's title: how many reminders wait to be seen goes first, where a narrow tab shows it; then the list one is in, unless it is the first. */
export const titleFor = (count: number, list = ""): string =>
  `${count === 0 ? "" : `(${count}) `}${list === "" ? "" : `${list} · `}Punctual`;
