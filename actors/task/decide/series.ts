// Where a series begins. Pure. Called by create.ts and patch.ts.
import { fullMinute } from "../../../domain/moment.ts";
import { occurrenceAt } from "../../../domain/occurrence.ts";
import { expand, parseRecurrence, type Recurrence } from "../../../domain/recurrence.ts";
import { ok, refuse, type Refused, type Result } from "../../../domain/result.ts";
import type { Owner } from "../../../domain/settings.ts";
import type { TaskOccurrence } from "../../../domain/task.ts";
import { toLocal } from "../../../domain/time.ts";
import type { When } from "../../../domain/when.ts";

/** The first occurrence of a series, the due it means, and the rule as it is stored. */
export type Series = { recurrence: Recurrence; due: When; occurrence: TaskOccurrence };

/**
 * Begins a series at the first date of its rule on or after `due` (without a due: today, as a full day). Refused with
 * `invalid` under `recurrence.rrule` when the rule is not accepted or has no date from there on.
 */
export const beginSeries = (options: {
  recurrence: Recurrence;
  due: When | null;
  owner: Owner;
  seriesId: string;
  now: Date;
}): Result<Series> => {
  const { owner, seriesId, now } = options;
  const due = fullMinute(options.due ?? today(owner, now));
  const zone = due.kind === "fixed" ? due.zone : owner.timeZone;
  const parsed = parseRecurrence(options.recurrence, { start: due.at, zone });
  if (!parsed.ok) return atRecurrence(parsed);
  const { rrule, overflow } = parsed.value;
  const [first] = expand({ rrule, overflow, start: due.at, zone, limit: 1 });
  if (first === undefined) return refuse("invalid", "recurrence.rrule: has no date");
  const series = { seriesId, start: first.local, zone: due.kind === "fixed" ? due.zone : null };
  return ok({
    recurrence: parsed.value,
    due: { ...due, at: first.local },
    occurrence: occurrenceAt(series, first.local, 1),
  });
};

const today = (owner: Owner, now: Date): When => ({
  kind: "day",
  at: toLocal(now.toISOString(), owner.timeZone).slice(0, 10),
});

const atRecurrence = ({ error }: Refused): Refused => {
  const fields = (error.fields ?? []).map(({ path, message }) => ({
    path: `recurrence.${path}`,
    message,
  }));
  return { ok: false, error: { ...error, message: `recurrence.${error.message}`, fields } };
};
