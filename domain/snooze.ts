// Until when the usual snoozes last (semantics: Reminders). Pure. Used by POST /reminders/{id}/snooze.
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { Settings } from "./settings.ts";
import { toInstant, toLocal } from "./time.ts";

/** The snoozes that have a name. `evening` is the next one, `tomorrow` the morning of tomorrow, by the person's settings. */
export const SnoozePreset = z.enum(["10m", "1h", "evening", "tomorrow"], {
  error: "must be 10m, 1h, evening or tomorrow",
});
export type SnoozePreset = z.infer<typeof SnoozePreset>;

/** The instant (with milliseconds) a snooze of that name lasts to. */
export const snoozedUntil = (
  preset: SnoozePreset,
  now: Date,
  { timeZone, dayParts }: Pick<Settings, "timeZone" | "dayParts">,
): string => {
  if (preset === "10m" || preset === "1h") {
    const minutes = preset === "10m" ? 10 : 60;
    return new Date(now.getTime() + minutes * 60_000).toISOString();
  }
  const today = Temporal.PlainDate.from(toLocal(now.toISOString(), timeZone).slice(0, 10));
  const on = (days: number, time: string): string =>
    toInstant(`${today.add({ days }).toString()}T${time}`, timeZone);
  if (preset === "tomorrow") return on(1, dayParts.morning);
  const evening = on(0, dayParts.evening);
  return Date.parse(evening) > now.getTime() ? evening : on(1, dayParts.evening);
};
