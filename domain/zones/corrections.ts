// Clock changes that the time zone data of a runtime may not know yet. Read by every place that asks a zone for its offset.

/**
 * What the clocks of some zones do from an instant on: they show a constant `offsetMinutes` ahead of UTC, or the same as the
 * zone `like`; until `until`, or for good. True whatever release the runtime's own data are of, from `oldestRelease` on.
 */
export type Correction = {
  /** Every name the zones have, links too. */
  zones: readonly string[];
  from: string;
  until: string | null;
  /** The first release that had it. */
  release: string;
} & ({ offsetMinutes: number } | { like: string });

/**
 * Source: news of the IANA time zone database, 2025c to 2026f. `zones.oracle.test.ts` compares runtime and corrections
 * together with the newest release there is, and names what differs.
 */
export const corrections: readonly Correction[] = [
  {
    zones: ["Europe/Chisinau", "Europe/Tiraspol"], // changes with the EU's, at 01:00 UTC, no longer an hour before
    from: "2025-03-29T00:00:00Z",
    until: null,
    release: "2026a",
    like: "Europe/Athens",
  },
  {
    zones: ["Africa/Casablanca", "Africa/El_Aaiun"],
    from: "2026-09-20T01:00:00Z",
    until: null,
    release: "2026c",
    offsetMinutes: 0,
  },
  {
    zones: ["America/Vancouver", "Canada/Pacific"],
    from: "2026-11-01T09:00:00Z",
    until: null,
    release: "2026b",
    offsetMinutes: -420,
  },
  {
    zones: ["America/Edmonton", "America/Yellowknife", "Canada/Mountain"],
    from: "2026-11-01T08:00:00Z",
    until: null,
    release: "2026c",
    offsetMinutes: -360,
  },
  {
    zones: ["America/Inuvik"],
    from: "2026-11-01T08:00:00Z",
    until: null,
    release: "2026d",
    offsetMinutes: -360,
  },
  {
    zones: ["America/Winnipeg", "America/Rainy_River", "Canada/Central"],
    from: "2026-11-01T07:00:00Z",
    until: null,
    release: "2026e",
    offsetMinutes: -300,
  },
  {
    zones: ["America/Havana", "Cuba"], // keeps its summer time through one winter
    from: "2026-11-01T05:00:00Z",
    until: "2027-03-14T05:00:00Z",
    release: "2026f",
    offsetMinutes: -240,
  },
];

type Known = { from: number; until: number; is: { offsetMs: number } | { zone: string } };

const known = new Map<string, Known>(
  corrections.flatMap((one) => {
    const { from, until } = one;
    const is = "like" in one ? { zone: one.like } : { offsetMs: one.offsetMinutes * 60_000 };
    const period = {
      from: Date.parse(from),
      until: until === null ? Infinity : Date.parse(until),
      is,
    };
    return one.zones.map((zone): [string, Known] => [zone.toLowerCase(), period]);
  }),
);

/** Whether a zone, by any of its names in any case, has a correction at some time. */
export const isCorrected = (zone: string): boolean => known.has(zone.toLowerCase());

/** What holds in a zone at an instant (ms since 1970) instead of the runtime's own data; null where these are right. */
export const correctionAt = (ms: number, zone: string): Known["is"] | null => {
  const period = known.get(zone.toLowerCase());
  return period && ms >= period.from && ms < period.until ? period.is : null;
};

/** The next instant (ms since 1970) after another at which a correction of the zone begins or ends; Infinity: none. */
export const nextCorrection = (ms: number, zone: string): number => {
  const period = known.get(zone.toLowerCase());
  return [period?.from, period?.until].find((at) => at !== undefined && at > ms) ?? Infinity;
};
