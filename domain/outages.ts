// One line when a part goes away and one when it is back, however many calls met it in between. Used by every process where it
// would otherwise complain call by call.

/** Where the two lines go: a pino logger has this shape. */
export type OutageLog = { warn(facts: object, sentence: string): void };

export type Outages = {
  /** A call met a part that is away. `what` names the part; the first one of an outage is told, with `facts`. */
  failed(what: string, facts?: object): void;
  /** A call found the part working. Ends its outage, if there is one that has been silent for a while. */
  worked(what: string): void;
};

type Outage = { since: number; last: number; count: number };

/**
 * Keeps track of outages, by the name of the part. One that comes and goes within `calmMs` (5 s) is still the same outage.
 * The line at its end says how often the part was missed (`times`) and for how long (`forMs`).
 */
export const createOutages = (
  log: OutageLog,
  { calmMs = 5_000, now = Date.now }: { calmMs?: number; now?: () => number } = {},
): Outages => {
  const outages = new Map<string, Outage>();
  return {
    failed(what, facts = {}) {
      const at = now();
      const known = outages.get(what);
      if (known === undefined) {
        outages.set(what, { since: at, last: at, count: 1 });
        log.warn({ ...facts, part: what }, `${what} is away; one line will say when it is back`);
        return;
      }
      known.last = at;
      known.count += 1;
    },
    worked(what) {
      const known = outages.get(what);
      if (known === undefined || now() - known.last < calmMs) return;
      outages.delete(what);
      const { count, since } = known;
      log.warn({ part: what, times: count, forMs: now() - since }, `${what} is back`);
    },
  };
};
