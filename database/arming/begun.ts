// From when on what was armed or stored was so in an epoch; the first half minute may still be from before. Used by the statements beside it.

/** The instant, as SQL, for the epoch in the parameter. */
export const begunAt = (epoch: string): string =>
  `(select started_at + interval '30 seconds' from scheduler_epochs where epoch = ${epoch})`;
