// What the routes of repetition take and give, named and with examples for /openapi.json.
import { z } from "zod";
import { PassedOccurrence } from "../../domain/event.ts";
import { Id, Instant } from "../../domain/ids.ts";
import { Anchor, Overflow, Recurrence } from "../../domain/recurrence.ts";
import { Day, WallClock, When, Zone } from "../../domain/when.ts";

const weekly = { rrule: "FREQ=WEEKLY;BYDAY=MO,TH" };

/** As it is stored, but what is ours beside the rule may be left out. */
export const RecurrenceInput = Recurrence.extend({
  anchor: Anchor.default("schedule"),
  overflow: Overflow.default("clamp"),
}).meta({ id: "RecurrenceInput", example: weekly });

export const PreviewOf = z
  .strictObject({
    recurrence: RecurrenceInput.optional(),
    rrule: z.string().optional().meta({ description: "In place of `recurrence`." }),
    anchor: Anchor.optional(),
    overflow: Overflow.optional(),
    start: z
      .union([When, Day, WallClock], {
        error: "must be a day, a local time such as 2026-12-01T17:00, or a due",
      })
      .optional(),
    zone: Zone.optional(),
    count: z.int().min(1).max(50, "must be at most 50").default(5),
  })
  .meta({ id: "PreviewOf", example: { recurrence: weekly, start: "2026-12-01T09:00", count: 3 } });

const DateDoc = z
  .object({
    local: z.string().meta({ description: "A day or a wall clock, as the rule says it." }),
    instant: Instant,
    note: z.string().nullable().meta({ description: "Why it is not what one would expect." }),
  })
  .meta({ id: "SeriesDate" });

export const PreviewDoc = z
  .object({ recurrence: Recurrence, description: z.string(), dates: z.array(DateDoc) })
  .meta({
    id: "RecurrencePreview",
    example: {
      recurrence: { ...weekly, anchor: "schedule", overflow: "clamp" },
      description: "every Monday and Thursday at 9:00",
      dates: [{ local: "2026-12-03T09:00", instant: "2026-12-03T08:00:00.000Z", note: null }],
    },
  });

export const OccurrencesDoc = z
  .object({
    past: z.array(PassedOccurrence),
    current: z
      .object({
        id: Id,
        slot: z.string(),
        position: z.int(),
        due: When,
        instant: Instant,
      })
      .nullable(),
    next: z.array(DateDoc),
  })
  .meta({ id: "Occurrences" });
