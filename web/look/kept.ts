// Choices about how the page looks on this device, kept in the browser by name. They are nobody's secret and outlive a sign-out, but for those about a
// list: they name its project or tag. Called by the views, main.tsx and workspace.ts.
const prefix = "punctual.look.";

/** The name under which it is kept how a list is arranged; `key` as in places/place.ts. */
export const listName = (key: string): string => `list/${key}`;

const values = new Map<string, unknown>();
const listeners = new Set<() => void>();

const load = (name: string): unknown => {
  try {
    const text = localStorage.getItem(prefix + name);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined; // storage is forbidden, or holds what is no choice
  }
};

/** What was chosen; undefined: nothing yet. The same object until it changes. Whoever reads it checks what it is. */
export const readKept = (name: string): unknown => {
  if (!values.has(name)) values.set(name, load(name));
  return values.get(name);
};

/** Keeps a choice, plain data. */
export const keep = (name: string, value: unknown): void => {
  values.set(name, value);
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Full or forbidden: the choice then lives as long as the page.
  }
  for (const listener of listeners) listener();
};

/** Calls back at every change; the result ends it. */
export const onKept = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Another tab has chosen. */
export const heardKept = ({ key }: Pick<StorageEvent, "key">): void => {
  if (!key?.startsWith(prefix)) return;
  values.delete(key.slice(prefix.length));
  for (const listener of listeners) listener();
};

type Memory = Pick<Storage, "key" | "length" | "removeItem">;

/** Forgets how each list was arranged. Called on sign-out; `storage` is the browser's but for the tests. */
export const forgetLists = (storage?: Memory): void => {
  const own = prefix + listName("");
  try {
    const from = storage ?? localStorage;
    const keys = Array.from({ length: from.length }, (_, at) => from.key(at) ?? "");
    for (const key of keys) if (key.startsWith(own)) from.removeItem(key);
  } catch {
    // Storage is forbidden: there is nothing to forget.
  }
  for (const name of values.keys()) if (name.startsWith(listName(""))) values.delete(name);
};
