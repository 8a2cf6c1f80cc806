// The rules of a person's settings. Pure. Called by UserActor.
import type { UserPatch } from "../../domain/command.ts";
import { diff, type UserEventType } from "../../domain/event.ts";
import type { Changes } from "../../domain/changes.ts";
import type { Id } from "../../domain/ids.ts";
import { refuse, type Refused } from "../../domain/result.ts";
import { defaultSettings } from "../../domain/settings.ts";
import type { User } from "../../domain/user.ts";

/** The refusal of a change that was meant for other settings than there are now; null when it was not. */
export const refuseOutdated = (user: User, { expectedVersion }: UserPatch): Refused | null =>
  expectedVersion === undefined || expectedVersion === user.version
    ? null
    : refuse(
        "version_mismatch",
        `the settings have changed: their version is ${user.version}, not ${expectedVersion}`,
        { currentVersion: user.version },
      );

export type UserDecision = { user: User; event: { type: UserEventType; changes: Changes } | null };

/** A person nobody has heard of yet: the default settings, version 0. */
export const newUser = (id: Id, now: Date): User => ({
  id,
  settings: defaultSettings,
  version: 0,
  createdAt: now.toISOString(),
  updatedAt: now.toISOString(),
});

/** Changes the named settings. The first change of a person registers them, even where it names only defaults. */
export const decide = (user: User, command: UserPatch, now: Date): UserDecision => {
  const named = Object.entries(command.changes).filter(([, value]) => value !== undefined);
  const settings = { ...user.settings, ...Object.fromEntries(named) };
  const isNew = user.version === 0;
  const changes = diff(isNew ? null : user.settings, settings);
  if (Object.keys(changes).length === 0) return { user, event: null };
  const next = { ...user, settings, version: user.version + 1, updatedAt: now.toISOString() };
  return {
    user: next,
    event: { type: isNew ? "punctual.user.registered.v1" : "punctual.user.changed.v1", changes },
  };
};
