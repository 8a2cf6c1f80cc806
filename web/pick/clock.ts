// A clock time as people type it. Pure; called by views/pick.
const pattern = /^(\d{1,2})(?:[:.h]?([0-5]\d))?(?::([0-5]\d))?\s*(?:([ap])\.?m?\.?|h|uhr)?$/i;

/** `HH:MM` (with seconds where they were typed) of `9`, `9:30`, `0930`, `9.30pm`, `21h`; null where it is no time. Empty: "". */
export const readClock = (text: string): string | null => {
  const typed = text.trim();
  if (typed === "") return "";
  const [, hours, minutes = "00", seconds, half] = pattern.exec(typed) ?? [];
  if (hours === undefined) return null;
  const hour = hourOf(Number(hours), half?.toLowerCase());
  if (hour === null) return null;
  const at = `${String(hour).padStart(2, "0")}:${minutes}`;
  return seconds === undefined || seconds === "00" ? at : `${at}:${seconds}`;
};

const hourOf = (hour: number, half: string | undefined): number | null => {
  if (half === undefined) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "p" ? 12 : 0);
};
