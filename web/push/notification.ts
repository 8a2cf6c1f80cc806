// What a push becomes on the screen. Pure; called by sw.ts.
import type { Language } from "../words/language.ts";

/** As the gateway's channel sends it (consumers/notify/push.ts). */
type Push = { id: string; title: string; body: string; at: string; taskId?: string };

export type Shown = {
  title: string;
  body: string;
  tag: string;
  timestamp?: number;
  data: { taskId?: string };
};

const parse = (text: string): Partial<Push> => {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
};

/** A worker may fetch no words, and has this sentence only: for a push that says nothing. */
const unread: Record<Language, string> = { en: "Something is due.", de: "Etwas ist fällig." };

/**
 * The notification of a push; one that cannot be read becomes a plain one. An open page that is hidden gives the same telling the same
 * `tag` (views/alerts/use-notifications.ts), so that a person sees it once.
 */
export const readPush = (text: string, language: Language = "en"): Shown => {
  const { id, title, body, at, taskId } = parse(text);
  const toldAt = at === undefined ? Number.NaN : Date.parse(at);
  return {
    title: title ?? "Punctual",
    body: body ?? unread[language],
    tag: taskId === undefined ? (id ?? "punctual") : `${taskId}/${at ?? ""}`,
    ...(Number.isNaN(toldAt) ? {} : { timestamp: toldAt }),
    data: taskId === undefined ? {} : { taskId },
  };
};

/** Where a click leads when no page is open. */
export const linkOf = (taskId: string | null): string =>
  taskId === null ? "/" : `/task/${encodeURIComponent(taskId)}`;
