// What the name of a project, a section, a tag or a person may be.
import * as z from "zod";

/** A name as it is stored: trimmed, 1–100 characters. `what` begins the sentence that says what is wrong. */
export const Label = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `${what} must not be empty`)
    .max(100, `${what} must be at most 100 characters long`);
