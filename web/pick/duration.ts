// How long a task takes, as people type it and as it is said. Pure; called by drafts/ and views/panel.
const pattern =
  /^(?:(\d{1,4}(?:[.,]\d)?)\s*(?:h|hrs?|hours?|std|stunden?)\.?)?\s*(?:(\d{1,6})\s*(?:m|mins?|minutes?|minuten?)?\.?)?$/i;
const most = 60 * 24 * 365;

/** Minutes of `90`, `45 min`, `1h30`, `1:30`, `1.5h`; null for an empty text, undefined where it is no length. */
export const readDuration = (text: string): number | null | undefined => {
  const typed = text.trim().replace(/^(\d{1,4}):([0-5]\d)$/, "$1h$2");
  if (typed === "") return null;
  const [found, hours, minutes] = pattern.exec(typed) ?? [];
  if (found === undefined) return undefined;
  const length = Number((hours ?? "0").replace(",", ".")) * 60 + Number(minutes ?? 0);
  return length >= 1 && length <= most ? Math.round(length) : undefined;
};

/** `45 min`, `1 h`, `1 h 30 min`; it reads as the same length again. */
export const sayDuration = (minutes: number | null): string => {
  if (minutes === null) return "";
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(" ");
};
