// The last updates of every partition, in memory: what a device that was away for a moment has missed. Filled by feed.ts.
import type { Id } from "../../domain/ids.ts";

/**
 * One message as it came from Kafka: an update of a task, an alert, a notice, a turn of the conversation or the directory. `about` names what it is about
 * (`about.ts`), `version` its place among those. `json` is the content as text, so that it is made once for all devices.
 */
export type Entry = {
  partition: number;
  offset: number;
  audience: readonly Id[];
  kind: "update" | "alert" | "notice" | "turn" | "directory";
  about: string;
  version: number;
  json: string;
};

/** What a device missed, each entry with the cursor after it, and the cursor where it then stands. */
export type Missed = { entries: { entry: Entry; cursor: string }[]; cursor: string };

export type Ring = {
  /** Says which topic is read from now on. False when that is another one than before: all that was read is forgotten. */
  enter(topicId: string): boolean;
  /**
   * Says that a partition will now be read from `offset`. False when that leaves a hole behind what was read before:
   * devices that rely on an unbroken feed must begin anew.
   */
  begin(partition: number, offset: number): boolean;
  /** Adds an update. One that was there before is left out (false). */
  push(entry: Entry): boolean;
  /** Marks an offset as read that holds nothing for anyone. */
  skip(partition: number, offset: number): void;
  /** The next offset to read, or null for a partition never heard of. */
  next(partition: number): number | null;
  /** The cursor of now. */
  cursor(): string;
  /** What this user missed since a cursor, or null when the ring does not reach back that far (or never was there). */
  since(cursor: string, userId: Id): Missed | null;
  /** The newest message about each thing this user sees, oldest first, as far back as the ring reaches. */
  newest(userId: Id): Entry[];
};

/** Offsets are those of the next message: `2:17.5:3` has read partition 2 up to and with 16, partition 5 up to 2. */
type Positions = Map<number, number>;

/** What a gateway says that has not seen Kafka yet. Any later gateway answers it with a snapshot. */
const nowhere = "0:0";

/** An offset means something in one topic only, so its id comes first: `<topic id>@2:17.5:3`. Older cursors have none. */
const format = (topicId: string | null, positions: Positions): string => {
  const places = [...positions]
    .toSorted(([a], [b]) => a - b)
    .map(([partition, offset]) => `${partition}:${offset}`)
    .join(".");
  if (places === "") return nowhere;
  return topicId === null ? places : `${topicId}@${places}`;
};

const parse = (cursor: string): { topicId: string | null; positions: Positions } => {
  const at = cursor.indexOf("@");
  const positions = new Map(
    cursor
      .slice(at + 1)
      .split(".")
      .map((part): [number, number] => {
        const [partition, offset] = part.split(":").map(Number);
        return [partition ?? Number.NaN, offset ?? Number.NaN];
      }),
  );
  return { topicId: at === -1 ? null : cursor.slice(0, at), positions };
};

/** A ring of at most `maxCount` updates and `maxBytes` of their text, over all partitions; the oldest go first. */
export const createRing = (limits: { maxCount: number; maxBytes: number }): Ring => {
  let topicId: string | null = null;
  const floor: Positions = new Map();
  const head: Positions = new Map();
  // What was evicted leaves a hole at once: until the array is cut, it must not keep the text alive.
  let entries: (Entry | undefined)[] = [];
  let start = 0;
  let bytes = 0;

  const evict = (): void => {
    while (entries.length - start > limits.maxCount || bytes > limits.maxBytes) {
      const oldest = entries[start];
      if (!oldest) return;
      entries[start] = undefined;
      start += 1;
      bytes -= oldest.json.length;
      floor.set(oldest.partition, Math.max(floor.get(oldest.partition) ?? 0, oldest.offset + 1));
    }
    if (start > 1_000 && start * 2 > entries.length) {
      entries = entries.slice(start);
      start = 0;
    }
  };

  const reaches = (positions: Positions): boolean =>
    positions.size === head.size &&
    [...head].every(([partition, next]) => {
      const from = positions.get(partition);
      return from !== undefined && from >= (floor.get(partition) ?? 0) && from <= next;
    });

  const held = (): Entry[] => entries.slice(start) as Entry[];

  const forget = (partition: number, offset: number): void => {
    const kept = held().filter((entry) => entry.partition !== partition);
    [entries, start] = [kept, 0];
    bytes = kept.reduce((sum, entry) => sum + entry.json.length, 0);
    floor.set(partition, offset);
    head.set(partition, offset);
  };

  return {
    enter: (id) => {
      if (topicId === id) return true;
      topicId = id;
      floor.clear();
      head.clear();
      entries = [];
      [start, bytes] = [0, 0];
      return false;
    },
    begin: (partition, offset) => {
      if (head.get(partition) === offset) return true;
      forget(partition, offset);
      return false;
    },
    push: (entry) => {
      const next = head.get(entry.partition);
      if (next === undefined) floor.set(entry.partition, entry.offset);
      else if (entry.offset < next) return false;
      head.set(entry.partition, entry.offset + 1);
      entries.push(entry);
      bytes += entry.json.length;
      evict();
      return true;
    },
    skip: (partition, offset) => {
      if (!head.has(partition)) floor.set(partition, offset + 1);
      head.set(partition, Math.max(head.get(partition) ?? 0, offset + 1));
    },
    next: (partition) => head.get(partition) ?? null,
    cursor: () => format(topicId, head),
    since: (cursor, userId) => {
      const now = format(topicId, head);
      if (cursor === now) return { entries: [], cursor };
      const { topicId: ofTopic, positions } = parse(cursor);
      if (ofTopic !== topicId || !reaches(positions)) return null;
      const missed: Missed["entries"] = [];
      for (const entry of held()) {
        if (entry.offset < (positions.get(entry.partition) ?? 0)) continue;
        positions.set(entry.partition, entry.offset + 1);
        if (entry.audience.includes(userId))
          missed.push({ entry, cursor: format(topicId, positions) });
      }
      return { entries: missed, cursor: now };
    },
    newest: (userId) => {
      const found = new Map<string, Entry>();
      for (const entry of held()) {
        if (!entry.audience.includes(userId)) continue;
        const known = found.get(entry.about);
        if (known && known.version >= entry.version) continue;
        found.delete(entry.about); // so that it moves to its place in the order
        found.set(entry.about, entry);
      }
      return [...found.values()];
    },
  };
};
