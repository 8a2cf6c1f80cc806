// When a reminder is told, in the forms a caller may say it, and the trigger each means. Used by the routes of reminders and tasks.
import { z } from "zod";
import { afterDuration, countsDays, Duration } from "../../domain/duration.ts";
import { Trigger } from "../../domain/reminder.ts";
import { epochMs } from "../../domain/time.ts";
import { When } from "../../domain/when.ts";

/** An instant with any offset and precision (RFC 3339), as the UTC instant with milliseconds it means. */
export const AnyInstant = z
  .string()
  .max(64)
  .transform((text, context) => {
    const instant = utc(text);
    if (instant !== null) return instant;
    const message = "must be an instant such as 2026-12-01T08:00:00Z or 2026-12-01T09:00:00+01:00";
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  })
  .meta({ type: "string", format: "date-time", example: "2026-12-01T09:00:00+01:00" });

const utc = (text: string): string | null => {
  try {
    const instant = new Date(epochMs(text)).toISOString();
    return /^\d{4}-/.test(instant) ? instant : null;
  } catch {
    return null;
  }
};

const amount = z.int().min(0).max(527_040).optional();

/** How long before the due or the deadline; what is named is added up. */
const Before = z
  .strictObject({
    minutes: amount,
    hours: amount,
    days: amount,
    of: z.enum(["due", "deadline"], { error: "must be due or deadline" }).default("due"),
  })
  .refine(({ minutes, hours, days }) => (minutes ?? hours ?? days) !== undefined, {
    error: "must name minutes, hours or days",
  })
  .refine((before) => minutesOf(before) <= 527_040, { error: "must be within a year" });

type Amounts = {
  minutes?: number | undefined;
  hours?: number | undefined;
  days?: number | undefined;
};
const minutesOf = ({ minutes = 0, hours = 0, days = 0 }: Amounts): number =>
  minutes + 60 * (hours + 24 * days);

/** Five ways to say a time; of these a caller names one. */
export const timeForms = {
  trigger: Trigger.optional(),
  at: AnyInstant.optional().meta({ description: "An instant, with any offset." }),
  when: When.optional().meta({ description: "A full day, a floating or a fixed wall clock." }),
  in: Duration.optional().meta({ description: "So long from now (ISO 8601).", example: "PT5M" }),
  before: Before.optional().meta({ description: "So long before the due or the deadline." }),
};
const forms = ["trigger", "at", "when", "in", "before"] as const;

const TimeForms = z.object(timeForms);
export type TimeForms = z.infer<typeof TimeForms>;

const formsOf = (input: TimeForms) => forms.filter((form) => input[form] !== undefined);

/** Refuses more than one form. */
export const atMostOneForm = (input: TimeForms, context: z.RefinementCtx): void => {
  if (formsOf(input).length <= 1) return;
  const path = [formsOf(input)[1] as string];
  context.addIssue({ code: "custom", path, message: "must not be there beside another time" });
};

/** Refuses none and more than one. */
export const exactlyOneForm = (input: TimeForms, context: z.RefinementCtx): void => {
  if (formsOf(input).length > 0) return atMostOneForm(input, context);
  const message = "must be there, or one of at, when, in, before";
  context.addIssue({ code: "custom", path: ["trigger"], message });
};

/** Whether the person's zone decides what a time means already now. */
export const needsZone = (input: TimeForms): boolean =>
  input.in !== undefined && countsDays(input.in);

/** The trigger of whichever form was named; undefined when none was. */
export const triggerOf = (
  input: TimeForms,
  clock: { now: Date; zone: string },
): Trigger | undefined => {
  const { trigger, at, when, in: duration, before } = input;
  if (trigger) return trigger;
  if (at !== undefined) return { kind: "instant", at };
  if (when) return { kind: "wall", when };
  if (duration !== undefined)
    return { kind: "instant", at: afterDuration(clock.now, duration, clock.zone) };
  // 0 - 0 is 0; a plain minus would make it -0, which is another value where values are compared.
  return before && { kind: "relative", to: before.of, minutes: 0 - minutesOf(before) };
};

/** How a refusal of a trigger at `prefix` is to name the field the caller wrote. */
export const namesOf = (input: TimeForms, prefix = ""): Record<string, string> => {
  const [form] = formsOf(input);
  if (form === undefined || form === "trigger") return {};
  const inside = form === "before" ? { [`${prefix}trigger.to`]: `${prefix}before.of` } : {};
  return { ...inside, [`${prefix}trigger`]: `${prefix}${form}` };
};
