// The points in time a next date is measured against: when it was due, when it was done. Called by next.ts.
import { epochMs, toInstant, toLocal } from "../time.ts";
import { dayOf, readWall, type Wall, writeWall } from "./calendar.ts";
import type { Slot } from "./occurrences.ts";

/** A wall clock with its instant. Of a full day: its first moment, and `wall.timed` is false. */
export type Mark = { wall: Wall; ms: number };

/** Reads a day, a wall clock or an instant (ISO with `Z` or an offset). Throws a RangeError that names a bad one. */
export const readMark = (text: string, zone: string): Mark => {
  const wall = readWall(text);
  if (wall !== null) return markAt(wall, zone);
  if (!/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) || !text.includes("T"))
    throw new RangeError(
      `"${text}" is not a day, a wall-clock time to the minute or an instant, such as 2027-03-14, 2027-03-14T02:30 or 2027-03-14T07:30:00.000Z`,
    );
  const ms = epochMs(text);
  const local = readWall(toLocal(text, zone));
  if (local === null) throw new RangeError(`"${text}" is outside the years 0000 to 9999`);
  return { wall: local, ms };
};

/** A wall clock as a mark. */
export const markAt = (wall: Wall, zone: string): Mark => ({
  wall,
  ms: Date.parse(toInstant(writeWall(wall), zone)),
});

/** Whether a slot is after a mark: by the day when one of the two is a full day, by the instant otherwise. */
export const isAfter = (slot: Slot, mark: Mark): boolean =>
  slot.wall.timed && mark.wall.timed
    ? slot.ms > mark.ms
    : dayOf(slot.wall.minutes) > dayOf(mark.wall.minutes);
