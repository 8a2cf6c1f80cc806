// What a change is made of, wherever it is told: events, answers, orders to take it back.
import * as z from "zod";

/** Before and after of each changed field. */
export const Changes = z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() }));
export type Changes = z.infer<typeof Changes>;
