// The settings that give a person's words and dates a meaning. Owned by their UserActor.
import * as z from "zod";
import { Zone } from "./when.ts";

/** What a person may set. `weekStart` is an ISO weekday, 1 = Monday. */
export const Settings = z.strictObject({
  timeZone: Zone,
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language tag such as en-GB")
    .max(35),
  weekStart: z.int().min(1).max(7),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = { timeZone: "UTC", locale: "en", weekStart: 1 };
