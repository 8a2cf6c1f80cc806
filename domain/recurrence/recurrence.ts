// How a task repeats, as it is stored. Every door that sets a recurrence goes through parseRecurrence.
import * as z from "zod";
import { ok, parse, type Result } from "../result.ts";
import { checkedZone } from "../time.ts";
import { keepAnchorDay } from "./complete-rule.ts";
import { reasonForNoDate } from "./no-date.ts";
import { readStart } from "./occurrences.ts";
import { parseRule, refuseRule } from "./parse-rule.ts";
import { Overflow } from "./rule.ts";
import { writeRule } from "./write-rule.ts";

/** `schedule`: the next date counts from the slots. `completion` (`every!`): it counts from the day the task was done. */
export const Anchor = z.enum(["schedule", "completion"], {
  error: "must be schedule or completion",
});
export type Anchor = z.infer<typeof Anchor>;

/** A rule as RFC 5545 text with what becomes of days a month does not have (semantics: Recurrence). */
export const Recurrence = z.strictObject({
  /** `FREQ=WEEKLY;BYDAY=MO`, then `EXDATE…:` lines if any; the accepted subset is in docs/recurrence.md. */
  rrule: z.string().superRefine((text, context) => {
    const read = parseRule(text);
    if (!read.ok) context.addIssue({ code: "custom", message: read.error.message });
  }),
  anchor: Anchor,
  overflow: Overflow,
});
export type Recurrence = z.infer<typeof Recurrence>;

/** What comes in: as stored, but the two fields of ours may be missing (`schedule`, `clamp`). */
const Incoming = z.strictObject({
  rrule: z.string({ error: "must be a rule such as FREQ=WEEKLY;BYDAY=MO" }),
  anchor: Anchor.default("schedule"),
  overflow: Overflow.default("clamp"),
});

/**
 * A recurrence from outside into the one that is stored: its rule canonical, and day 29–31 of the start written into it.
 * With `at`, the first due date and its zone, a rule that has no date from there on is refused too; without it only one
 * that never has any. Refusals have code `invalid` and name the field. Throws a RangeError for a start or a zone that
 * does not exist: those are parsed before.
 */
export const parseRecurrence = (
  input: unknown,
  at?: { start: string; zone: string },
): Result<Recurrence> => {
  const given = parse(Incoming, input);
  if (!given.ok) return given;
  const { rrule, anchor, overflow } = given.value;
  const read = parseRule(rrule);
  if (!read.ok) return read;
  const start = at === undefined ? null : readStart(at.start, read.value);
  const keepsDay = start !== null && anchor === "schedule";
  const rule = keepsDay ? keepAnchorDay(read.value, start.minutes) : read.value;
  if (rule.freq === "HOURLY" && at !== undefined && !at.start.includes("T"))
    return refuseRule("an hourly rule needs a due date with a clock time, not a full day");
  const reason = reasonForNoDate(
    rule,
    overflow,
    start === null || at === undefined ? null : { wall: start, zone: checkedZone(at.zone) },
  );
  return reason === null ? ok({ rrule: writeRule(rule), anchor, overflow }) : refuseRule(reason);
};
