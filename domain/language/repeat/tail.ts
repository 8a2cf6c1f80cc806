// What may follow a repetition: its days, until when, how often, from when, after completion. Called by read-from.ts.
import { attempt } from "./cursor.ts";
import type { Tail } from "./draft.ts";
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

/** The draft with the next thing that was said of it; null when nothing more of it stands here. */
export const readTail: Tail = (cursor, draft, clock) => {
  for (const tail of tails) {
    const read = attempt(cursor, (rest) => tail(rest, draft, clock));
    if (read) return read;
  }
  return null;
};
