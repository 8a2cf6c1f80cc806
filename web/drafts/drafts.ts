// What was typed and not sent, by name, for as long as it takes: it outlives closed forms, reloads and lost lines. Made by workspace.ts; cleared
// when it was sent, when the person discards it, and on sign-out.
const prefix = "punctual.draft.";

export type Drafts = ReturnType<typeof createDrafts>;

type Memory = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const keysIn = (storage: Memory): string[] =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "").filter((key) =>
    key.startsWith(prefix),
  );

/** Storage may be full or forbidden: then what is typed lives as long as the page. */
const trying = <T>(work: () => T, otherwise: T): T => {
  try {
    return work();
  } catch {
    return otherwise;
  }
};

const parsed = (text: string): unknown => trying(() => JSON.parse(text) as unknown, undefined);

/** Forgets everything typed in this browser, whoever it was. Called on sign-out. */
export const forgetDrafts = (storage: Memory = localStorage): void =>
  trying(() => {
    for (const key of keysIn(storage)) storage.removeItem(key);
  }, undefined);

/** The drafts of a person. Those another person left in this browser are cleared. `read` gives the same object until it changed. */
export const createDrafts = (userId: string, storage: Memory = localStorage) => {
  const own = `${prefix}${userId}.`;
  const texts = new Map<string, string>();
  const values = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  const elsewhere = new Set<string>();
  let isForgotten = false;

  const keep = (name: string, text: string | null, value: unknown): void => {
    if (text === null || value === undefined) {
      texts.delete(name);
      values.delete(name);
    } else {
      texts.set(name, text);
      values.set(name, value);
    }
    for (const listener of listeners) listener();
  };

  trying(() => {
    for (const key of keysIn(storage)) {
      const text = storage.getItem(key) ?? "";
      if (key.startsWith(own)) keep(key.slice(own.length), text, parsed(text));
      else storage.removeItem(key);
    }
  }, undefined);

  return {
    /** What was typed under a name. Trusted as typed: this page wrote it. */
    read: <T>(name: string, otherwise: T): T =>
      values.has(name) ? (values.get(name) as T) : otherwise,
    names: (): string[] => [...values.keys()],
    /** Whether it was last written in another place than its own: in another tab, or where it says so. Somebody may be typing there. */
    isElsewhere: (name: string): boolean => elsewhere.has(name),
    /** Keeps a value, plain data; undefined clears it. `isAside`: it is not written in its own place. */
    write: (name: string, value: unknown, isAside = false): void => {
      if (isForgotten) return;
      const text = value === undefined ? null : JSON.stringify(value);
      if (text === (texts.get(name) ?? null)) return;
      if (isAside) elsewhere.add(name);
      else elsewhere.delete(name);
      keep(name, text, value);
      trying(
        () => (text === null ? storage.removeItem(own + name) : storage.setItem(own + name, text)),
        undefined,
      );
    },
    /** Another tab changed a draft: taken over where this tab had the same before; where it has words of its own, those stay. */
    heard: ({ key, oldValue, newValue }: Pick<StorageEvent, "key" | "oldValue" | "newValue">) => {
      if (!key?.startsWith(own)) return;
      const name = key.slice(own.length);
      if ((texts.get(name) ?? null) !== oldValue) return;
      elsewhere.add(name);
      keep(name, newValue, newValue === null ? undefined : parsed(newValue));
    },
    /** The person has signed out: nothing is kept any more, also of what is still on its way. */
    forget: (): void => {
      isForgotten = true;
      texts.clear();
      values.clear();
      forgetDrafts(storage);
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
