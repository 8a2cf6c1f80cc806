// When two names are the same. Without zod, for the page loads it at its start.

/** Names that differ only in case are the same. */
export const labelKey = (label: string): string => label.toLowerCase();

/** Whether two names are the same. */
export const isSameLabel = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && labelKey(one) === labelKey(other);
