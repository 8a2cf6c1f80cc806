// Instants of every zone against the newest time zone data there are (Python's tzdata). Run by `npm test`.
import { expect, test } from "vitest";
import { demand } from "../../tests/oracle/demand.ts";
import { findZoneTimes } from "../../tests/oracle/zones.ts";
import { checkedZone, toInstant, toLocal } from "../time.ts";
import { newest } from "./release.ts";

const from = "2025-04-01T00:00:00Z";
const until = "2037-01-01T00:00:00Z";

/** Zones of the database that no runtime offers to people. */
const notOffered = ["Factory"];

const iso = (minutes: number): string => new Date(minutes * 60_000).toISOString();

const isKnown = (zone: string): boolean => {
  try {
    return checkedZone(zone) === zone;
  } catch {
    return false;
  }
};

type Difference = { zone: string; wall: string; ours: string; theirs: string };

/** The first wall clock of a zone whose instant is another than theirs, either way. */
const differenceIn = (zone: string, times: [number, number][]): Difference[] => {
  for (const [wall, instant] of times) {
    const local = iso(wall).slice(0, 16);
    const [ours, theirs] = [toInstant(local, zone), iso(instant)];
    const back = toLocal(theirs, zone);
    const isSkipped = back !== local;
    if (ours !== theirs || (isSkipped && toInstant(back, zone) !== theirs))
      return [{ zone, wall: local, ours, theirs }];
  }
  return [];
};

const seen = new Set<string>();

/** All of the times for the first zone that has them, each seventh for the next: a third of the names are links. */
const tried = (times: [number, number][]): [number, number][] => {
  const key = JSON.stringify(times);
  const isLink = seen.has(key);
  seen.add(key);
  return isLink ? times.filter((_, n) => n % 7 === 0) : times;
};

test(
  "every zone's wall clocks are the instants that the newest data make of them",
  { timeout: 170_000 },
  async (context) => {
    const theirs = demand(await findZoneTimes(from, until), context);
    const zones = Object.entries(theirs.zones);
    const unknown = zones.map(([zone]) => zone).filter((zone) => !isKnown(zone));
    expect(unknown).toEqual(notOffered);
    const different = zones.flatMap(([zone, times]) =>
      isKnown(zone) ? differenceIn(zone, tried(times)) : [],
    );
    expect(different, `what ${theirs.release} says and we do not`).toEqual([]);
    expect(zones.length).toBeGreaterThan(590);
    expect(newest.release >= theirs.release, `${theirs.release} is out: see release.ts`).toBe(true);
  },
);
