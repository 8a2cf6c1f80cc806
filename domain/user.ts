// What a person is to the system: their settings.
import * as z from "zod";
import { Id, Instant } from "./ids.ts";
import { StoredSettings } from "./settings.ts";

/** A person as their `UserActor` holds them. `version` counts changes of the settings; 0 is one who never changed any. */
export const User = z.object({
  id: Id,
  settings: StoredSettings,
  version: z.int().min(0),
  createdAt: Instant,
  updatedAt: Instant,
});
export type User = z.infer<typeof User>;
