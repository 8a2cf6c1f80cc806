// Who is connected to this gateway, and who follows the feed. Filled by handler.ts, used by listener.ts.
import type { Id } from "../../domain/ids.ts";
import type { Connection } from "./connection.ts";

export type Hub = {
  /** Knows a connection from its first moment until `remove`. */
  add(connection: Connection): void;
  remove(connection: Connection): void;
  /** From now on the connection gets its user's updates. */
  follow(connection: Connection, userId: Id): void;
  /** Sends a frame to every following connection of these users; to how many it went. */
  deliver(audience: readonly Id[], text: string): number;
  all(): Connection[];
  /** Those that follow the feed. */
  following(): Connection[];
};

export const createHub = (): Hub => {
  const known = new Set<Connection>();
  const byUser = new Map<Id, Set<Connection>>();

  return {
    add: (connection) => void known.add(connection),
    remove: (connection) => {
      known.delete(connection);
      const userId = connection.session()?.userId;
      if (userId === undefined) return;
      const mine = byUser.get(userId);
      mine?.delete(connection);
      if (mine?.size === 0) byUser.delete(userId);
    },
    follow: (connection, userId) => {
      if (!known.has(connection)) return; // it closed while it was being greeted
      const mine = byUser.get(userId) ?? new Set();
      byUser.set(userId, mine.add(connection));
    },
    deliver: (audience, text) =>
      [...new Set(audience)]
        .flatMap((userId) => [...(byUser.get(userId) ?? [])])
        .filter((connection) => connection.send(text)).length,
    all: () => [...known],
    following: () => [...byUser.values()].flatMap((mine) => [...mine]),
  };
};
