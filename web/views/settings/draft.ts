// The settings as the form holds them, and what it changes. Pure; called by drawer.tsx.
import type { DayParts, Settings } from "../../../domain/settings.ts";
import { equal, type Values } from "../../drafts/three-way.ts";
import { settingsWords } from "../../words/settings.ts";

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

/** What a setting is called. */
export const sayName = (name: string): string => {
  const { names, dayParts }: Record<"names" | "dayParts", Record<string, string>> = settingsWords;
  return (name.startsWith(partOf) ? dayParts[name.slice(partOf.length)] : names[name]) ?? name;
};

/** A setting's value in a few words. */
export const saySetting = (name: string, value: unknown): string => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return settingsWords.none;
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object") return Object.values(value).join("–");
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return name === "defaultLeadMinutes" ? settingsWords.reminding.before(`${text} min`) : text;
};

/** What is wrong before the server is asked, at which field. */
export const settingsProblem = (settings: Settings): { field: string; message: string } | null => {
  if (settings.channels.includes("webhook") && settings.webhookUrl === null)
    return {
      field: "webhookUrl",
      message: settingsWords.wrong.webhook,
    };
  const quiet = settings.quietHours;
  if (quiet && quiet.from === quiet.to)
    return { field: "quietHours", message: settingsWords.wrong.quiet };
  return null;
};
