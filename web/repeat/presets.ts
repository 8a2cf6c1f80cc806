// The rules people choose most, made of the day a task is due. Pure; called by the repeat section of the editor.
import { type Repeat, repeatOf, sameRepeat, weekdayCodes } from "./rule.ts";

export const presetNames = [
  "daily",
  "workdays",
  "weekly",
  "monthly",
  "last-workday",
  "yearly",
] as const;
export type PresetName = (typeof presetNames)[number];

const workdays = "BYDAY=MO,TU,WE,TH,FR";

/** The ISO weekday of a day, 1 = Monday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** A preset for a task due on `day`. */
export const preset = (name: PresetName, day: string): Repeat => {
  const [, month, date] = day.split("-").map(Number);
  const made: Record<PresetName, Repeat> = {
    daily: repeatOf("DAILY"),
    workdays: repeatOf("WEEKLY", workdays),
    weekly: repeatOf("WEEKLY", `BYDAY=${weekdayCodes[weekdayOf(day) - 1]}`),
    monthly: repeatOf("MONTHLY", `BYMONTHDAY=${date}`),
    "last-workday": repeatOf("MONTHLY", `${workdays};BYSETPOS=-1`),
    yearly: repeatOf("YEARLY", `BYMONTH=${month};BYMONTHDAY=${date}`),
  };
  return made[name];
};

/** Which preset a rule is for a task due on `day`, or `custom`. */
export const presetOf = (repeat: Repeat, day: string): PresetName | "custom" =>
  presetNames.find((name) => sameRepeat(preset(name, day), repeat)) ?? "custom";

/** A rule after its task was moved to another day: "weekly on that day" means the new day. A rule of one's own stays. */
export const followDay = (repeat: Repeat | null, from: string, to: string): Repeat | null => {
  if (repeat === null || from === "" || to === "") return repeat;
  const name = presetOf(repeat, from);
  return name === "custom" ? repeat : preset(name, to);
};
