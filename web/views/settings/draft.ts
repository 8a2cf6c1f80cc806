// The settings as the form holds them, and what it changes. Pure; called by drawer.tsx.
import type { Settings } from "../../../domain/settings.ts";

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
    fields.flatMap((field) =>
      JSON.stringify(before[field]) === JSON.stringify(after[field]) ? [] : [[field, after[field]]],
    ),
  );

/** What the page says after a change: `Settings saved. 3 reminders moved.` */
export const saySaved = (moved: number | undefined): string => {
  if (!moved) return "Settings saved.";
  return `Settings saved. ${moved} ${moved === 1 ? "reminder is" : "reminders are"} told at another moment now.`;
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
