// The dates a recurring task comes to after its current occurrence. Called by GET /tasks/{id}/occurrences.
import { type At, following, onTime } from "../../domain/following.ts";
import { dueAt, occurrenceAt } from "../../domain/occurrence.ts";
import { preview, type Preview } from "../../domain/recurrence.ts";
import type { Task } from "../../domain/task.ts";
import { toInstant } from "../../domain/time.ts";

/** At most `count` of them, odd ones explained. A floating series is on the clock of `zone`, the owner's. */
export const nextDates = (task: Task, zone: string, count: number): Preview[] => {
  const { recurrence, occurrence, due } = task;
  if (!recurrence || !occurrence || !due || count === 0) return [];
  const here = occurrence.zone ?? zone;
  if (recurrence.anchor === "completion")
    return afterEach({ recurrence, occurrence, due }, here, count);
  // A due that was put off passes the slots before it.
  const after = [occurrence.slot, due.at].map((local) => toInstant(local, here)).toSorted()[1];
  const { start } = occurrence;
  return preview(recurrence, { start, zone: here, ...(after && { after }) }, count);
};

/** What comes when each is done on its day. */
const afterEach = (from: At, zone: string, count: number): Preview[] => {
  const dates: Preview[] = [];
  let at = from;
  while (dates.length < count) {
    const found = following(at, onTime(at), zone);
    if (found.next === null) break;
    dates.push({ ...found.next, note: null });
    const occurrence = occurrenceAt(at.occurrence, found.next.local, found.position);
    at = { ...at, occurrence, due: dueAt(occurrence) };
  }
  return dates;
};
