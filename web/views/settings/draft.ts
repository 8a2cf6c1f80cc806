// The settings as the form holds them, and what it changes. Pure; called by drawer.tsx.
import type { DayParts, Settings } from "../../../domain/settings.ts";
import { equal, type Values } from "../../drafts/three-way.ts";

const fields = [
  "timeZone",
  "locale",
  "weekStart",
  "dayTime",
  "dayParts",
  "quietHours",
  "channels",
  "defaultLeadMinutes",
  "digestTime",
  "webhookUrl",
] as const satisfies (keyof Settings)[];

/** The fields that differ, no others. */
export const settingsChanges = (before: Settings, after: Settings): Partial<Settings> =>
  Object.fromEntries(
    fields.flatMap((field) => (equal(before[field], after[field]) ? [] : [[field, after[field]]])),
  );

const partOf = "dayParts.";

/** The settings by what is changed, and can collide, as a whole: each part of the day for itself. */
export const bySetting = ({ dayParts, ...settings }: Settings): Values => ({
  ...settings,
  ...Object.fromEntries(Object.entries(dayParts).map(([part, time]) => [`${partOf}${part}`, time])),
});

/** The settings that such values make. */
export const fromValues = (values: Values): Settings => {
  const entries = Object.entries(values);
  const isPart = ([name]: [string, unknown]): boolean => name.startsWith(partOf);
  const dayParts = entries.filter(isPart).map(([name, time]) => [name.slice(partOf.length), time]);
  const others = Object.fromEntries(entries.filter((entry) => !isPart(entry)));
  return { ...others, dayParts: Object.fromEntries(dayParts) as DayParts } as Settings;
};

const labels: Record<string, string> = {
  timeZone: "Time zone",
  locale: "Language",
  weekStart: "Week begins on",
  dayTime: "A full day reminds at",
  quietHours: "Quiet hours",
  channels: "Channels",
  defaultLeadMinutes: "A task with a time reminds",
  digestTime: "Daily summary at",
  webhookUrl: "Webhooks go to",
};

/** What a setting is called. */
export const sayName = (name: string): string => {
  const part = name.startsWith(partOf) ? name.slice(partOf.length) : null;
  return part === null ? (labels[name] ?? name) : part.charAt(0).toUpperCase() + part.slice(1);
};

/** A setting's value in a few words. */
export const saySetting = (name: string, value: unknown): string => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return "none";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object") return Object.values(value).join("–");
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return name === "defaultLeadMinutes" ? `${text} min before` : text;
};

/** What the page says after a change: `Settings saved. 3 reminders moved.` */
export const saySaved = (moved: number | undefined): string => {
  if (!moved) return "Settings saved.";
  return `Settings saved. ${moved} ${moved === 1 ? "reminder now comes" : "reminders now come"} at another time.`;
};

/** What is wrong before the server is asked, at which field. */
export const settingsProblem = (settings: Settings): { field: string; message: string } | null => {
  if (settings.channels.includes("webhook") && settings.webhookUrl === null)
    return {
      field: "webhookUrl",
      message: "Say where webhooks go, such as https://example.org/hook.",
    };
  const quiet = settings.quietHours;
  if (quiet && quiet.from === quiet.to)
    return { field: "quietHours", message: "Quiet hours must not end when they begin." };
  return null;
};
