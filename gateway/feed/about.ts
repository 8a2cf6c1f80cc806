// What a message of the feed is about, as the ring tells one thing from another. Used by feed.ts and the sockets' greeting.
import type { Id } from "../../domain/ids.ts";
import type { Alert } from "../../domain/reminder.ts";

/** Kinds are apart, and a reminder is of its task: a caller may have chosen one id for two things. */
export const about = {
  task: (id: Id): string => `task ${id}`,
  alert: ({ taskId, id }: Pick<Alert, "taskId" | "id">): string => `alert ${taskId} ${id}`,
  notice: (id: Id): string => `notice ${id}`,
  turn: (id: Id): string => `turn ${id}`,
  directory: (): string => "directory",
};
