// What the name of a project, a section, a tag or a person may be, and when two are the same.
import * as z from "zod";

/** A name as it is stored: trimmed, 1–100 characters. `what` begins the sentence that says what is wrong. */
export const Label = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `${what} must not be empty`)
    .max(100, `${what} must be at most 100 characters long`);

/** Names that differ only in case are the same. */
export const labelKey = (label: string): string => label.toLowerCase();

/** Whether two names are the same. */
export const isSameLabel = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && labelKey(one) === labelKey(other);
