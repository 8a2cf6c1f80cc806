// What may follow a repetition: its days, until when, how often, from when, after completion. Called by read-from.ts.
import type { Clock } from "../clock.ts";
import { attempt, type Cursor } from "./cursor.ts";
import type { Draft, Tail } from "./draft.ts";
import { atPart, exceptDays, moreDays, onDays, onlyIn, onNumber, rhythm } from "./tail-days.ts";
import {
  afterCompletion,
  countTimes,
  forAmount,
  startingWhen,
  thisPeriod,
  untilWhen,
} from "./tail-ends.ts";

const tails: Tail[] = [
  onDays,
  onNumber,
  rhythm,
  moreDays,
  atPart,
  afterCompletion,
  untilWhen,
  countTimes,
  forAmount,
  startingWhen,
  onlyIn,
  thisPeriod,
  exceptDays,
];

/** The draft with what may also be said of it elsewhere in the line. */
export const readDetached: Tail = (cursor, draft, clock) => firstOf(detached, cursor, draft, clock);

const detached: Tail[] = [untilWhen, countTimes, afterCompletion];

/** The draft with the next thing that was said of it; null when nothing more of it stands here. */
export const readTail: Tail = (cursor, draft, clock) => firstOf(tails, cursor, draft, clock);

const firstOf = (
  readers: readonly Tail[],
  cursor: Cursor,
  draft: Draft,
  clock: Clock,
): Draft | null => {
  for (const tail of readers) {
    const read = attempt(cursor, (rest) => tail(rest, draft, clock));
    if (read) return read;
  }
  return null;
};
