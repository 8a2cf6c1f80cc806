// The settings that give a person's words and dates a meaning and say how they are reminded. Owned by their UserActor.
import * as z from "zod";
import { Channels } from "./reminder.ts";
import { Zone } from "./when.ts";

/** A clock time, `HH:MM`. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a clock time such as 09:00");
export type ClockTime = z.infer<typeof ClockTime>;

/** From when to when nothing but reminders of priority 1 is told; over midnight when `from` is later than `to`. */
export const QuietHours = z
  .strictObject({ from: ClockTime, to: ClockTime })
  .refine(({ from, to }) => from !== to, { error: "must not end when they begin" });
export type QuietHours = z.infer<typeof QuietHours>;

/** What "in the morning" and the like mean. */
export const DayParts = z.strictObject({
  morning: ClockTime,
  noon: ClockTime,
  afternoon: ClockTime,
  evening: ClockTime,
  tonight: ClockTime,
  night: ClockTime,
});
export type DayParts = z.infer<typeof DayParts>;

/**
 * What a person may set. `weekStart` is an ISO weekday, 1 = Monday. `dayTime`: when a full-day task reminds. `channels`: how
 * they are reminded beside the app. `defaultLeadMinutes`: a task with a clock time made on the page or in the chat
 * reminds this long before (null: not by itself). `digestTime`: when the day's tasks are told (null: never).
 * `webhookUrl`: where the channel webhook posts.
 */
export const Settings = z.strictObject({
  timeZone: Zone,
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language tag such as en-GB")
    .max(35),
  weekStart: z.int().min(1).max(7),
  dayTime: ClockTime,
  dayParts: DayParts,
  quietHours: QuietHours.nullable(),
  channels: Channels,
  defaultLeadMinutes: z
    .int()
    .min(0)
    .max(7 * 24 * 60)
    .nullable(),
  digestTime: ClockTime.nullable(),
  webhookUrl: z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .max(2_000)
    .nullable(),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  timeZone: "UTC",
  locale: "en",
  weekStart: 1,
  dayTime: "09:00",
  dayParts: {
    morning: "09:00",
    noon: "12:00",
    afternoon: "15:00",
    evening: "19:00",
    tonight: "20:00",
    night: "22:00",
  },
  quietHours: null,
  channels: [],
  defaultLeadMinutes: 0,
  digestTime: null,
  webhookUrl: null,
};

/** Settings as they were stored, perhaps before some of them existed. */
export const StoredSettings = z.preprocess(
  (stored) =>
    typeof stored === "object" && stored !== null ? { ...defaultSettings, ...stored } : stored,
  Settings,
);

/**
 * What a task has to know of its owner: what gives its wall clocks an instant and says how it reminds. A copy; the one
 * with the higher `version` (of the person's settings) is right.
 */
export const Owner = z.object({
  version: z.int().min(0),
  timeZone: Zone,
  dayTime: ClockTime,
  quietHours: QuietHours.nullable(),
  channels: Channels,
});
export type Owner = z.infer<typeof Owner>;

/** A person's settings as their tasks keep them. */
export const ownerOf = (user: { version: number; settings: Settings }): Owner => ({
  version: user.version,
  timeZone: user.settings.timeZone,
  dayTime: user.settings.dayTime,
  quietHours: user.settings.quietHours,
  channels: user.settings.channels,
});

/** The owner of whom nothing is known yet. */
export const unknownOwner: Owner = ownerOf({ version: 0, settings: defaultSettings });
