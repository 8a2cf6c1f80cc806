// Where entries lie until they have their answer: in IndexedDB, or in memory where there is none. Made by workspace.ts, used by outbox.ts.
import { allOf, type KeptDatabase } from "../database.ts";
import { type Entry, keyOf } from "./entry.ts";

/** A person's entries, shared by all tabs. Each resolves when it is done for good. */
export type Shelf = {
  all: () => Promise<Entry[]>;
  /** Whether it is kept as long as the shelf is, not the page alone. */
  put: (entry: Entry) => Promise<boolean>;
  remove: (key: string) => Promise<void>;
  clear: () => Promise<void>;
};

/** A shelf that ends with the page. */
export const memoryShelf = (kept: Map<string, Entry> = new Map()): Shelf => ({
  all: async () => [...kept.values()],
  put: async (entry) => kept.set(keyOf(entry), entry).has(keyOf(entry)),
  remove: async (key) => void kept.delete(key),
  clear: async () => kept.clear(),
});

/** The shelf of a person in this browser. */
export const browserShelf = (opened: () => Promise<KeptDatabase | null>, userId: string): Shelf => {
  const memory = memoryShelf();
  /** What cannot be written (a full disk, a browser that forbids it) lives as long as the page. */
  const on = async <T>(
    work: (database: KeptDatabase) => Promise<T>,
    otherwise: () => Promise<T>,
  ): Promise<T> => {
    const database = await opened();
    if (database === null) return otherwise();
    try {
      return await work(database);
    } catch {
      return otherwise();
    }
  };
  return {
    all: async () => [
      ...(await on(
        (database) => database.getAll("outbox", allOf(userId)),
        async () => [],
      )),
      ...(await memory.all()),
    ],
    put: (entry) =>
      on(
        async (database) => {
          await database.put("outbox", entry, [userId, keyOf(entry)]);
          return true;
        },
        async () => !(await memory.put(entry)),
      ),
    remove: async (key) => {
      await memory.remove(key);
      await on(
        (database) => database.delete("outbox", [userId, key]),
        async () => undefined,
      );
    },
    clear: async () => {
      await memory.clear();
      await on(
        (database) => database.delete("outbox", allOf(userId)),
        async () => undefined,
      );
    },
  };
};
