// Whole numbers in query strings. Used by the routes' queries.
import { z } from "zod";

/** A whole number from `least` to `most`, in decimal digits: `0x10`, `1e2`, ` 5` and the empty string are none. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((number) => number >= least && number <= most, `must be from ${least} to ${most}`)
    .meta({ type: "integer", minimum: least, maximum: most });
