// A change of settings on its way to the tasks, as it is stored. Used by the statements beside it.
import type { Origin } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";

/** `settingsVersion` is that of the person when it began. `after` is the last task that was told; `done` of `tasks` have been, and `moved` reminders are told at another time. */
export type Retime = {
  id: Id;
  userId: Id;
  origin: Omit<Origin, "commandId">;
  isBegun: boolean;
  settingsVersion: number;
  after: Id | null;
  tasks: number;
  done: number;
  moved: number;
  isFinished: boolean;
};

export const columns = `id, user_id as "userId", origin, begun_at is not null as "isBegun", settings_version as "settingsVersion", after, tasks, done, moved,
  finished_at is not null as "isFinished"`;

/** Whoever has taken one up and says nothing for so long is dead. */
export const lease = "interval '30 seconds'";
