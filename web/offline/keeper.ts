// Keeps what the page shows, a moment after it changed and when the page goes out of sight. Made by workspace.ts.
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import type { State } from "../store/state.ts";
import type { Store } from "../store/store.ts";
import type { KeptPerson } from "./database.ts";
import type { Changed } from "./kept.ts";

/** Behind a burst of changes one write is enough. */
const pauseMs = 250;
/** As many turns as one reads without scrolling far. */
const mostTurns = 30;

/** Which version of each task is kept. */
type Versions = Map<Id, number>;

const changedTasks = (kept: Versions, tasks: ReadonlyMap<Id, Task>): Omit<Changed, "person"> => ({
  put: [...tasks.values()].filter(({ id, version }) => kept.get(id) !== version),
  gone: [...kept.keys()].filter((id) => !tasks.has(id)),
});

/** The rest of what is kept. A tail that was cut is read on from where it was cut. */
const personOf = ({ chat, alerts, directory, older }: State): Partial<KeptPerson> => {
  const turns = chat.turns.slice(-mostTurns);
  const before = turns.length < chat.turns.length ? (turns[0]?.id ?? null) : chat.before;
  return { turns, before, alerts: [...alerts.values()], directory, older: older.cursor };
};

export type Keeper = {
  /** Keeps at once what waits. */
  flush: () => Promise<void>;
  stop: () => void;
};

/** Starts to keep. What the store begins with is kept already (`keep` has it). A list that has not been read yet is not kept as an empty one. */
export const startKeeper = (store: Store, keep: (changed: Changed) => Promise<void>): Keeper => {
  let last = store.read();
  const kept: Versions = new Map([...last.tasks].map(([id, { version }]) => [id, version]));
  let timer: ReturnType<typeof setTimeout> | null = null;

  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const now = store.read();
    if (!now.loaded || now === last) return;
    const isSame =
      now.tasks === last.tasks &&
      now.chat.turns === last.chat.turns &&
      now.alerts === last.alerts &&
      now.directory === last.directory &&
      now.older.cursor === last.older.cursor;
    last = now;
    if (isSame) return;
    const { put, gone } = changedTasks(kept, now.tasks);
    for (const { id, version } of put) kept.set(id, version);
    for (const id of gone) kept.delete(id);
    await keep({ person: personOf(now), put, gone });
  };

  const stop = store.subscribe(() => {
    timer ??= setTimeout(() => void flush(), pauseMs);
  });
  return {
    flush,
    stop: () => {
      stop();
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
};
