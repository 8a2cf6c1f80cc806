// How a repetition is said over REST: as it is stored, but what is ours beside the rule may be left out. Used by schemas.ts.
import { Anchor, Overflow, Recurrence } from "../../domain/recurrence.ts";

export const RecurrenceInput = Recurrence.extend({
  anchor: Anchor.default("schedule"),
  overflow: Overflow.default("clamp"),
}).meta({ id: "RecurrenceInput", example: { rrule: "FREQ=WEEKLY;BYDAY=MO,TH" } });
